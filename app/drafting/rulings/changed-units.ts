import { unitsByClause, type DraftChange, type DraftUnit, type NextUnit } from '#app/drafting/acts/draft.ts';
import { diffText } from '#app/text/diff/diff-text.ts';
import { present } from '#app/text/diff/present.ts';
import type { ViewSpan } from '../remarks/change-view.ts';

export type ChangedUnit = { label: string; spans: ViewSpan[] };
/** A changed unit before its words are compared; `after` null for one that is struck. */
export type ChangedPair = { label: string; before: string; after: string | null };

/** Units that changes reword, add or strike, with the marks they get, as tracked changes against the words before. */
export function changedUnits(
  before: readonly DraftUnit[],
  after: readonly NextUnit[],
  changes: readonly DraftChange[],
): ChangedUnit[] {
  return changedPairs(before, after, changes).map(viewPair);
}

export function viewPair({ label, before, after }: ChangedPair): ChangedUnit {
  if (after === null) return { label, spans: [{ op: 'delete', text: before }] };
  return { label, spans: present(diffText(before, after)).spans.map((span) => ({ op: span.op, text: span.text })) };
}

/** The same units, in the same order, without a look at what differs in their words. */
export function changedPairs(
  before: readonly DraftUnit[],
  after: readonly NextUnit[],
  changes: readonly DraftChange[],
): ChangedPair[] {
  const named = new Set(
    changes
      .filter(({ op }) => op !== 'insert-after')
      .flatMap((change) =>
        'targetId' in change && change.op === 'merge' ? [change.clauseId, change.targetId] : [change.clauseId],
      ),
  );
  const then = unitsByClause(before);
  const gone = new Set([...named].filter((id) => then.has(id) && !after.some(({ clauseId }) => clauseId === id)));
  const struck = (gone.size === 0 ? [] : before)
    .filter(({ clauseId }) => gone.has(clauseId))
    .map(({ label, heading, text }): ChangedPair => ({
      label,
      before: [heading, text].filter(Boolean).join(' ') || label,
      after: null,
    }));
  // Most units have the place they had: looking them up is for those that have not.
  const oldOf = ({ clauseId }: NextUnit, at: number) =>
    before[at]?.clauseId === clauseId ? before[at] : then.get(clauseId ?? '');
  const kept = after.flatMap((unit, at): ChangedPair[] => {
    const old = oldOf(unit, at);
    return old && old.text === unit.text && !named.has(old.clauseId)
      ? []
      : [{ label: unit.label, before: old?.text ?? '', after: unit.text }];
  });
  return [...struck, ...kept];
}
