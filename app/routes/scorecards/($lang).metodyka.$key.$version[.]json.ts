import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getMethodology } from '#app/monitoring/access/methodologies.server.ts';

/** The very bytes whose SHA-256 scorecards name. */
export const loader = fileHandler(async ({ db, params }) => {
  const { methodology } = await getMethodology(db, { key: params.key ?? '', version: params.version ?? '' });
  return fileResponse(canonicalJson(methodology), 'application/json; charset=utf-8');
});
