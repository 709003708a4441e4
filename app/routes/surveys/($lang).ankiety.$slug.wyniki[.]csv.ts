import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';
import { describedBy } from '#app/publishing/csv/csvw.ts';
import { askedVersion } from '#app/surveys/asked-version.ts';
import { resultsCsv, resultsShape } from '#app/surveys/results-files.server.ts';

export const loader = fileHandler(async (context) => {
  const { params, url, db, to } = context;
  const slug = params.slug ?? '';
  const version = askedVersion(url.searchParams);
  return tableResponse(context, await resultsCsv(db, { slug, version, now: new Date() }), {
    name: `ankieta-${slug}.csv`,
    link: describedBy(to.surveyFile(slug, 'csv-metadata.json', { wersja: version })),
    facts: () => liveTable(resultsShape),
  });
});
