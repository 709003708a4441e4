import { openReport } from '#app/drafting/report/load-report.server.ts';
import { reportCsv } from '#app/drafting/report/report-csv.server.ts';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { streamResponse } from '#app/http/files.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async ({ params, url, db, t }) => {
  const report = await openReport(db, { slug: params.slug ?? '', ...wantedReport(url), now: new Date() });
  return streamResponse(reportCsv(report, t), 'text/csv; charset=utf-8', `raport-${report.head.consultation.slug}.csv`);
});
