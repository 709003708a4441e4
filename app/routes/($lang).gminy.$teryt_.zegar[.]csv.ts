import { municipalityClockCsv } from '#app/consultations/clock/clock-data.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';

export const loader = handler(async ({ params, db }) => fileResponse(await municipalityClockCsv(db, params.teryt ?? '', new Date()), 'text/csv; charset=utf-8', `zegar-${params.teryt ?? ''}.csv`));
