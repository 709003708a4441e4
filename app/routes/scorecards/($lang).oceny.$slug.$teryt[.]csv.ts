import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { tableResponse } from '#app/http/table-response.server.ts';
import { factsOfEdition, scorecardColumns } from '#app/monitoring/cards/csv.ts';
import { getEditionFile, getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { describedBy } from '#app/publishing/csv/csvw.ts';

/** The very bytes that the manifest of the issue names. */
export const loader = fileHandler(async (context) => {
  const { request, db, params, url, locale, to } = context;
  const [slug, teryt] = [params.slug ?? '', params.teryt ?? ''];
  const asked = { slug, reader: await editionReader(request), issue: issueOf(url) };
  const { body } = await getEditionFile(db, { ...asked, path: `${teryt}.${locale}.csv` });
  return tableResponse(context, body, {
    name: `${slug}-${teryt}.csv`,
    link: describedBy(to.scorecardFile(slug, teryt, 'csv-metadata.json', issueOf(url))),
    facts: async () => {
      const card = await getScorecard(db, { ...asked, teryt });
      return factsOfEdition(card.document.edition, scorecardColumns(card, locale), locale);
    },
  });
});
