import type { Locale } from '#app/i18n/locale.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import type { Translate } from '#app/i18n/translate.ts';

export type MovedTerm = { term: 'opens' | 'closes' | 'answers'; before: Date; after: Date };
type Row = Record<
  'opensBefore' | 'opensAfter' | 'closesBefore' | 'closesAfter' | 'answersDueBefore' | 'answersDueAfter',
  Date
>;

/** The terms that a change moved, of the three it names. */
export function movedTerms(row: Row): MovedTerm[] {
  return [
    { term: 'opens' as const, before: row.opensBefore, after: row.opensAfter },
    { term: 'closes' as const, before: row.closesBefore, after: row.closesAfter },
    { term: 'answers' as const, before: row.answersDueBefore, after: row.answersDueAfter },
  ].filter(({ before, after }) => before.getTime() !== after.getTime());
}

/** Each moved term as one line: what it was, what it is. */
export function termLines(moved: readonly MovedTerm[], t: Translate, locale: Locale): string {
  return moved
    .map(({ term, before, after }) =>
      t(`terms.changed.${term}`, { before: formatDateTime(locale, before), after: formatDateTime(locale, after) }),
    )
    .join('\n');
}
