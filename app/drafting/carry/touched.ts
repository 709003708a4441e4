import type { DraftUnit } from '#app/drafting/acts/draft.ts';

/** What a new version did to the units of the one before: by identity, never by position. */
export type Touched = {
  /** Clauses whose own words changed, or that are gone. */
  own: ReadonlySet<string>;
  /** The same, and every clause that has such a one, or a new one, under it. */
  subtree: ReadonlySet<string>;
  /** Clauses with new units right after them: where the new units stand in the list of the new version. */
  anchors: ReadonlyMap<string, number[]>;
  /** Clauses that stand elsewhere than before: under another unit, or in another order. */
  moved: ReadonlySet<string>;
};

export type PlacedUnit = {
  clauseId: string | null;
  revisionId: string | null;
  parentId: string | null;
  orderKey: string;
};

const places = new WeakMap<readonly DraftUnit[], readonly PlacedUnit[]>();

/** The units of a stored version, which nobody changes: made once for a list. */
export function placedUnits(units: readonly DraftUnit[]): readonly PlacedUnit[] {
  const known = places.get(units);
  if (known) return known;
  const made = units.map(placed);
  places.set(units, made);
  return made;
}

function placed(unit: DraftUnit): PlacedUnit {
  return {
    clauseId: unit.clauseId,
    revisionId: unit.revisionId,
    parentId: unit.parentClauseId,
    orderKey: unit.orderKey,
  };
}

/** Compares two versions; `revisionId` null stands for words the database has yet to give an id. */
export function touchedClauses(before: readonly PlacedUnit[], after: readonly PlacedUnit[]): Touched {
  const [then, now] = [indexOf(before), indexOf(after)];
  // Most changes put other words where words stand: a unit's counterpart is in its place, and there is nothing to look up.
  const areInPlace =
    before.length === after.length && before.every(({ clauseId }, at) => clauseId === after[at]!.clauseId);
  const nextOf = (unit: PlacedUnit, at: number) => (areInPlace ? after[at] : now().get(unit.clauseId));
  const oldOf = (unit: PlacedUnit, at: number) =>
    unit.clauseId === null ? undefined : areInPlace ? before[at] : then().get(unit.clauseId);
  const own = new Set<string>();
  const subtree = new Set<string>();
  const climb = (units: Index, unit: PlacedUnit): void => {
    for (let at: PlacedUnit | undefined = unit; at; at = at.parentId === null ? undefined : units().get(at.parentId)) {
      if (at.clauseId !== null) subtree.add(at.clauseId);
    }
  };
  for (const [at, unit] of before.entries()) {
    const next = nextOf(unit, at);
    if (next && next.revisionId === unit.revisionId) continue;
    if (unit.clauseId !== null) own.add(unit.clauseId);
    climb(then, unit);
  }
  const moved = new Set<string>();
  for (const [at, unit] of after.entries()) {
    const old = oldOf(unit, at);
    if (!old) climb(now, unit);
    else if (old.parentId !== unit.parentId || old.orderKey !== unit.orderKey) {
      moved.add(unit.clauseId!);
      // What it left and what it came to are not the same any more; the unit itself is.
      for (const [units, parentId] of [
        [then, old.parentId],
        [now, unit.parentId],
      ] as const) {
        const parent = parentId === null ? undefined : units().get(parentId);
        if (parent) climb(units, parent);
      }
    }
  }
  return { own, subtree, anchors: areInPlace ? new Map() : anchorsOf(after, then()), moved };
}

type Index = () => ReadonlyMap<string | null, PlacedUnit>;

/** Units by clause, looked up only where somebody asks. */
function indexOf(units: readonly PlacedUnit[]): Index {
  let index: ReadonlyMap<string | null, PlacedUnit> | null = null;
  return () => (index ??= new Map(units.map((unit) => [unit.clauseId, unit])));
}

/** Clauses whose open remarks a change may concern. */
export function concernedClauses(touched: Touched): string[] {
  return [...new Set([...touched.subtree, ...touched.anchors.keys(), ...touched.moved])];
}

/** New units by the sibling they follow, directly or behind other new ones. */
function anchorsOf(after: readonly PlacedUnit[], then: ReadonlyMap<string | null, PlacedUnit>): Map<string, number[]> {
  const anchors = new Map<string, number[]>();
  const lastKnown = new Map<string | null, string>();
  after.forEach((unit, at) => {
    const isNew = unit.clauseId === null || !then.has(unit.clauseId);
    if (!isNew && unit.clauseId !== null) lastKnown.set(unit.parentId, unit.clauseId);
    const anchor = isNew ? lastKnown.get(unit.parentId) : undefined;
    if (anchor !== undefined) anchors.set(anchor, [...(anchors.get(anchor) ?? []), at]);
  });
  return anchors;
}
