import { versionNumber } from '#app/drafting/acts/compared-versions.ts';
import { redlinePage } from '#app/drafting/acts/redline-page.server.ts';
import { wasIsTable } from '#app/drafting/acts/was-is-csv.ts';
import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, url, db, locale, t }) => {
  const slug = params.slug ?? '';
  const page = await redlinePage(db, {
    slug,
    from: versionNumber(url, 'od'),
    to: versionNumber(url, 'do'),
    locale,
    now: new Date(),
  });
  const { head, rows } = wasIsTable(t, { ...page, title: page.facts.title });
  return fileResponse(
    await writeTable(head, rows),
    'text/csv; charset=utf-8',
    `${slug}-zmiany-${page.from}-${page.to}.csv`,
  );
});
