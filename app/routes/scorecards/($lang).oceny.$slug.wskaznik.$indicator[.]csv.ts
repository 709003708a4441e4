import { notFound } from '#app/errors/app-error.ts';
import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { tableResponse } from '#app/http/table-response.server.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { factsOfEdition } from '#app/monitoring/cards/csv.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { indicatorColumns, indicatorTable } from '#app/monitoring/cards/indicator-csv.ts';

/** One indicator over all municipalities. */
export const loader = fileHandler(async (context) => {
  const { request, db, params, url, locale } = context;
  const [slug, id] = [params.slug ?? '', params.indicator ?? ''];
  const { manifest } = await getPublishedEdition(db, {
    slug,
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  if (!manifest.indicators.some((each) => each.id === id)) throw notFound(`no indicator ${id}`);
  return tableResponse(context, await writeTable(...indicatorTable(manifest, id)), {
    name: `${slug}-${id}.csv`,
    facts: () => factsOfEdition(manifest.edition, indicatorColumns(manifest, id), locale),
  });
});
