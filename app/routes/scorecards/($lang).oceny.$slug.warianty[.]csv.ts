import { editionReader, issueOf } from '#app/http/edition-reader.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { tableResponse } from '#app/http/table-response.server.ts';
import { factsOfEdition } from '#app/monitoring/cards/csv.ts';
import { variantsColumns, variantsTable } from '#app/monitoring/compare/variants-csv.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { variantsPage } from '#app/monitoring/compare/variants-page.server.ts';

/** Ranks of every municipality under every variant. */
export const loader = fileHandler(async (context) => {
  const { request, db, params, url, locale } = context;
  const slug = params.slug ?? '';
  const { manifest, variants } = await variantsPage(db, {
    slug,
    reader: await editionReader(request),
    issue: issueOf(url),
  });
  return tableResponse(context, await writeTable(...variantsTable(variants)), {
    name: `${slug}-warianty.csv`,
    facts: () => factsOfEdition(manifest.edition, variantsColumns(variants), locale),
  });
});
