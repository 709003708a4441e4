import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { redlinePage } from '#app/drafting/acts/redline-page.server.ts';
import { wasIsTable } from '#app/drafting/acts/was-is-csv.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';

export const loader = fileHandler(async (context) => {
  const { params, url, db, locale, t } = context;
  const slug = params.slug ?? '';
  const page = await redlinePage(db, {
    slug,
    from: versionNumber(url, 'od'),
    to: versionNumber(url, 'do'),
    locale,
    now: new Date(),
  });
  const { head, rows } = wasIsTable(t, { ...page, title: page.facts.title });
  return tableResponse(context, await writeTable(head, rows), {
    name: `${slug}-zmiany-${page.from}-${page.to}.csv`,
    facts: () => liveTable({ figures: [], days: [] }),
  });
});
