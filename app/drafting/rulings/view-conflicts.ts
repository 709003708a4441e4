import { unitsByClause, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { diffText } from '#app/text/diff/diff-text.ts';
import { present } from '#app/text/diff/present.ts';
import type { ViewSpan } from '../remarks/change-view.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { ClauseConflict } from './combine-changes.ts';

export type ConflictView = {
  citation: string;
  /** The words in dispute, where the merge can name them. */
  words: string;
  current: string;
  /** Each wording against the words now, a new unit as it is; null where the unit would be struck or moved. */
  sides: { number: number; spans: ViewSpan[] | null; isMove: boolean }[];
};

/** Conflicts named by clause, with every wording against the words as they are. */
export function viewConflicts(conflicts: readonly ClauseConflict[], units: readonly DraftUnit[]): ConflictView[] {
  const citations = citationsByClause(units);
  const texts = unitsByClause(units);
  return conflicts.map(({ clauseId, words, sides }) => {
    const current = texts.get(clauseId)?.text ?? '';
    const spansOf = (text: string): ViewSpan[] =>
      present(diffText(current, text)).spans.map((span) => ({ op: span.op, text: span.text }));
    return {
      citation: citations.get(clauseId) ?? '',
      words,
      current,
      sides: sides.map(({ number, text, op }) => ({
        number,
        spans: text === null ? null : op === 'insert-after' ? [{ op: 'insert' as const, text }] : spansOf(text),
        isMove: op === 'move',
      })),
    };
  });
}
