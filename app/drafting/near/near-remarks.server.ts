import type { Db } from '#app/db/client.server.ts';
import { normalWords } from './likeness.ts';
import { findNear, type NearCluster, type NearRow } from './near.ts';

export const requestColumns = { op: true, clauseId: true, after: true, rest: true, targetClauseId: true } as const;

/**
 * Open remarks that could be answered together, the largest kinds first: at most `limit` kinds are read, `more` says how many are
 * left. Kinds were told at filing (place-near.server.ts), so a visit counts them in an index and reads what it shows.
 */
export async function nearRemarks(
  db: Db,
  consultationId: string,
  limit = 20,
): Promise<{ clusters: NearCluster[]; more: number }> {
  const open = { consultationId, state: 'open', nearKey: { not: null } };
  const free = await db.remark.groupBy({ by: ['nearKey'], where: { ...open, groupId: null }, _count: { _all: true } });
  const grouped = new Set(
    (await db.remark.groupBy({ by: ['nearKey'], where: { ...open, groupId: { not: null } } })).map(
      ({ nearKey }) => nearKey,
    ),
  );
  const kinds = free
    .map(({ nearKey, _count }) => ({ key: nearKey!, size: _count._all + (grouped.has(nearKey) ? 1 : 0) }))
    .filter(({ size }) => size > 1)
    .sort((a, b) => b.size - a.size || a.key - b.key);
  const shown = kinds.slice(0, limit).map(({ key }) => key);
  return {
    clusters: findNear(await rowsOf(db, { ...open, nearKey: { in: shown } })),
    more: kinds.length - shown.length,
  };
}

async function rowsOf(
  db: Db,
  where: { consultationId: string; state: string; nearKey: { in: number[] } },
): Promise<NearRow[]> {
  const remarks = await db.remark.findMany({
    where,
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      likeness: true,
      reason: true,
      group: { select: { number: true } },
      operations: { where: { op: { not: 'none' } }, select: requestColumns },
    },
  });
  const left = await groupsLeft(
    db,
    where.consultationId,
    remarks.map(({ id }) => id),
  );
  return remarks.map(({ id, number, likeness, reason, group, operations }): NearRow => ({
    number,
    likeness,
    words: reason,
    group: group?.number ?? null,
    left: left.get(id) ?? [],
    request: requestOf(operations),
  }));
}

type Operation = {
  op: string;
  clauseId: string;
  after: string | null;
  rest: string | null;
  targetClauseId: string | null;
};

/** The change that operations ask for in one form; '' when they ask for none. */
export function requestOf(operations: readonly Operation[]): string {
  if (operations.length === 0) return '';
  const forms = operations.map(({ op, clauseId, after, rest, targetClauseId }) =>
    JSON.stringify([clauseId, op, normalWords(after ?? ''), normalWords(rest ?? ''), targetClauseId]),
  );
  return forms.sort().join('\n');
}

/** Numbers of the groups that these remarks left or were taken out of, from the record. */
export async function groupsLeft(
  db: Db,
  consultationId: string,
  remarkIds: readonly string[],
): Promise<Map<string, number[]>> {
  const events = await db.event.findMany({
    where: {
      consultationId,
      subjectType: 'remark',
      subjectId: { in: [...remarkIds] },
      kind: { in: ['remark-left-group', 'remark-ungrouped'] },
    },
    select: { subjectId: true, data: true },
  });
  const left = new Map<string, number[]>();
  for (const { subjectId, data } of events) {
    const { group } = data as { group?: number };
    if (group !== undefined) left.set(subjectId, [...(left.get(subjectId) ?? []), group]);
  }
  return left;
}
