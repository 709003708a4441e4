import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { tableResponse } from '#app/http/table-response.server.ts';
import { getEditionFile, getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { factsOfEdition } from '#app/monitoring/cards/csv.ts';
import { codingsColumns } from '#app/monitoring/publication/codings-file.ts';
import { describedBy } from '#app/publishing/csv/csvw.ts';

/** Both codings of what was coded twice: the very bytes that the manifest names. */
export const loader = fileHandler(async (context) => {
  const { request, db, params, url, locale, to } = context;
  const slug = params.slug ?? '';
  const asked = { slug, reader: await editionReader(request), issue: issueOf(url) };
  const { body } = await getEditionFile(db, { ...asked, path: 'codings.csv' });
  return tableResponse(context, body, {
    name: `${slug}-kodowania.csv`,
    link: describedBy(to.editionCodings(slug, 'csv-metadata.json', issueOf(url))),
    facts: async () => {
      const { edition } = (await getPublishedEdition(db, asked)).manifest;
      return factsOfEdition(edition, codingsColumns(edition), locale);
    },
  });
});
