import type { Db } from '#app/db/client.server.ts';
import { clauseSteps, unitCauses, type PlacementRow, type UnitCause } from './unit-causes.ts';
import { causesOfVersions, type VersionCause } from './version-causes.server.ts';

/** What `clauseSteps` and `unitCauses` read of a placement. */
export const placedFields = {
  clauseId: true,
  revisionId: true,
  parentClauseId: true,
  type: true,
  label: true,
  orderKey: true,
  fromVersion: true,
  toVersion: true,
} as const;

type Units = Parameters<typeof unitCauses>[2]['units'];

/** What made each of `units` differ between the two ends of a range of versions (`after` < `upTo`), by clause id; see `unitCauses`. */
export async function causesOfUnits(
  db: Db,
  where: { consultationId: string; after: number; upTo: number },
  units: Units,
): Promise<Record<string, UnitCause[]>> {
  if (units.length === 0) return {};
  const { consultationId, after, upTo } = where;
  const within = { gt: after, lte: upTo };
  const rows = await db.clausePlacement.findMany({
    where: { consultationId, OR: [{ fromVersion: within }, { toVersion: within }] },
    select: placedFields,
  });
  const spoken = new Set(rows.map(({ clauseId }) => clauseId));
  const silent = units.map(({ clauseId }) => clauseId).filter((clauseId) => !spoken.has(clauseId));
  const keys = await db.clausePlacement.findMany({
    where: { consultationId, clauseId: { in: silent }, fromVersion: { lte: after } },
    orderBy: { fromVersion: 'asc' },
    select: { clauseId: true, orderKey: true, parentClauseId: true },
  });
  const placeOf = new Map(keys.map((place) => [place.clauseId, place]));
  return nameCauses(
    db,
    consultationId,
    unitCauses(rows, { after, upTo }, { units, placeOf: (clauseId) => placeOf.get(clauseId) }),
  );
}

/**
 * The same causes with the rulings they are, each by its remark: where a version brought several into force, those that changed the unit or
 * one that it stands under, and for a number or place that only follows, those that put units in, out or elsewhere.
 */
export async function nameCauses(
  db: Db,
  consultationId: string,
  causes: Record<string, UnitCause[]>,
): Promise<Record<string, UnitCause[]>> {
  const versions = [...new Set(Object.values(causes).flatMap((each) => each.map(({ version }) => version)))];
  const made = new Map(
    [...(await causesOfVersions(db, { consultationId, versions }))].map(([version, all]) => [
      version,
      all.filter(({ goesAlong }) => !goesAlong),
    ]),
  );
  const several = versions.filter((version) => (made.get(version)?.length ?? 0) > 1);
  const placed = await placedIn(db, consultationId, several);
  return Object.fromEntries(
    Object.entries(causes).map(([clauseId, each]) => [
      clauseId,
      each.flatMap((cause): UnitCause[] => {
        const rulings = made.get(cause.version) ?? [];
        const own = rulings.length > 1 ? rulingsBehind(rulings, clauseId, placed(cause.version)) : rulings;
        return own.length === 0 ? [cause] : own.map(({ remark }) => ({ ...cause, remark }));
      }),
    ]),
  );
}

/** What a version put in, out or elsewhere, and what each unit it touched stands under. */
type Placed = { moved: ReadonlySet<string>; parentOf: ReadonlyMap<string, string | null> };

async function placedIn(
  db: Db,
  consultationId: string,
  versions: readonly number[],
): Promise<(version: number) => Placed> {
  const within = { in: [...versions] };
  const rows: PlacementRow[] =
    versions.length === 0
      ? []
      : await db.clausePlacement.findMany({
          where: { consultationId, OR: [{ fromVersion: within }, { toVersion: within }] },
          select: placedFields,
        });
  return (version) => {
    const touched = rows.filter(({ fromVersion, toVersion }) => fromVersion === version || toVersion === version);
    const byClause = new Map<string, PlacementRow[]>();
    for (const row of touched) byClause.set(row.clauseId, [...(byClause.get(row.clauseId) ?? []), row]);
    const moved = [...byClause].flatMap(([clauseId, stood]) =>
      clauseSteps(stood).some(
        (step) => step.version === version && step.ways.some((way) => way !== 'words' && way !== 'number'),
      )
        ? [clauseId]
        : [],
    );
    return {
      moved: new Set(moved),
      parentOf: new Map(touched.map(({ clauseId, parentClauseId }) => [clauseId, parentClauseId])),
    };
  };
}

function rulingsBehind(
  rulings: readonly VersionCause[],
  clauseId: string,
  { moved, parentOf }: Placed,
): readonly VersionCause[] {
  for (let at: string | null = clauseId; at !== null; at = parentOf.get(at) ?? null) {
    const id = at;
    const own = rulings.filter(({ clauseIds }) => clauseIds.includes(id));
    // A unit above explains what is under it only where it came, went or moved.
    if (own.length > 0 && (id === clauseId || moved.has(id))) return own;
  }
  const placing = rulings.filter(({ clauseIds }) => clauseIds.some((id) => moved.has(id)));
  return placing.length > 0 ? placing : rulings;
}
