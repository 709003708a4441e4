import type { Db } from '#app/db/client.server.ts';

/** A clause that was joined with another one, and when. */
export type MergedClause = { id: string; code: number; intoId: string; version: number };

/** Clauses joined with this one, directly or through others that were. */
export async function clausesMergedInto(db: Db, clauseId: string): Promise<MergedClause[]> {
  const found: MergedClause[] = [];
  for (let ids = [clauseId]; ids.length > 0;) {
    const rows = await db.clause.findMany({
      where: { mergedIntoId: { in: ids } },
      orderBy: { code: 'asc' },
      select: { id: true, code: true, mergedIntoId: true, mergedVersion: true },
    });
    found.push(
      ...rows.map(({ id, code, mergedIntoId, mergedVersion }) => ({
        id,
        code,
        intoId: mergedIntoId!,
        version: mergedVersion ?? 0,
      })),
    );
    ids = rows.map(({ id }) => id);
  }
  return found;
}

/** The clause whose words a joined clause is part of now: the end of the chain. Null when it was never joined. */
export async function mergedTarget(db: Db, clauseId: string): Promise<string | null> {
  let target: string | null = null;
  for (let id: string | null = clauseId; id !== null;) {
    const row: { mergedIntoId: string | null } | null = await db.clause.findUnique({
      where: { id },
      select: { mergedIntoId: true },
    });
    id = row?.mergedIntoId ?? null;
    target = id ?? target;
  }
  return target;
}

/** Condition for the comments on an amendment, or on a clause and those joined with it. */
export async function commentsOn(
  db: Db,
  { clauseId, remarkId }: { clauseId: string; remarkId: string | null },
): Promise<{ remarkId: string } | { remarkId: null; clauseId: { in: string[] } }> {
  if (remarkId !== null) return { remarkId };
  const merged = await clausesMergedInto(db, clauseId);
  return { remarkId: null, clauseId: { in: [clauseId, ...merged.map(({ id }) => id)] } };
}
