import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getEditionFile } from '#app/monitoring/access/edition-queries.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { withCoveredNote } from '#app/monitoring/covered-note.ts';

/** Both codings of what was coded twice: the very bytes that the manifest names, unless words were covered in them since; then they say so. */
export const loader = fileHandler(async ({ request, db, params, url }) => {
  const slug = params.slug ?? '';
  const { body, type, isCovered } = await getEditionFile(db, {
    slug,
    path: 'codings.json',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  const said = isCovered
    ? canonicalJson(withCoveredNote(JSON.parse(new TextDecoder().decode(body)) as object, true))
    : body;
  return fileResponse(said, type, { name: `${slug}-kodowania.json` });
});
