import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { tableResponse } from '#app/http/table-response.server.ts';
import { factsOfEdition, scorecardColumns, scorecardCsv } from '#app/monitoring/cards/csv.ts';
import { getIndicator } from '#app/monitoring/access/edition-queries.server.ts';
import { describedBy } from '#app/publishing/csv/csvw.ts';

export const loader = fileHandler(async (context) => {
  const { request, db, params, url, locale, to } = context;
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
  return tableResponse(context, scorecardCsv(document, hash, locale, [indicator]), {
    name: `${slug}-${teryt}-${indicator.id}.csv`,
    link: describedBy(to.indicatorFile(slug, teryt, indicator.id, 'csv-metadata.json', issueOf(url))),
    facts: () => factsOfEdition(document.edition, scorecardColumns({ document, hash }, locale), locale),
  });
});
