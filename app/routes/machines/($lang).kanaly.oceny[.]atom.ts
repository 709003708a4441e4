import { scorecardsFeed } from '#app/openness/feeds/feeds.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ db, locale }) =>
  fileResponse(await scorecardsFeed(db, { locale, now: new Date() }), 'application/atom+xml; charset=utf-8'),
);
