import type { Db } from '#app/db/client.server.ts';
import type { ClauseCounts } from './act-view.ts';

/** Remarks, amendments and comments by clause id, in two grouped queries; clauses nobody spoke about are left out. What is said of an amendment is counted there. */
export async function clauseCounts(db: Db, consultationId: string): Promise<Map<string, ClauseCounts>> {
  const remarks = await db.$queryRaw<{ clauseId: string; kind: string; n: number }[]>`
    select o."clauseId"::text as "clauseId", r.kind, count(distinct r.id)::int as n
    from "RemarkOperation" o join "Remark" r on r.id = o."remarkId"
    where o."consultationId" = ${consultationId}::uuid and r.state <> 'withdrawn'
    group by o."clauseId", r.kind`;
  const comments = await db.comment.groupBy({
    by: ['clauseId'],
    where: { consultationId, remarkId: null },
    _count: { _all: true },
  });
  const counts = new Map<string, ClauseCounts>();
  const of = (clauseId: string): ClauseCounts => {
    const known = counts.get(clauseId) ?? { remarks: 0, amendments: 0, comments: 0 };
    counts.set(clauseId, known);
    return known;
  };
  for (const row of remarks) of(row.clauseId)[row.kind === 'amendment' ? 'amendments' : 'remarks'] = row.n;
  for (const row of comments) of(row.clauseId).comments = row._count._all;
  return counts;
}
