import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { svgToPng } from '#app/monitoring/charts/png.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { scorecardPictureSvg } from './scorecard-picture-svg.server.tsx';

/** Picture of a scorecard for other sites: the score with its interval, or that there is not enough data. Throws not found. */
export async function scorecardPicture(
  db: Db,
  { slug, teryt, locale }: { slug: string; teryt: string; locale: Locale },
): Promise<Uint8Array<ArrayBuffer>> {
  const { document } = await getScorecard(db, { slug, teryt });
  return svgToPng(scorecardPictureSvg(document, locale));
}
