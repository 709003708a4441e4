import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/monitoring/canonical-json.ts';
import { getScorecard } from '#app/monitoring/edition-queries.server.ts';

/** The very bytes whose SHA-256 the page prints. */
export const loader = handler(async ({ db, params }) => {
  const { document } = await getScorecard(db, { slug: params.slug ?? '', teryt: params.teryt ?? '' });
  return fileResponse(canonicalJson(document), 'application/json; charset=utf-8');
});
