import { generateNKeysBetween } from 'fractional-indexing';
import type { UnitType } from '#app/text/tree/types.ts';

/** A unit of one version of a draft: who it is (clause), its words (revision) and where it stands (placement). */
export type DraftUnit = {
  clauseId: string;
  /** Number in the address of the clause, stable over all versions. */
  code: number;
  revisionId: string;
  parentClauseId: string | null;
  type: UnitType;
  /** Printed mark, e.g. "§ 3.", "2)"; empty for text without a mark. */
  label: string;
  number: string;
  heading: string;
  text: string;
  quoted: boolean;
  /** 0 at the top of the act. */
  depth: number;
  orderKey: string;
};

/** Parts of an act outside its units. */
export type DraftHead = {
  title: string;
  legalBasis: string;
  /** All words before the first unit; title and legal basis are parts of it. */
  before: string;
  reasons: string | null;
  /** How many annexes the source has before its reasons; absent when there are no reasons. */
  annexesBeforeReasons?: number;
};

/**
 * One step of a change of the text. Units are named by clause, never by number.
 *
 * - `replace`: other words, and another heading where one is given.
 * - `insert-after`: a sibling after the whole of the unit.
 * - `delete`: the unit with everything under it.
 * - `move`: the unit with everything under it, after `targetId` where both are of one type, else as the first one in it.
 * - `split`: `text` stays, `rest` becomes a new unit right after. What stands below goes with the second: a list stays
 *   behind the words that introduce it, so that no word of the document changes its place.
 * - `merge`: `targetId`, a sibling, is taken into the unit, whose words are then `text`; what is below it follows.
 * - `restore`: a unit that was taken out comes back as it was, with everything under it (`units`, itself first), below `parentId` (null: at
 *   the top) and behind `afterId`, else as the first one there.
 */
export type DraftChange =
  | { op: 'replace'; clauseId: string; text: string; heading?: string }
  | { op: 'insert-after'; clauseId: string; type: UnitType; text: string; heading?: string }
  | { op: 'delete'; clauseId: string }
  | { op: 'move'; clauseId: string; targetId: string }
  | { op: 'split'; clauseId: string; text: string; rest: string }
  | { op: 'merge'; clauseId: string; targetId: string; text: string }
  | { op: 'restore'; clauseId: string; parentId: string | null; afterId: string | null; units: readonly DraftUnit[] };

/** A unit of the next version; ids are null where the database has yet to give them. */
export type NextUnit = Omit<DraftUnit, 'clauseId' | 'code' | 'revisionId' | 'parentClauseId'> & {
  clauseId: string | null;
  code: number | null;
  revisionId: string | null;
  /** Position of the parent in the same list, null at the top. */
  parent: number | null;
  /** The clause that a new unit was split from. */
  splitFromId: string | null;
};

/** Units of a version in the order of the document. Byte order of the keys, not the order of a locale. */
export function inOrder<T extends { orderKey: string }>(units: readonly T[]): T[] {
  return [...units].sort((a, b) => (a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0));
}

const indexes = new WeakMap<readonly DraftUnit[], ReadonlyMap<string, DraftUnit>>();

/** Units of a version by clause, made once for a list: whoever has one never changes it. */
export function unitsByClause(units: readonly DraftUnit[]): ReadonlyMap<string, DraftUnit> {
  const known = indexes.get(units);
  if (known) return known;
  const index = new Map(units.map((unit) => [unit.clauseId, unit]));
  indexes.set(units, index);
  return index;
}

/** The unit and everything under it: half-open range of positions in `units`. */
function subtreeRange(units: readonly { depth: number }[], at: number): { from: number; to: number } {
  const depth = units[at]!.depth;
  let to = at + 1;
  while (to < units.length && units[to]!.depth > depth) to += 1;
  return { from: at, to };
}

/** A unit with everything under it, and nothing else. Empty when the clause is not in this version. */
export function subtreeOf<T extends { clauseId: string; depth: number }>(units: readonly T[], clauseId: string): T[] {
  const at = units.findIndex((unit) => unit.clauseId === clauseId);
  if (at < 0) return [];
  const { from, to } = subtreeRange(units, at);
  return units.slice(from, to);
}

/** Keys for a whole new document of `count` units. */
export function freshKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
