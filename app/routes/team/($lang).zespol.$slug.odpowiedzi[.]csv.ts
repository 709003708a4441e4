import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';
import { requireTeamMember } from '#app/http/session.server.ts';
import { EXCHANGE_COLUMNS, exchangeShape, exchangeTable } from '#app/monitoring/fieldwork/exchange.ts';
import { teamExchange } from '#app/monitoring/fieldwork/exchange.server.ts';

/** The whole exchange with the offices of an edition, for the team. */
export const loader = fileHandler(async (context) => {
  const { request, params, url, db } = context;
  const viewer = await requireTeamMember(request);
  const slug = params.slug ?? '';
  const rows = await teamExchange(db, { viewer, slug, teryt: url.searchParams.get('gmina') });
  return tableResponse(context, await writeTable(EXCHANGE_COLUMNS, exchangeTable(rows)), {
    name: `${slug}-odpowiedzi.csv`,
    facts: () => liveTable(exchangeShape),
  });
});
