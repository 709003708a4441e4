import type { Clause } from '../diff/change-types.ts';
import { matchClauses } from '../diff/match-clauses.ts';
import { sameWording } from '../diff/tokens.ts';

/** A clause inside a merge, under a key that is the same in every version where it occurs. */
export interface Unit {
  key: string;
  id: string | undefined;
  text: string;
  /** The end mark taken off the text because it follows from the order of the list. */
  mark: string;
  level: number | undefined;
  /** Where parts of the text stand in the base as given, when a split or joined clause was taken apart for the merge. */
  origins: Origin[];
}

/** From position `from` of the unit's text on, the words stand in clause `id` of the base from `offset` on. */
interface Origin {
  id: string | undefined;
  from: number;
  offset: number;
}

/** The base and all sides with common keys. */
export interface MergeInput {
  base: Unit[];
  sides: Unit[][];
}

/** Gives each clause of the base a key and finds it again in every side; clauses new in a side get keys of their own. */
export function toMergeInput(base: readonly Clause[], sides: readonly (readonly Clause[])[]): MergeInput {
  return {
    base: base.map((clause, i) => toUnit(clause, `b${i}`)),
    sides: sides.map((clauses, s) => {
      const keys = clauses.map((_, j) => `s${s}.${j}`);
      matchClauses(base, clauses).forEach((j, i) => {
        if (j >= 0) keys[j] = `b${i}`;
      });
      return clauses.map((clause, j) => toUnit(clause, keys[j]!));
    }),
  };
}

function toUnit({ id, text, level }: Clause, key: string): Unit {
  return { key, id, text, mark: '', level, origins: [{ id, from: 0, offset: 0 }] };
}

/** The text with the end mark it had in its version. */
export function fullText(unit: Unit): string {
  return unit.text + unit.mark;
}

export function byKey(units: readonly Unit[]): Map<string, Unit> {
  return new Map(units.map((unit) => [unit.key, unit]));
}

/** True when two states of a clause differ in wording or level; blanks and Unicode composition aside. */
export function isEdited(before: Unit, after: Unit): boolean {
  return (before.level ?? 0) !== (after.level ?? 0) || !sameWording(before.text, after.text);
}

/** True when a side has exactly the clauses of the base, in its order and to the letter. */
export function isUntouched(base: readonly Unit[], side: readonly Unit[]): boolean {
  return (
    base.length === side.length &&
    base.every((unit, i) => {
      const other = side[i]!;
      return other.key === unit.key && other.text === unit.text && (other.level ?? 0) === (unit.level ?? 0);
    })
  );
}

/** The clause and the place in it where a range of a unit's text stands in the base as given. */
export function originOf(unit: Unit, from: number, to: number): { id: string | undefined; from: number; to: number } {
  const origin = unit.origins.findLast((candidate) => candidate.from <= from) ?? unit.origins[0]!;
  const shift = origin.offset - origin.from;
  return { id: origin.id, from: from + shift, to: to + shift };
}
