import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getEditionFile, getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { readerCsv } from '#app/monitoring/compare/reader-csv.ts';
import { readerWeightsOf } from '#app/monitoring/cards/reader-weights.ts';
import { describedBy } from '#app/monitoring/standards/csvw.ts';

/** The very bytes that the manifest of the issue names; with a reader's weights a file of its own, which says so in every row. */
export const loader = fileHandler(async ({ request, db, params, url, to }) => {
  const asked = { slug: params.slug ?? '', reader: await editionReader(request), issue: issueOf(url) };
  const { manifest } = await getPublishedEdition(db, asked);
  const weights = readerWeightsOf(url.searchParams, manifest);
  if (weights)
    return fileResponse(readerCsv(manifest, weights), 'text/csv; charset=utf-8', {
      name: `${asked.slug}-wagi-czytelnika.csv`,
    });
  const { body, type } = await getEditionFile(db, { ...asked, path: 'edition.csv' });
  return fileResponse(body, type, {
    name: `${asked.slug}.csv`,
    link: describedBy(to.editionFile(asked.slug, 'csv-metadata.json', { wydanie: asked.issue })),
  });
});
