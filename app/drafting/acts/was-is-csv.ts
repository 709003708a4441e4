import type { CsvCell } from '#app/publishing/csv/write-csv.ts';
import { causeWords } from './cause-words.ts';
import type { Translate } from '#app/i18n/translate.ts';
import { wordsOf, type WasIsInput } from './was-is-text.ts';

/** The list „was / is" as a table for CSV, a changed unit a row. */
export function wasIsTable(
  t: Translate,
  { from, to, diff, causes, versions }: WasIsInput,
): { head: string[]; rows: CsvCell[][] } {
  const plain = (words: string) => words.replaceAll('\u00a0', ' ');
  const why = (clauseId: string) =>
    plain((causes[clauseId] ?? []).map((cause) => causeWords(t, cause, versions)).join('\n'));
  return {
    head: [
      t('wasis.unit'),
      t('format.csv.unit-before'),
      `${t('wasis.was')} (${from})`,
      `${t('wasis.is')} (${to})`,
      t('wasis.why'),
    ],
    rows: [
      ...diff.changes.map((unit) => [
        plain(unit.after?.citation ?? ''),
        plain(unit.before?.citation ?? ''),
        unit.before ? plain(wordsOf(unit, 'delete').join('\n')) : null,
        unit.after ? plain(wordsOf(unit, 'insert').join('\n')) : null,
        why(unit.clauseId),
      ]),
      // Words that stayed are in none of the two columns.
      ...diff.renumbered.map(({ clauseId, before, after }) => [
        plain(after.citation),
        plain(before.citation),
        null,
        null,
        why(clauseId),
      ]),
    ],
  };
}
