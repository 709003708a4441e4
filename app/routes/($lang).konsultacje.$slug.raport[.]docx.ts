import { openReport } from '#app/consultations/report/load-report.server.ts';
import { reportDocx } from '#app/consultations/report/report-docx.server.ts';
import { wantedReport } from '#app/consultations/report/wanted-report.ts';
import { streamResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const loader = fileHandler(async ({ params, url, db, locale }) => {
  const report = await openReport(db, { slug: params.slug ?? '', ...wantedReport(url), now: new Date() });
  return streamResponse(reportDocx(report, locale), type, `raport-${report.head.consultation.slug}.docx`);
});
