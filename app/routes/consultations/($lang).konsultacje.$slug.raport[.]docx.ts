import { openReport } from '#app/drafting/report/load-report.server.ts';
import { reportDocx } from '#app/drafting/report/report-docx.server.ts';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { wordResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async ({ params, url, db, locale }) => {
  const report = await openReport(db, { slug: params.slug ?? '', ...wantedReport(url), now: new Date() });
  return wordResponse({
    bytes: await reportDocx(report, locale),
    name: `raport-${report.head.consultation.slug}.docx`,
  });
});
