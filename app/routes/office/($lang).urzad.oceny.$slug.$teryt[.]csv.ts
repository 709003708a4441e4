import { writeTable } from '#app/publishing/csv/write-table.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { requireOfficial } from '#app/http/session.server.ts';
import { EXCHANGE_COLUMNS, exchangeTable } from '#app/monitoring/fieldwork/exchange.ts';
import { officeExchange } from '#app/monitoring/fieldwork/exchange.server.ts';

/** The exchange of the office with the team about one municipality. */
export const loader = fileHandler(async ({ request, params, db }) => {
  const { slug = '', teryt = '' } = params;
  const viewer = await requireOfficial(request, teryt);
  const rows = await officeExchange(db, { viewer, slug, teryt });
  return fileResponse(
    await writeTable(EXCHANGE_COLUMNS, exchangeTable(rows)),
    'text/csv; charset=utf-8',
    `${slug}-${teryt}-odpowiedzi.csv`,
  );
});
