import { municipalityClockCsv } from '#app/drafting/course/clock/clock-data.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, db }) =>
  fileResponse(
    await municipalityClockCsv(db, params.teryt ?? '', new Date()),
    'text/csv; charset=utf-8',
    `zegar-${params.teryt ?? ''}.csv`,
  ),
);
