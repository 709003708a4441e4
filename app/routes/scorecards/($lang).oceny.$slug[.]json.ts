import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { withCoveredNote } from '#app/monitoring/covered-note.ts';

/** The manifest: the very bytes whose SHA-256 the page prints, unless words were covered in what it names since; then it says so. */
export const loader = fileHandler(async ({ request, db, params, url }) => {
  const { manifest, covered } = await getPublishedEdition(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(canonicalJson(withCoveredNote(manifest, covered.any)), 'application/json; charset=utf-8');
});
