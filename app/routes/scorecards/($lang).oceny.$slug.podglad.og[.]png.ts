import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { editionPicture } from '#app/openness/pictures/edition-picture.server.ts';

export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(await editionPicture(db, { slug: params.slug ?? '', locale }), 'image/png'),
);
