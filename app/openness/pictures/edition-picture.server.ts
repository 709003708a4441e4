import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { getPublishedEdition } from '#app/monitoring/access/edition-queries.server.ts';
import { instantDay } from '#app/monitoring/cards/score-words.ts';
import { svgToPng } from '#app/monitoring/charts/png.server.ts';
import { titledSvg } from './titled-svg.server.tsx';

/** Picture of an edition for other sites: the team, the title, how many municipalities, and when it was published. Throws not found. */
export async function editionPicture(
  db: Db,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<Uint8Array<ArrayBuffer>> {
  const { manifest } = await getPublishedEdition(db, { slug });
  const { edition, municipalities, issue } = manifest;
  const t = translator(locale);
  return svgToPng(
    titledSvg({
      whose: edition.team.name,
      title: edition.title[locale],
      status: [
        t('openness.picture.municipalities', { count: municipalities.length }),
        t('monitoring.published', { date: instantDay(locale, edition.publishedAt) }),
        t('publication.issue', { issue }),
      ].join(', '),
      foot: edition.isDemo ? t('monitoring.demo') : '',
    }),
  );
}
