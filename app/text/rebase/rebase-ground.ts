import type { Clause } from '../diff/change-types.ts';
import { requireVersionsWithin } from '../tree/limits.ts';
import { movedPairs } from '../diff/moved-pairs.ts';

/** The two texts between which amendments are carried over, prepared once for any number of them. */
export interface RebaseGround {
  base: ReadonlyMap<string, Clause>;
  current: ReadonlyMap<string, Clause>;
  currentOrder: readonly Clause[];
  /** Position of each clause of the current text. */
  place: ReadonlyMap<string, number>;
  /** Clauses that stand at another place in the current text than in the base. */
  moved: ReadonlySet<string>;
  /** For each clause of the base (of the current text) the nearest clause before it that both have, null for none. */
  baseNeighbour: ReadonlyMap<string, string | null>;
  currentNeighbour: ReadonlyMap<string, string | null>;
  /** True when the base is a whole version: then clauses it lacks are new, not merely unnamed. */
  isWhole: boolean;
}

/**
 * Prepares a base and the current text. `base` holds at least the clauses an amendment names; with the whole text of
 * that version, steps next to clauses deleted or added since are placed as well. Clauses without an id are no targets.
 */
export function prepareRebase(base: readonly Clause[], current: readonly Clause[]): RebaseGround {
  requireVersionsWithin([base, current]);
  const baseById = byId(base);
  const currentById = byId(current);
  const place = new Map(current.flatMap(({ id }, i): [string, number][] => (id === undefined ? [] : [[id, i]])));
  const shared = base.flatMap(({ id }) => (id !== undefined && currentById.has(id) ? [id] : []));
  const flags = movedPairs(
    shared.map((id) => place.get(id)!),
    shared.map((id) => baseById.get(id)!.text.length + 1),
  );
  return {
    base: baseById,
    current: currentById,
    currentOrder: current,
    place,
    moved: new Set(shared.filter((_, k) => flags[k])),
    baseNeighbour: predecessors(base, currentById),
    currentNeighbour: predecessors(current, baseById),
    isWhole: 2 * shared.length >= current.length,
  };
}

function byId(clauses: readonly Clause[]): Map<string, Clause> {
  return new Map(
    clauses.flatMap((clause): [string, Clause][] => (clause.id === undefined ? [] : [[clause.id, clause]])),
  );
}

function predecessors(clauses: readonly Clause[], others: ReadonlyMap<string, Clause>): Map<string, string | null> {
  const before = new Map<string, string | null>();
  let last: string | null = null;
  for (const { id } of clauses) {
    if (id === undefined) continue;
    before.set(id, last);
    if (others.has(id)) last = id;
  }
  return before;
}
