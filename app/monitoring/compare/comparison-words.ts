import type { Locale } from '#app/i18n/locale.ts';
import { localDecimal } from '#app/i18n/numbers.ts';
import type { Translate } from '#app/i18n/translate.ts';
import type { Axis, ComparedRow, Comparison } from '../charts/comparison.ts';
import { boundsWords, ranksWords } from '../cards/score-words.ts';
import type { Score } from '../scoring/score.ts';

/** Sentences of the comparison of two scores, in the reader's language. */
export function comparisonWords(words: { t: Translate; locale: Locale }) {
  const { t, locale } = words;
  const axisName = (axis: Axis) => (axis.name ? axis.name[locale] : t('monitoring.compare.total'));
  const fact = (axis: Axis, score: Score) => {
    const bounds = boundsWords(words, score);
    const value = `${axisName(axis)}: ${localDecimal(locale, score.display ?? '')}`;
    return bounds ? `${value} (${t('monitoring.area.bounds', { bounds })})` : value;
  };
  return {
    axisName,
    /** What is known of one point, a line each: both scores with bounds, ranks of the total. */
    facts: (row: ComparedRow, { x, y }: Comparison) => [
      fact(x, row.x),
      fact(y, row.y),
      row.standing
        ? `${ranksWords(words, row.standing)} ${t('monitoring.of-ranked', { n: row.standing.of })}`
        : t('monitoring.compare.no-ranks'),
    ],
    finding: ({ x, y, higher, points }: Comparison) =>
      t('monitoring.compare.finding', { x: axisName(x), y: axisName(y), count: higher.x, n: points.length }),
    /** The picture in figures: reach of both axes, how many lie on each side of the line. */
    description: ({ x, y, rows, higher }: Comparison) => {
      const range = (key: 'x' | 'y') => {
        const found = rows
          .filter((row) => row.x.display !== null && row.y.display !== null)
          .map((row) => row[key].display ?? '')
          .sort((a, b) => Number(a) - Number(b));
        return { low: localDecimal(locale, found[0] ?? ''), high: localDecimal(locale, found.at(-1) ?? '') };
      };
      return [
        t('monitoring.compare.range', { axis: axisName(x), ...range('x') }),
        t('monitoring.compare.range', { axis: axisName(y), ...range('y') }),
        t('monitoring.compare.sides', { x: axisName(x), y: axisName(y), ...counts(higher) }),
      ].join(' ');
    },
  };
}

function counts({ x, y, same }: Comparison['higher']) {
  return { xCount: x, yCount: y, same };
}
