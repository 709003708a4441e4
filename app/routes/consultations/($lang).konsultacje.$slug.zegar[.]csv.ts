import { clockLicence, clockCsv, clockShape } from '#app/drafting/course/clock/clock-data.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { liveTable, tableResponse } from '#app/http/table-response.server.ts';

export const loader = fileHandler(async (context) => {
  const { params, db } = context;
  return tableResponse(context, await clockCsv(db, params.slug ?? '', new Date()), {
    name: `zegar-${params.slug ?? ''}.csv`,
    facts: () => liveTable(clockShape, clockLicence),
  });
});
