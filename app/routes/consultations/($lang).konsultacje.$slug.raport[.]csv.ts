import { openReport } from '#app/drafting/report/load-report.server.ts';
import { reportCsv, reportShape } from '#app/drafting/report/report-csv.server.ts';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';
import { madeFileHandler } from '#app/http/handlers.server.ts';

export const loader = madeFileHandler(async (context) => {
  const { params, url, db, t } = context;
  const report = await openReport(db, { slug: params.slug ?? '', ...wantedReport(url), now: new Date() });
  return tableResponse(context, reportCsv(report, t), {
    name: `raport-${report.head.consultation.slug}.csv`,
    facts: () => liveTable(reportShape(t)),
  });
});
