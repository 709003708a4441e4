/**
 * Brings what several people wrote on one text together. The whole of it, in the order in which it is done:
 *
 * 1. Clauses are matched by identity, never by position; what a side left as it was does not count as its change (merge-units).
 * 2. Splits and joins of clauses are found first and the other sides' edits are led to where those words stand now (merge-split).
 * 3. The words of each clause are merged by tokens: hunks of each side against the base (merge-hunks), slid to the nearest end of
 *    a word or sentence (merge-slide), grouped into regions that touch each other (merge-regions). One side's region is taken as it
 *    is, equal regions once, whole sentences put in at one place stand side by side (merge-sentences); what is left is a conflict.
 * 4. Places: order of clauses (merge-order), moves of the same clause (merge-placed), marks of list items (merge-list-marks).
 *
 * Promises, held by property tests: merging nothing changes nothing; one side alone gives that side's text; an edit made by both
 * counts once; the order of the sides does not matter, but for different new clauses at one point, which stand in the order given;
 * no word is lost without being in the result or in a conflict. Time is bounded by `requireVersionsWithin`.
 *
 * Known weakness: it asks a human more often than a reader would. Edits that touch each other are a conflict even where both could
 * stand, and so is what one side deleted and another edited or moved, or a clause that would stand at two places.
 */
import type { Clause, MergeConflict } from '../diff/change-types.ts';
import { requireVersionsWithin } from '../tree/limits.ts';
import { mergeContents } from './merge-contents.ts';
import { setListMarks, takeListMarks } from './merge-list-marks.ts';
import { layOut, mergeOrder } from './merge-order.ts';
import { settlePlaces, type PlaceConflict } from './merge-placed.ts';
import { followSplitsAndJoins } from './merge-split.ts';
import { fullText, isUntouched, toMergeInput, type MergeInput, type Unit } from './merge-units.ts';

export { mergeText, type MergePiece, type TextConflict, type TextMerge } from './merge-text.ts';

export type MergeResult =
  | { conflict: false; result: Clause[]; moved: string[] }
  | {
      conflict: true;
      result: null;
      /** Ids of the clauses in which a human has to decide. */
      conflictClauses: string[];
      /** The merged text without the disputed clauses. */
      mergeable: Clause[];
      conflicts: MergeConflict[];
      moved: string[];
    };

/**
 * Carries an amendment written against `base` over to `current`: the amendment is `theirs`, the current text `ours`.
 * An amendment that is already contained changes nothing. See `mergeAll` for the rules.
 */
export function mergeClauses(input: {
  base: readonly Clause[];
  current: readonly Clause[];
  amendment: readonly Clause[];
}): MergeResult {
  return mergeVersions(input.base, [input.current, input.amendment]);
}

/**
 * Applies all amendments, each a full text written against `base`, at once. Edits in different words survive, the same
 * edit counts once; edits that touch, a deletion against an edit or a move, and one clause moved to two places are
 * conflicts. The result does not depend on the order of the amendments, but for this: different new clauses that
 * several amendments add at one point stand in the order of the amendments. No amendments give the base.
 * Throws TextLimitError for texts beyond TEXT_LIMITS.
 */
export function mergeAll(input: { base: readonly Clause[]; amendments: readonly (readonly Clause[])[] }): MergeResult {
  return mergeVersions(input.base, input.amendments);
}

function mergeVersions(base: readonly Clause[], sides: readonly (readonly Clause[])[]): MergeResult {
  requireVersionsWithin([base, ...sides]);
  const input = toMergeInput(base, sides);
  const active = [...sides.keys()].filter((s) => !isUntouched(input.base, input.sides[s]!));
  if (active.length <= 1) return onlyOne(input, active[0]);
  const touched = { base: input.base, sides: active.map((s) => input.sides[s]!) };
  return new Merge(touched, active).result();
}

