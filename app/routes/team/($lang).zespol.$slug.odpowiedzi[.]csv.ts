import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { EXCHANGE_COLUMNS, exchangeTable } from '#app/monitoring/fieldwork/exchange.ts';
import { teamExchange } from '#app/monitoring/fieldwork/exchange.server.ts';

/** The whole exchange with the offices of an edition, for the team. */
export const loader = fileHandler(async ({ request, params, url, db }) => {
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const rows = await teamExchange(db, { viewer, slug, teryt: url.searchParams.get('gmina') });
  return fileResponse(
    await writeTable(EXCHANGE_COLUMNS, exchangeTable(rows)),
    'text/csv; charset=utf-8',
    `${slug}-odpowiedzi.csv`,
  );
});
