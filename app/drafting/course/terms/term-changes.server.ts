import type { Db } from '#app/db/client.server.ts';

export type TermChangeRow = {
  id: string;
  madeAt: Date;
  madeByName: string;
  reason: string;
  changes: { term: 'opens' | 'closes' | 'answers'; before: Date; after: Date }[];
};

/** Every change of the announced terms, oldest first. */
export async function listTermChanges(db: Db, consultationId: string): Promise<TermChangeRow[]> {
  const rows = await db.termChange.findMany({ where: { consultationId }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.madeAt,
    madeByName: row.madeByName,
    reason: row.reason,
    changes: [
      { term: 'opens' as const, before: row.opensBefore, after: row.opensAfter },
      { term: 'closes' as const, before: row.closesBefore, after: row.closesAfter },
      { term: 'answers' as const, before: row.answersDueBefore, after: row.answersDueAfter },
    ].filter(({ before, after }) => before.getTime() !== after.getTime()),
  }));
}
