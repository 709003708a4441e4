import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { scorecardSvg } from '#app/monitoring/charts/scorecard-svg.server.tsx';
import { getScorecard } from '#app/monitoring/edition-queries.server.ts';

export const loader = handler(async ({ db, params, locale }) => {
  const { document, manifest } = await getScorecard(db, { slug: params.slug ?? '', teryt: params.teryt ?? '' });
  return fileResponse(scorecardSvg({ document, manifest, locale }), 'image/svg+xml; charset=utf-8');
});
