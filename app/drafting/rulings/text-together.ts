import { unitsByClause, type DraftChange, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextText } from '#app/drafting/acts/next-text.ts';
import { changedUnits, type ChangedUnit } from './changed-units.ts';
import { combineChanges, type CombinedText, type ClauseConflict, type NumberedChanges } from './combine-changes.ts';

/** What several amendments give together: the units that change, what contradicts, and the changes that make this text in one step. */
export type TextTogether = { result: ChangedUnit[]; conflicts: ClauseConflict[]; changes: DraftChange[] };

/**
 * The text with all amendments at once. What merges clause by clause but cannot stand in one text (a unit moved into one that is
 * struck) is a conflict of that clause too, and left out of the result. `isReplay`: they were brought together once.
 */
export function textTogether(
  draft: { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' },
  amendments: readonly NumberedChanges[],
  options: { isReplay?: boolean } = {},
): TextTogether {
  const [only, ...more] = amendments.filter((each) => each.changes.length > 0);
  // One alone is made in its own order, as its page showed it and as it is made again from the record.
  const isAlone = only !== undefined && more.length === 0;
  const combined = isAlone
    ? { changes: [...only.changes], conflicts: [] }
    : combineChanges(amendments, combinedText(draft.units));
  const conflicts = [...combined.conflicts];
  let { changes } = combined;
  for (;;) {
    const next = nextText(draft, changes, options);
    if (next.ok) return { result: changedUnits(draft.units, next.value.units, changes), conflicts, changes };
    const { clauseId } = next.error;
    const fewer = changes.filter(
      (change) => change.clauseId !== clauseId && !('targetId' in change && change.targetId === clauseId),
    );
    // A change that cannot be made and that none of the others explains: the first one gives way.
    const [first, ...rest] = changes;
    changes = fewer.length < changes.length ? fewer : rest;
    const named = fewer.length < rest.length + 1 ? clauseId : (first?.clauseId ?? clauseId);
    conflicts.push({
      clauseId: named,
      words: '',
      sides: amendments
        .filter((each) =>
          each.changes.some(
            (change) => change.clauseId === named || ('targetId' in change && change.targetId === named),
          ),
        )
        .map(({ number }) => ({ number, text: null })),
    });
  }
}

/**
 * Which of the combined changes each amendment asked for, by their places in the list: words that were merged in one clause are of all who
 * asked for other words of it.
 */
export function sharesOf(changes: readonly DraftChange[], amendments: readonly NumberedChanges[]): number[][] {
  const keyOf = (change: DraftChange) =>
    change.op === 'replace' ? `replace ${change.clauseId}` : JSON.stringify(change);
  const keys = changes.map(keyOf);
  return amendments.map((each) => {
    const asked = new Set(each.changes.map(keyOf));
    return keys.flatMap((key, at) => (asked.has(key) ? [at] : []));
  });
}

/** Words and parents of a text's clauses. */
function combinedText(units: readonly DraftUnit[]): CombinedText {
  const byId = unitsByClause(units);
  return {
    wordsOf: (clauseId) => byId.get(clauseId)?.text ?? '',
    parentOf: (clauseId) => byId.get(clauseId)?.parentClauseId ?? null,
  };
}
