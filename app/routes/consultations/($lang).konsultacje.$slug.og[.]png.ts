import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { consultationPicture } from '#app/openness/pictures/consultation-picture.server.ts';

export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(await consultationPicture(db, { slug: params.slug ?? '', locale, now: new Date() }), 'image/png'),
);
