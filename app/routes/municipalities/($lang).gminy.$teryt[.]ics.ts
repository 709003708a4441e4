import { calendarText } from '#app/publishing/feeds/calendar.ts';
import { municipalityCalendar } from '#app/openness/feeds/calendars.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(
    calendarText(await municipalityCalendar(db, { teryt: params.teryt ?? '', locale, now: new Date() })),
    'text/calendar; charset=utf-8',
  ),
);
