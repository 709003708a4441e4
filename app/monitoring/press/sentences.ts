import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import { translator } from '#app/i18n/translate.ts';
import { isComparable } from '../cards/comparable.ts';
import { levelSpread } from '../cards/level-spread.ts';
import { boundsWords, coverageWords, instantDay, ranksWords } from '../cards/score-words.ts';
import type { EditionManifest, ScorecardDocument, ScorecardIndicator } from '../cards/scorecard-document.ts';

/**
 * A sentence about a municipality that can be printed as it stands: the score as displayed, the places as the interval of 90 % of
 * draws, the bounds where something was not assessed, and the correction when there was one. Without a total it says so, and gives no number.
 */
export function scoreSentence(document: ScorecardDocument, locale: Locale): string {
  const t = translator(locale);
  const words = { t, locale };
  const { edition, municipality, total, standing } = document;
  const title = edition.title[locale];
  if (total.display === null)
    return t('publication.sentence.no-score', {
      title,
      name: municipality.name,
      coverage: coverageWords(total.coverage),
    });
  const bounds = boundsWords(words, total);
  return [
    t('publication.sentence.score', { title, name: municipality.name, score: localDecimal(locale, total.display) }),
    standing
      ? t(document.uncertainty ? 'publication.sentence.ranks.all' : 'publication.sentence.ranks', {
          ranks: ranksWords(words, standing),
          of: t('monitoring.of-ranked', { n: standing.of }),
        })
      : '',
    bounds ? t('publication.sentence.bounds', { bounds, coverage: coverageWords(total.coverage) }) : '',
    corrected(document, null, locale),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same about one indicator: the level, what it means in words, how many others have at least as much, and what the office says. */
export function indicatorSentence(
  {
    document,
    manifest,
    indicator,
  }: { document: ScorecardDocument; manifest: EditionManifest; indicator: ScorecardIndicator },
  locale: Locale,
): string {
  const t = translator(locale);
  const { edition, municipality } = document;
  const given = {
    title: edition.title[locale],
    name: municipality.name,
    code: indicator.id,
    question: indicator.question[locale],
  };
  const chosen = indicator.scale.levels.find((level) => level.value === indicator.level);
  const answer =
    indicator.state === 'scored' && chosen
      ? t('publication.sentence.level', {
          ...given,
          level: chosen.value,
          max: indicator.scale.max,
          meaning: withoutStop(chosen[locale]),
        })
      : t(
          `publication.sentence.state.${indicator.incomplete ? 'incomplete' : (indicator.state as Exclude<typeof indicator.state, 'scored'>)}`,
          given,
        );
  return [
    answer,
    chosen && isComparable(document.reliability, indicator) ? others(manifest, indicator, chosen.value, locale) : '',
    reply(indicator, locale),
    corrected(document, indicator.id, locale),
  ]
    .filter(Boolean)
    .join(' ');
}

function others(manifest: EditionManifest, indicator: ScorecardIndicator, level: number, locale: Locale): string {
  const spread = levelSpread(manifest, indicator);
  const higher = spread.levels.filter((each) => each.level > level).reduce((sum, { count }) => sum + count, 0);
  const same = (spread.levels.find((each) => each.level === level)?.count ?? 1) - 1;
  return translator(locale)('publication.sentence.others', { same, higher });
}

function reply({ reply: given }: ScorecardIndicator, locale: Locale): string {
  if (!given) return '';
  const t = translator(locale);
  return given.stance === null
    ? t('publication.sentence.silence', { date: instantDay(locale, given.until) })
    : t('publication.sentence.reply', { date: instantDay(locale, given.at ?? given.until) });
}

function corrected({ corrections }: ScorecardDocument, indicator: string | null, locale: Locale): string {
  const last = corrections.filter((note) => indicator === null || note.indicator === indicator).at(-1);
  return last ? translator(locale)('publication.sentence.corrected', { date: instantDay(locale, last.madeAt) }) : '';
}

/** Level texts end with a full stop; inside a sentence they must not. */
function withoutStop(text: string): string {
  return text.replace(/\.\s*$/, '');
}
