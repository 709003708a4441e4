import { municipalityClockJson } from '#app/drafting/course/clock/clock-data.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ params, db }) =>
  fileResponse(
    await municipalityClockJson(db, params.teryt ?? '', new Date()),
    'application/json; charset=utf-8',
    `zegar-${params.teryt ?? ''}.json`,
  ),
);
