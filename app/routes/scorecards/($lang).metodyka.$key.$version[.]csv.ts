import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';
import { getMethodology } from '#app/monitoring/access/methodologies.server.ts';
import { methodologyCsv, methodologyShape } from '#app/monitoring/methodology/methodology-csv.ts';

export const loader = fileHandler(async (context) => {
  const { db, params, locale } = context;
  const [key, version] = [params.key ?? '', params.version ?? ''];
  const { methodology } = await getMethodology(db, { key, version });
  return tableResponse(context, methodologyCsv(methodology, locale), {
    name: `${key}-${version}.csv`,
    facts: () => liveTable(methodologyShape),
  });
});
