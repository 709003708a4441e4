import type { Db } from '#app/db/client.server.ts';
import { normalWords } from '../likeness.ts';
import { findNear, type NearCluster, type NearRow } from './near.ts';

/** Clusters of open remarks that could be answered together, and the first words of each remark in them. */
export async function nearRemarks(db: Db, consultationId: string): Promise<NearCluster[]> {
  const remarks = await db.remark.findMany({
    where: { consultationId, state: 'open', likeness: { not: '' } }, orderBy: { number: 'asc' },
    select: {
      id: true, number: true, likeness: true, reason: true, group: { select: { number: true } },
      operations: { where: { op: { not: 'none' } }, select: { op: true, clauseId: true, after: true, rest: true, targetClauseId: true } },
    },
  });
  const left = await groupsLeft(db, consultationId);
  return findNear(remarks.map(({ id, number, likeness, reason, group, operations }): NearRow => ({
    number, likeness, words: reason, group: group?.number ?? null, left: left.get(id) ?? [], request: requestOf(operations),
  })));
}

type Operation = { op: string; clauseId: string; after: string | null; rest: string | null; targetClauseId: string | null };

/** The change that operations ask for in one form; '' when they ask for none. */
function requestOf(operations: readonly Operation[]): string {
  if (operations.length === 0) return '';
  const forms = operations.map(({ op, clauseId, after, rest, targetClauseId }) => JSON.stringify([clauseId, op, normalWords(after ?? ''), normalWords(rest ?? ''), targetClauseId]));
  return forms.sort().join('\n');
}

/** Numbers of the groups that remarks left or were taken out of, from the record. */
export async function groupsLeft(db: Db, consultationId: string): Promise<Map<string, number[]>> {
  const events = await db.event.findMany({ where: { consultationId, kind: { in: ['remark-left-group', 'remark-ungrouped'] } }, select: { subjectId: true, data: true } });
  const left = new Map<string, number[]>();
  for (const { subjectId, data } of events) {
    const { group } = data as { group?: number };
    if (group !== undefined) left.set(subjectId, [...(left.get(subjectId) ?? []), group]);
  }
  return left;
}
