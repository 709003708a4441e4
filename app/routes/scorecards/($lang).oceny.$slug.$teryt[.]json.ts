import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { withCoveredNote } from '#app/monitoring/covered-note.ts';

/** The very bytes whose SHA-256 the page prints, unless words were covered in them since; then they say so. */
export const loader = fileHandler(async ({ request, db, params, url }) => {
  const { document, isCovered } = await getScorecard(db, {
    slug: params.slug ?? '',
    teryt: params.teryt ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(canonicalJson(withCoveredNote(document, isCovered)), 'application/json; charset=utf-8');
});
