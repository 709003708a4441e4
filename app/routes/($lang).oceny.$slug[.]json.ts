import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/monitoring/canonical-json.ts';
import { getPublishedEdition } from '#app/monitoring/edition-queries.server.ts';

/** The very bytes whose SHA-256 the page prints. */
export const loader = handler(async ({ db, params }) => {
  const { manifest } = await getPublishedEdition(db, { slug: params.slug ?? '' });
  return fileResponse(canonicalJson(manifest), 'application/json; charset=utf-8');
});
