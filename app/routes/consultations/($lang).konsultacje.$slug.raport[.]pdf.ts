import { openReport } from '#app/drafting/report/load-report.server.ts';
import { reportPdf } from '#app/drafting/report/report-pdf.server.ts';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async ({ params, url, db, locale }) => {
  const report = await openReport(db, { slug: params.slug ?? '', ...wantedReport(url), now: new Date() });
  return fileResponse(
    await reportPdf(report, locale),
    'application/pdf',
    `raport-${report.head.consultation.slug}.pdf`,
  );
});
