import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { withCoveredNote } from '#app/monitoring/covered-note.ts';
import { variantsPage } from '#app/monitoring/compare/variants-page.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';

/** Every figure of the page of variants, with the whole matrix of correlations. */
export const loader = fileHandler(async ({ request, db, params, url }) => {
  const slug = params.slug ?? '';
  const { variants, covered } = await variantsPage(db, {
    slug,
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(canonicalJson(withCoveredNote(variants, covered.any)), 'application/json; charset=utf-8', {
    name: `${slug}-warianty.json`,
  });
});
