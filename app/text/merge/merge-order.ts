/** The order of clauses in a merge: what stands still keeps its order, what a side placed goes between the same neighbours. */
import { movedPairs } from '../diff/moved-pairs.ts';
import { byKey, type MergeInput, type Unit } from './merge-units.ts';

/** A clause that a side has put at a place of its own: a new one, or one it has moved. */
export interface Placed {
  unit: Unit;
  side: number;
  isNew: boolean;
  /** Number of standing clauses before it. */
  gap: number;
  /** Position in the base of the clause it follows on its side; orders what several sides put into one gap. */
  after: number;
  /** Key of the clause it stays with, when that one moves as a whole with what belongs to it. */
  holder: string | null;
  /** Key of a clause that several sides placed and that this one stands right before on its side. */
  leads: string | null;
}

export interface Layout {
  /** Clauses of the base that every side has and none has moved, in order. */
  standing: Unit[];
  /** For each side what it has placed, in its order. */
  placed: Placed[][];
  /** For each side the keys it has moved. */
  moved: Set<string>[];
}

/** Finds out what each side has moved or added, and where. */
export function layOut(input: MergeInput): Layout {
  const position = new Map(input.base.map((unit, i) => [unit.key, i]));
  const moved = input.sides.map((units) => movedIn(units, input.base, position));
  const sidesByKey = input.sides.map(byKey);
  const standing = input.base.filter(
    (unit) => sidesByKey.every((side) => side.has(unit.key)) && moved.every((keys) => !keys.has(unit.key)),
  );
  const gapOf = new Map(standing.map((unit, g) => [unit.key, g + 1]));
  const placed = input.sides.map((units, s) => {
    const movedElsewhere = new Set(moved.flatMap((keys, t) => (t === s ? [] : [...keys])));
    return placedBy({ units, side: s, position, gapOf, moved: moved[s]!, movedElsewhere });
  });
  return { standing, placed, moved };
}

function movedIn(units: readonly Unit[], base: readonly Unit[], position: Map<string, number>): Set<string> {
  const place = new Map(units.map((unit, j) => [unit.key, j]));
  const shared = base.filter((unit) => place.has(unit.key));
  // The weight must be the same for every side: it is the length in the base, so that two sides that make the same
  // move are seen to move the same clause.
  const flags = movedPairs(
    shared.map((unit) => place.get(unit.key)!),
    shared.map((unit) => base[position.get(unit.key)!]!.text.length + 1),
  );
  return new Set(shared.filter((_, k) => flags[k]).map((unit) => unit.key));
}

interface SideOrder {
  units: readonly Unit[];
  side: number;
  position: Map<string, number>;
  gapOf: Map<string, number>;
  moved: Set<string>;
  movedElsewhere: Set<string>;
}

function placedBy({ units, side, position, gapOf, moved, movedElsewhere }: SideOrder): Placed[] {
  const placed: Placed[] = [];
  let gap = 0;
  let after = -1;
  let holder: string | null = null;
  units.forEach((unit, j) => {
    const isNew = !position.has(unit.key);
    if (isNew || moved.has(unit.key)) {
      holder = isNew && staysWith(units, j, movedElsewhere, holder) ? (units[j - 1]?.key ?? null) : null;
      placed.push({ unit, side, isNew, gap, after, holder, leads: null });
      return;
    }
    gap = gapOf.get(unit.key) ?? gap;
    after = position.get(unit.key)!;
    holder = null;
  });
  return placed;
}

/**
 * A new clause between two others that get separated stays at its place in the text, unless it belongs to the clause
 * that moves: an item of its list, or a clause inside a block that moves as a whole.
 */
function staysWith(
  units: readonly Unit[],
  j: number,
  movedElsewhere: ReadonlySet<string>,
  holderBefore: string | null,
): boolean {
  const previous = units[j - 1];
  if (previous === undefined) return false;
  if (!movedElsewhere.has(previous.key) && holderBefore === null) return false;
  const level = units[j]!.level ?? 0;
  const next = units[j + 1];
  if (level > (previous.level ?? 0)) return true;
  if (next !== undefined && movedElsewhere.has(next.key)) return true;
  return level > 0 && (next === undefined || (next.level ?? 0) < level);
}

/**
 * The merged order of all clauses that `isKept` admits. New clauses that several sides put at one point stand in the
 * order of the sides; this is the one thing in which the result depends on who filed first.
 */
export function mergeOrder(layout: Layout, placed: readonly Placed[], isKept: (key: string) => boolean): Unit[] {
  const byGap = new Map<number, Placed[]>();
  const byHolder = new Map<string, Placed[]>();
  const leaders = new Map<string, Placed[]>();
  for (const item of placed) {
    if (item.leads !== null) addTo(leaders, item.leads, item);
    else if (item.holder !== null) addTo(byHolder, item.holder, item);
    else addTo(byGap, item.gap, item);
  }
  const order: Unit[] = [];
  const emit = (unit: Unit): void => {
    for (const leader of leaders.get(unit.key) ?? []) emit(leader.unit);
    if (isKept(unit.key)) order.push(unit);
    for (const held of byHolder.get(unit.key) ?? []) emit(held.unit);
  };
  const emitGap = (gap: number): void => {
    for (const item of sortGap(byGap.get(gap) ?? [])) emit(item.unit);
  };
  emitGap(0);
  layout.standing.forEach((unit, g) => {
    emit(unit);
    emitGap(g + 1);
  });
  return order;
}

/** Adds to the list kept under a key. */
export function addTo<Key, Item>(lists: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [item]);
  else list.push(item);
}

function sortGap(items: readonly Placed[]): Placed[] {
  const order = new Map(items.map((item, k) => [item, k]));
  const isAllMoved = new Map<number, boolean>();
  const runs = new Map<string, { level: number; isNew: boolean }>();
  const runOf = (item: Placed): string => `${item.after} ${item.side}`;
  for (const item of items) {
    isAllMoved.set(item.after, (isAllMoved.get(item.after) ?? true) && !item.isNew);
    if (!runs.has(runOf(item))) runs.set(runOf(item), { level: item.unit.level ?? 0, isNew: item.isNew });
  }
  return [...items].sort((a, b) => {
    if (a.after !== b.after) return a.after - b.after;
    if (a.side === b.side) return order.get(a)! - order.get(b)!;
    // Clauses moved to one point by different people have a natural order: the one they had.
    if (isAllMoved.get(a.after)!) return keyNumber(a) - keyNumber(b);
    const [one, other] = [runs.get(runOf(a))!, runs.get(runOf(b))!];
    // A deeper item belongs to what stands before this point; behind a clause of a higher level it would be part of that.
    if (one.level !== other.level) return other.level - one.level;
    // What was there before stands before what is new, whoever filed first.
    return Number(one.isNew) - Number(other.isNew) || a.side - b.side;
  });
}

function keyNumber(item: Placed): number {
  return Number(item.unit.key.slice(1));
}
