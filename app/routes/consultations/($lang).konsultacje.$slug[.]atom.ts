import { consultationFeed } from '#app/openness/feeds/feeds.server.ts';
import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';

export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(
    await consultationFeed(db, { slug: params.slug ?? '', locale, now: new Date() }),
    'application/atom+xml; charset=utf-8',
  ),
);
