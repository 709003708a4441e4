import type { Db } from '#app/db/client.server.ts';
import { coverPlaces, loadCovers, uncoverPlaces } from './cover-places.server.ts';
import { placesOf } from './places-of.server.ts';
import type { SubjectType } from './subjects.ts';

/**
 * Runs `work` on the amendments as they were written, covered words included, and covers them again before anybody can read
 * them: a covered wording follows the text exactly as it would have. Call it inside a transaction.
 */
export async function withOriginals<T>(tx: Db, consultationId: string, work: () => Promise<T>): Promise<T> {
  const acts = await tx.redaction.findMany({
    where: { consultationId, subjectType: 'remark', undoneAt: null, number: { not: null } },
    orderBy: { madeAt: 'asc' },
    select: { id: true, subjectId: true, teryt: true, number: true },
  });
  const open = new Set(
    (
      await tx.remark.findMany({
        where: { id: { in: acts.map(({ subjectId }) => subjectId) }, state: 'open', kind: 'amendment' },
        select: { id: true },
      })
    ).map(({ id }) => id),
  );
  const lifted = acts.filter(({ subjectId }) => open.has(subjectId));
  for (const { id } of lifted) await uncoverPlaces(tx, id);
  const done = await work();
  for (const act of lifted) await coverAgain(tx, { ...act, consultationId, editionId: null });
  return done;
}

type Act = {
  id: string;
  subjectId: string;
  teryt: string;
  number: number | null;
  consultationId: string | null;
  editionId?: string | null;
};

/** Covers the words of an act in everything that was written since. */
export async function coverAgain(
  tx: Db,
  { id, subjectId, teryt, number, consultationId, editionId = null }: Act,
  type: SubjectType = 'remark',
): Promise<void> {
  const cover = (await loadCovers(tx, [id])).get(id);
  if (cover)
    await coverPlaces(tx, cover, await placesOf(tx, { type, id: subjectId, teryt, consultationId, editionId, number }));
}
