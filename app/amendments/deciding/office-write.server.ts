import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { lockConsultation } from '../lock-consultation.server.ts';

export type OfficeConsultation = { id: string; teryt: string; slug: string; title: string; version: number; fourEyes: boolean };

/** The consultation for an official of its municipality; for everybody else its office pages do not exist. */
export async function findForOfficial(db: Db, { viewer, slug }: { viewer: Viewer; slug: string }): Promise<OfficeConsultation> {
  const found = await db.consultation.findUnique({ where: { slug }, select: { id: true, teryt: true, slug: true, title: true, version: true, fourEyes: true } });
  if (!found || !isOfficialOf(viewer, found.teryt)) throw notFound('not an official here');
  return found;
}

/** One write of an official: permission, lock, then `work` in the same transaction on what stands in the database under the lock. */
export async function asOfficial<T>(db: Db, who: { viewer: Viewer; slug: string }, work: (tx: Db, consultation: OfficeConsultation) => Promise<T>): Promise<T> {
  const { id } = await findForOfficial(db, who);
  return transaction(db, async (tx) => {
    await lockConsultation(tx, id);
    return work(tx, await findForOfficial(tx, who));
  });
}
