import { fileResponse } from '#app/http/files.server.ts';
import { fileHandler } from '#app/http/handlers.server.ts';
import { scorecardPicture } from '#app/openness/pictures/scorecard-picture.server.ts';

export const loader = fileHandler(async ({ db, params, locale }) =>
  fileResponse(await scorecardPicture(db, { slug: params.slug ?? '', teryt: params.teryt ?? '', locale }), 'image/png'),
);
