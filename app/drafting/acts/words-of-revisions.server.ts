import type { Db } from '#app/db/client.server.ts';

/** Words of revisions by id. */
export async function textsOf(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const revisions = await db.clauseRevision.findMany({
    where: { id: { in: wanted } },
    select: { id: true, text: true },
  });
  return new Map(revisions.map(({ id, text }) => [id, text]));
}
