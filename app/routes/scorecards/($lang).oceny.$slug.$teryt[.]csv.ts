import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getEditionFile } from '#app/monitoring/access/edition-queries.server.ts';
import { describedBy } from '#app/monitoring/standards/csvw.ts';

/** The very bytes that the manifest of the issue names. */
export const loader = fileHandler(async ({ request, db, params, url, locale, to }) => {
  const [slug, teryt] = [params.slug ?? '', params.teryt ?? ''];
  const { body, type } = await getEditionFile(db, {
    slug,
    path: `${teryt}.${locale}.csv`,
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(body, type, {
    name: `${slug}-${teryt}.csv`,
    link: describedBy(to.scorecardFile(slug, teryt, 'csv-metadata.json', issueOf(url))),
  });
});
