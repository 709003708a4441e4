import type { AmendedClause } from './amendments.ts';

/**
 * What an amendment asks of one unit of the act, named by the unit's id. `words` are the unit's own words: its mark, its heading
 * and what hangs below stay. `note` is said in a comment because no words of the text can show it; without a unit it stands
 * at the title.
 */
export type UnitChange =
  | { op: 'words'; unit: string; text: string }
  | { op: 'insert-after'; unit: string; text: string }
  | { op: 'delete'; unit: string }
  | { op: 'move'; unit: string; target: string }
  | { op: 'split'; unit: string; text: string; rest: string }
  | { op: 'merge'; unit: string; target: string; text: string }
  | { op: 'note'; unit: string | null; text: string };

/** An amendment to be shown in the act: its clauses named by citation, as in files of the command line, or by unit. */
export type TrackedAmendment = {
  author: string;
  date: string;
  reason: string;
  clauses: readonly (AmendedClause | UnitChange)[];
};

export function isUnitChange(clause: AmendedClause | UnitChange): clause is UnitChange {
  return 'unit' in clause;
}
