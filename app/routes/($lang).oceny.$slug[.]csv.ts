import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { editionCsv } from '#app/monitoring/csv.ts';
import { getPublishedEdition } from '#app/monitoring/edition-queries.server.ts';

export const loader = handler(async ({ db, params }) => {
  const { manifest } = await getPublishedEdition(db, { slug: params.slug ?? '' });
  return fileResponse(editionCsv(manifest), 'text/csv; charset=utf-8', `${manifest.edition.slug}.csv`);
});
