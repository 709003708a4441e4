import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { EXCHANGE_COLUMNS, exchangeShape, exchangeTable } from '#app/monitoring/fieldwork/exchange.ts';
import { officeExchange } from '#app/monitoring/fieldwork/exchange.server.ts';

/** The exchange of the office with the team about one municipality. */
export const loader = fileHandler(async (context) => {
  const { request, params, db } = context;
  const { slug = '', teryt = '' } = params;
  const viewer = await requireOfficial(request, teryt);
  const rows = await officeExchange(db, { viewer, slug, teryt });
  return tableResponse(context, await writeTable(EXCHANGE_COLUMNS, exchangeTable(rows)), {
    name: `${slug}-${teryt}-odpowiedzi.csv`,
    facts: () => liveTable(exchangeShape),
  });
});
