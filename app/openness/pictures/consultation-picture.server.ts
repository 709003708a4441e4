import { consultationFacts } from '#app/drafting/acts/consultation-facts.server.ts';
import { stageSentence } from '#app/drafting/state/stage-words.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { svgToPng } from '#app/monitoring/charts/png.server.ts';
import { titledSvg } from './titled-svg.server.tsx';

/** Picture of a consultation for other sites: municipality, title, where it stands. Throws not found. */
export async function consultationPicture(
  db: Db,
  { slug, locale, now }: { slug: string; locale: Locale; now: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const facts = await consultationFacts(db, slug, now);
  const { waiting, by } = facts.counts;
  // What the office filed itself is nobody's voice.
  const filed = [by.residents, by.organisations].reduce((sum, each) => sum + each.remarks + each.amendments, 0);
  return svgToPng(
    titledSvg({
      whose: facts.municipality,
      title: facts.title,
      status: stageSentence(facts, { stage: facts.stage, waiting, now, locale }),
      foot: translator(locale)('openness.picture.remarks', { count: filed }),
    }),
  );
}
