/** How a version touched a unit: other words, another place, another number, new in the text, out of it. */
type Way = 'words' | 'place' | 'number' | 'in' | 'out';

/**
 * A version that touched a unit; `place` without a key of its own: others were put before or behind it. `remark`: of several rulings that
 * were released in that version the one that touched it, named by its remark; each of them is a cause of its own.
 */
export type UnitCause = { version: number; ways: Way[]; remark?: number };

/** Where and how a clause stood in a range of versions. */
export type PlacementRow = {
  clauseId: string;
  revisionId: string;
  parentClauseId: string | null;
  type: string;
  label: string;
  orderKey: string;
  fromVersion: number;
  toVersion: number | null;
};

/** A unit that is to be explained: `before` and `after` are null where the unit is not in that version. */
type ChangedUnit = {
  clauseId: string;
  change: string;
  before: { label: string } | null;
  after: { label: string } | null;
};

/** Where a clause stands that no row of the range speaks of. */
type Place = Pick<PlacementRow, 'orderKey' | 'parentClauseId'>;

/** Levels that a text can have. */
const mostLevels = 12;

type Range = { after: number; upTo: number };
type Move = { version: number; from: string; to: string };

/**
 * For each of `units`, which differ between the two ends of a range of versions, the versions of the range that made them differ, oldest
 * first; none of them is without one. `rows` are the placements that begin or end in the range, `placeOf` the order key of a clause that no
 * row speaks of, and what it stands under. Which of two units that changed places „moved" is a matter of looking: a unit that stayed and was passed by another one
 * is explained by the version that moved the other, one whose level alone is another by the version that moved what it stands under.
 */
export function unitCauses(
  rows: readonly PlacementRow[],
  { after, upTo }: Range,
  { units, placeOf }: { units: readonly ChangedUnit[]; placeOf: (clauseId: string) => Place | undefined },
): Record<string, UnitCause[]> {
  const within = (version: number | null) => version !== null && version > after && version <= upTo;
  const byClause = groupedBy(rows, ({ clauseId }) => clauseId);
  const steps = new Map<string, UnitCause[]>();
  const moves: Move[] = [];
  for (const [clauseId, stood] of byClause) {
    const found = clauseSteps(stood).filter(({ version }) => within(version));
    for (const { version, before, now } of found)
      if (before && now && before.orderKey !== now.orderKey)
        moves.push({ version, from: before.orderKey, to: now.orderKey });
    steps.set(clauseId, found);
  }
  const parentOf = (clauseId: string) =>
    byClause.get(clauseId)?.at(-1)?.parentClauseId ?? placeOf(clauseId)?.parentClauseId ?? null;
  /** The nearest unit around it that was put elsewhere. */
  const carried = (clauseId: string): UnitCause[] => {
    for (let id = parentOf(clauseId), depth = 0; id !== null && depth < mostLevels; id = parentOf(id), depth += 1) {
      const placed = (steps.get(id) ?? []).filter(({ ways }) => ways.includes('place'));
      if (placed.length > 0) return placed.map(({ version }) => ({ version, ways: ['place'] }));
    }
    return [];
  };
  return Object.fromEntries(
    units.map((unit) => {
      const own = relevant(unit, steps.get(unit.clauseId) ?? []);
      const isPlaced = own.some(({ ways }) => ways.includes('place') || ways.includes('in'));
      const needsPlace = unit.change === 'moved' || unit.change === 'moved-changed';
      const passed =
        needsPlace && !isPlaced
          ? passedBy(moves, keysOf(byClause.get(unit.clauseId), placeOf(unit.clauseId)?.orderKey))
          : [];
      const causes = [...own, ...passed];
      return [unit.clauseId, joined(causes.length > 0 ? causes : carried(unit.clauseId))];
    }),
  );
}

/** What each version did to one clause, oldest first, from all its placements: its words, its place, its number, that it came and went. */
export function clauseSteps<Row extends PlacementRow>(
  stood: readonly Row[],
): (UnitCause & { before: Row | null; now: Row | null })[] {
  const inOrder = stood.toSorted((a, b) => a.fromVersion - b.fromVersion);
  return inOrder.flatMap((row, at) => {
    const [earlier, next] = [inOrder[at - 1], inOrder[at + 1]];
    const before = earlier && earlier.toVersion === row.fromVersion ? earlier : null;
    const ways = before ? waysBetween(before, row) : (['in'] as Way[]);
    return [
      ...(ways.length > 0 ? [{ version: row.fromVersion, ways, before, now: row }] : []),
      ...(row.toVersion !== null && next?.fromVersion !== row.toVersion
        ? [{ version: row.toVersion, ways: ['out'] as Way[], before: row, now: null }]
        : []),
    ];
  });
}

function waysBetween(before: PlacementRow, now: PlacementRow): Way[] {
  return [
    ...(before.revisionId === now.revisionId ? [] : (['words'] as const)),
    ...(before.orderKey === now.orderKey && before.parentClauseId === now.parentClauseId && before.type === now.type
      ? []
      : (['place'] as const)),
    ...(before.label === now.label ? [] : (['number'] as const)),
  ];
}

/** A unit that came or went is explained by that; another number by whatever gave it, where the number is another one at all. */
function relevant({ before, after }: ChangedUnit, steps: readonly UnitCause[]): UnitCause[] {
  const isRenumbered = before !== null && after !== null && before.label !== after.label;
  const gone = after === null ? steps.filter(({ ways }) => ways.includes('out')).slice(-1) : [];
  if (gone.length > 0) return gone.map(({ version, ways }) => ({ version, ways }));
  return steps.flatMap(({ version, ways }) => {
    const told = ways.filter((way) => way !== 'number' || isRenumbered);
    return told.length > 0 ? [{ version, ways: told }] : [];
  });
}

/** Keys the clause had, by the version it had them from. */
function keysOf(stood: readonly PlacementRow[] | undefined, key: string | undefined): (version: number) => string {
  return (version) =>
    stood?.find(({ fromVersion, toVersion }) => fromVersion < version && (toVersion === null || toVersion >= version))
      ?.orderKey ??
    key ??
    '';
}

function passedBy(moves: readonly Move[], keyAt: (version: number) => string): UnitCause[] {
  return moves.flatMap(({ version, from, to }) => {
    const key = keyAt(version);
    return (from < key && key < to) || (to < key && key < from) ? [{ version, ways: ['place'] as Way[] }] : [];
  });
}

function joined(causes: readonly UnitCause[]): UnitCause[] {
  const byVersion = groupedBy(causes, ({ version }) => version);
  return [...byVersion]
    .map(([version, of]) => ({ version, ways: [...new Set(of.flatMap(({ ways }) => ways))] }))
    .sort((a, b) => a.version - b.version);
}

function groupedBy<Key, Item>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** True where the only thing that a version did to the unit is its number. */
export const isOnlyNumber = ({ ways }: UnitCause): boolean => ways.every((way) => way === 'number');

/** One cause apart from the others of a unit. */
export const causeKey = ({ version, remark }: UnitCause): string => `${version} ${remark ?? ''}`;
