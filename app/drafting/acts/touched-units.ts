import type { DraftChange, DraftUnit } from './draft.ts';
import { changedText } from './next-text.ts';

/**
 * Ids of the units whose words or place each change alters, those it brings in included, in the order of `changes`. `after` is the version
 * that they made of `text`; null where they cannot have made it.
 */
export function unitsOfChanges(
  text: { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' },
  changes: readonly DraftChange[],
  after: readonly DraftUnit[],
): string[][] | null {
  if (changes.length === 0) return [];
  const made = changedText(text, changes, { isReplay: true });
  if (!made.ok || made.value.units.length !== after.length) return null;
  const idOf = new Map(made.value.units.map(({ key }, at) => [key, after[at]!.clauseId]));
  return changes.map((change, at) => keysOf(change, at).map((key) => idOf.get(key) ?? key));
}

/** Units by their names in a changed text: a new one is named by the place of its change. */
function keysOf(change: DraftChange, at: number): string[] {
  switch (change.op) {
    case 'insert-after':
      return [`new-${at}`];
    case 'split':
      return [change.clauseId, `new-${at}`];
    case 'merge':
      return [change.clauseId, change.targetId];
    case 'restore':
      return change.units.map(({ clauseId }) => clauseId);
    default:
      return [change.clauseId];
  }
}
