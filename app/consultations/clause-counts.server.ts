import type { Db } from '#app/db/client.server.ts';
import type { ClauseCounts } from './act-view.ts';

/** Amendments and comments by clause id, in two grouped queries; clauses nobody spoke about are left out. */
export async function clauseCounts(db: Db, consultationId: string): Promise<Map<string, ClauseCounts>> {
  const amendments = await db.$queryRaw<{ clauseId: string; n: number }[]>`
    select o."clauseId"::text as "clauseId", count(distinct o."remarkId")::int as n
    from "RemarkOperation" o join "Remark" r on r.id = o."remarkId"
    where o."consultationId" = ${consultationId}::uuid and r.state <> 'withdrawn'
    group by o."clauseId"`;
  const comments = await db.comment.groupBy({ by: ['clauseId'], where: { consultationId }, _count: { _all: true } });
  const counts = new Map<string, ClauseCounts>();
  for (const row of amendments) counts.set(row.clauseId, { amendments: row.n, comments: 0 });
  for (const row of comments) counts.set(row.clauseId, { amendments: counts.get(row.clauseId)?.amendments ?? 0, comments: row._count._all });
  return counts;
}
