import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { tableResponse } from '#app/http/table-response.server.ts';
import { getEditionFile, getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { editionColumns, factsOfEdition } from '#app/monitoring/cards/csv.ts';
import { readerColumns, readerCsv } from '#app/monitoring/compare/reader-csv.ts';
import { readerWeightsOf } from '#app/monitoring/cards/reader-weights.ts';
import { describedBy } from '#app/publishing/csv/csvw.ts';

/** The very bytes that the manifest of the issue names; with a reader's weights a file of its own, which says so in every row. */
export const loader = fileHandler(async (context) => {
  const { request, db, params, url, locale, to } = context;
  const asked = { slug: params.slug ?? '', reader: await editionReader(request), issue: issueOf(url) };
  const { manifest } = await getPublishedEdition(db, asked);
  const weights = readerWeightsOf(url.searchParams, manifest);
  if (weights)
    return tableResponse(context, readerCsv(manifest, weights), {
      name: `${asked.slug}-wagi-czytelnika.csv`,
      facts: () => factsOfEdition(manifest.edition, readerColumns(manifest, weights), locale),
    });
  const { body } = await getEditionFile(db, { ...asked, path: 'edition.csv' });
  return tableResponse(context, body, {
    name: `${asked.slug}.csv`,
    link: describedBy(to.editionFile(asked.slug, 'csv-metadata.json', { wydanie: asked.issue })),
    facts: () => factsOfEdition(manifest.edition, editionColumns(manifest), locale),
  });
});
