import type { Db } from '#app/db/client.server.ts';
import { movedTerms, type MovedTerm } from './moved-terms.ts';

export type TermChangeRow = {
  id: string;
  madeAt: Date;
  madeByName: string;
  reason: string;
  changes: MovedTerm[];
};

/** Every change of the announced terms, oldest first. */
export async function listTermChanges(db: Db, consultationId: string): Promise<TermChangeRow[]> {
  const rows = await db.termChange.findMany({ where: { consultationId }, orderBy: { id: 'asc' } });
  return rows.map((row) => ({
    id: row.id,
    madeAt: row.madeAt,
    madeByName: row.madeByName,
    reason: row.reason,
    changes: movedTerms(row),
  }));
}
