import { notFound } from '#app/errors/app-error.ts';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { codingsCsvw } from '#app/monitoring/standards/csvw.ts';

export const loader = fileHandler(async ({ request, db, params, url, locale }) => {
  const published = await getPublishedEdition(db, {
    slug: params.slug ?? '',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  if (published.manifest.files['codings.csv'] === undefined) throw notFound('nothing was coded twice');
  return fileResponse(
    canonicalJson(codingsCsvw({ ...published, asked: issueOf(url) }, locale)),
    'application/csvm+json; charset=utf-8',
  );
});
