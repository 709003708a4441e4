import type { Db } from '#app/db/client.server.ts';
import { unitCauses, type UnitCause } from './unit-causes.ts';

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
    select: { clauseId: true, orderKey: true },
  });
  const keyOf = new Map(keys.map(({ clauseId, orderKey }) => [clauseId, orderKey]));
  return unitCauses(rows, { after, upTo }, { units, keyOf: (clauseId) => keyOf.get(clauseId) });
}
