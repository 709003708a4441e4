import type { Db } from '#app/db/client.server.ts';
import { clausesMergedInto } from './clause-lines.server.ts';

/** Condition for the comments on an amendment, or on a clause and those joined with it. */
export async function commentsOn(
  db: Db,
  { clauseId, remarkId }: { clauseId: string; remarkId: string | null },
): Promise<{ remarkId: string } | { remarkId: null; clauseId: { in: string[] } }> {
  if (remarkId !== null) return { remarkId };
  const merged = await clausesMergedInto(db, clauseId);
  return { remarkId: null, clauseId: { in: [clauseId, ...merged.map(({ id }) => id)] } };
}
