import { fileResponse } from '#app/http/files.server.ts';
import { handler } from '#app/http/handlers.server.ts';
import { scorecardCsv } from '#app/monitoring/csv.ts';
import { getScorecard } from '#app/monitoring/edition-queries.server.ts';

export const loader = handler(async ({ db, params, locale }) => {
  const { document, hash } = await getScorecard(db, { slug: params.slug ?? '', teryt: params.teryt ?? '' });
  return fileResponse(scorecardCsv(document, hash, locale), 'text/csv; charset=utf-8', `${document.edition.slug}-${document.municipality.teryt}.csv`);
});
