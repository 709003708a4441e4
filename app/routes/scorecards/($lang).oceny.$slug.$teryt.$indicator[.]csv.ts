import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { scorecardCsv } from '#app/monitoring/cards/csv.ts';
import { getIndicator } from '#app/monitoring/access/edition-queries.server.ts';
import { describedBy } from '#app/monitoring/standards/csvw.ts';

export const loader = fileHandler(async ({ request, db, params, url, locale, to }) => {
  const found = await getIndicator(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    indicator: params.indicator ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const { document, hash, indicator } = found;
  const {
    edition: { slug },
    municipality: { teryt },
  } = document;
  return fileResponse(scorecardCsv(document, hash, locale, [indicator]), 'text/csv; charset=utf-8', {
    name: `${slug}-${teryt}-${indicator.id}.csv`,
    link: describedBy(to.indicatorFile(slug, teryt, indicator.id, 'csv-metadata.json', issueOf(url))),
  });
});
