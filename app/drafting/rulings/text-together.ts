import { unitsByClause, type DraftUnit } from '#app/drafting/acts/draft.ts';
import { nextText } from '#app/drafting/acts/next-text.ts';
import { changedUnits, type ChangedUnit } from './changed-units.ts';
import { combineChanges, type CombinedText, type ClauseConflict, type NumberedChanges } from './combine-changes.ts';

/** What several amendments give together: the units that change, and what contradicts. */
export type TextTogether = { result: ChangedUnit[]; conflicts: ClauseConflict[] };

/**
 * The text with all amendments at once. What merges clause by clause but cannot stand in one text (a unit moved into one that is
 * struck) is a conflict of that clause too, and left out of the result.
 */
export function textTogether(
  draft: { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' },
  amendments: readonly NumberedChanges[],
): TextTogether {
  const combined = combineChanges(amendments, combinedText(draft.units));
  const conflicts = [...combined.conflicts];
  let { changes } = combined;
  for (;;) {
    const next = nextText(draft, changes);
    if (next.ok) return { result: changedUnits(draft.units, next.value.units, changes), conflicts };
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

/** Words and parents of a text's clauses. */
function combinedText(units: readonly DraftUnit[]): CombinedText {
  const byId = unitsByClause(units);
  return {
    wordsOf: (clauseId) => byId.get(clauseId)?.text ?? '',
    parentOf: (clauseId) => byId.get(clauseId)?.parentClauseId ?? null,
  };
}