/** With at most one side that changed anything, that side is the result. */
function onlyOne(input: MergeInput, side: number | undefined): MergeResult {
  if (side === undefined) return { conflict: false, result: input.base.map(toClause), moved: [] };
  const ids = new Map(input.base.map((unit) => [unit.key, unit.id]));
  const result = input.sides[side]!.map((unit) => toClause({ ...unit, id: ids.get(unit.key) ?? unit.id }));
  const [moved] = layOut({ base: input.base, sides: [input.sides[side]!] }).moved;
  return { conflict: false, result, moved: movedIds(input.base, moved!) };
}

function movedIds(base: readonly Unit[], moved: ReadonlySet<string>): string[] {
  return base.flatMap((unit) => (moved.has(unit.key) && unit.id !== undefined ? [unit.id] : []));
}

function toClause({ id, text, level }: { id: string | undefined; text: string; level: number | undefined }): Clause {
  return { ...(id === undefined ? {} : { id }), text, ...(level === undefined ? {} : { level }) };
}

class Merge {
  readonly #input: MergeInput;
  readonly #sideNumbers: readonly number[];
  readonly #unmarked: Set<string>;

  constructor(input: MergeInput, sideNumbers: readonly number[]) {
    const { input: unmarkedInput, unmarked } = takeListMarks(followSplitsAndJoins(input));
    this.#input = unmarkedInput;
    this.#unmarked = unmarked;
    this.#sideNumbers = sideNumbers;
  }

  result(): MergeResult {
    const layout = layOut(this.#input);
    const contents = mergeContents(this.#input, layout);
    const { placed, conflicts: placeConflicts } = settlePlaces(layout.placed);
    const isKept = (key: string): boolean => !contents.deleted.has(key);
    const ordered = mergeOrder(layout, placed, isKept).map((unit) => ({ ...unit, ...contents.merged.get(unit.key) }));
    const units = setListMarks(ordered, this.#unmarked);
    const conflicts = [...contents.conflicts, ...placeConflicts.map(describePlaceConflict)].map((conflict) =>
      this.#withGivenSides(conflict),
    );
    const disputed = new Set([...contents.disputed, ...placeConflicts.map(({ unit }) => unit.key)]);
    const moved = movedIds(this.#input.base, new Set(layout.moved.flatMap((keys) => [...keys])));
    if (conflicts.length === 0) return { conflict: false, result: withOwnIds(units), moved };
    const mergeable = withOwnIds(units.filter((unit) => !disputed.has(unit.key)));
    const conflictClauses = [...new Set(conflicts.flatMap(({ clause }) => (clause === null ? [] : [clause])))];
    return { conflict: true, result: null, conflictClauses, mergeable, conflicts, moved };
  }

  #withGivenSides(conflict: MergeConflict): MergeConflict {
    const options = conflict.options.map((option) => ({
      ...option,
      sides: option.sides.map((side) => this.#sideNumbers[side]!),
    }));
    return { ...conflict, options };
  }
}

function describePlaceConflict({ kind, unit, options }: PlaceConflict): MergeConflict {
  const [ours, theirs] = [options[0]!.text, options[1]!.text];
  const base = kind === 'move' ? fullText(unit) : '';
  return { kind, clause: unit.id ?? null, base, from: 0, to: base.length, ours, theirs, options };
}

/** New clauses of different amendments may bear the same id; the later ones get a free one. */
function withOwnIds(units: readonly Unit[]): Clause[] {
  const existing = new Set(
    units.flatMap((unit) => (unit.key.startsWith('b') && unit.id !== undefined ? [unit.id] : [])),
  );
  const used = new Set<string>();
  return units.map((unit) => {
    let id = unit.id;
    const isTaken = (name: string): boolean => used.has(name) || (existing.has(name) && !unit.key.startsWith('b'));
    for (let n = 2; id !== undefined && isTaken(id); n++) id = `${unit.id}-${n}`;
    if (id !== undefined) used.add(id);
    return toClause({ ...unit, id });
  });
}
