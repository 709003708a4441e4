import { reportJson } from '#app/drafting/report/report-json.server.ts';
import { wantedReport } from '#app/drafting/report/wanted-report.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, url, db }) => {
  const slug = params.slug ?? '';
  return fileResponse(
    await reportJson(db, { slug, ...wantedReport(url), now: new Date() }),
    'application/json; charset=utf-8',
    `raport-${slug}.json`,
  );
});
