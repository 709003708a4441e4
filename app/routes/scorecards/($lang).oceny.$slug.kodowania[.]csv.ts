import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { getEditionFile } from '#app/monitoring/access/edition-queries.server.ts';
import { describedBy } from '#app/monitoring/standards/csvw.ts';

/** Both codings of what was coded twice: the very bytes that the manifest names. */
export const loader = fileHandler(async ({ request, db, params, url, to }) => {
  const slug = params.slug ?? '';
  const { body, type } = await getEditionFile(db, {
    slug,
    path: 'codings.csv',
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return fileResponse(body, type, {
    name: `${slug}-kodowania.csv`,
    link: describedBy(to.editionCodings(slug, 'csv-metadata.json', issueOf(url))),
  });
});
