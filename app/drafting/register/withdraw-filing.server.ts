import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { dropOtherDrafts } from '../carry/drop-drafts.server.ts';
import { needsSecond, type Approves } from '../office/gate.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { recordEvents } from '#app/record/record-event.server.ts';

export type WithdrawInput = {
  viewer: Viewer;
  slug: string;
  number: number;
  /** Points to take back, each with the revision that was on the page; null for all that still wait, as they are. */
  points: ReadonlyMap<number, number> | null;
  now?: Date;
  /** The draft that this brings into force, where the rule of two holds and the office acts for the author. */
  approves?: Approves;
};
export type WithdrawResult =
  | { ok: true; value: { withdrawn: number[] } }
  | { ok: false; error: { code: 'nothing-open' | 'moved' | 'four-eyes' } };

/**
 * Takes back waiting points of a letter: its author does, or an official for a letter that came without an account and whose
 * author asked for it; under the rule of two, two of them. The points stay in the register as withdrawn, one Event each; those ruled on already stay as they are.
 */
export async function withdrawFiling(db: Db, input: WithdrawInput): Promise<WithdrawResult> {
  const where = { number: input.number, consultation: { slug: input.slug } };
  const found = await db.filing.findFirst({ where, select: { consultationId: true, teryt: true, authorId: true } });
  if (!found || !mayWithdraw(input.viewer, found)) throw notFound('no such letter of this person');
  return transaction(db, async (tx): Promise<WithdrawResult> => {
    await lockConsultation(tx, found.consultationId);
    const open = await tx.remark.findMany({
      where: {
        filing: { ...where, authorId: found.authorId },
        state: 'open',
        ...(input.points ? { point: { in: [...input.points.keys()] } } : {}),
      },
      orderBy: { number: 'asc' },
      select: { id: true, number: true, point: true, revision: true },
    });
    if (open.length === 0) return { ok: false, error: { code: 'nothing-open' } };
    if (input.points && open.some(({ point, revision }) => input.points?.get(point) !== revision))
      return { ok: false, error: { code: 'moved' } };
    // Its author answers for it alone; in the author's place two officials do.
    if (found.authorId === null) {
      const { fourEyes } = await tx.consultation.findUniqueOrThrow({
        where: { id: found.consultationId },
        select: { fourEyes: true },
      });
      if (await needsSecond(tx, { id: found.consultationId, fourEyes }, { ...input, write: 'withdrawal' }))
        return { ok: false, error: { code: 'four-eyes' } };
    }
    await tx.remark.updateMany({
      where: { id: { in: open.map(({ id }) => id) }, state: 'open' },
      data: { state: 'withdrawn', revision: { increment: 1 } },
    });
    const owner = { teryt: found.teryt, consultationId: found.consultationId };
    await recordEvents(
      tx,
      open.map(({ id, number }) => ({
        ...owner,
        kind: 'remark-withdrawn',
        actorId: input.viewer.id,
        subject: { type: 'remark', id },
        data: { number, filing: input.number, state: 'withdrawn', byOffice: found.authorId === null },
        ...(input.now ? { at: input.now } : {}),
      })),
    );
    await dropOtherDrafts(tx, { ...owner, remarkIds: open.map(({ id }) => id), actorId: input.viewer.id, except: [] });
    await bumpRevision(tx, consultationScope(input.slug));
    return { ok: true, value: { withdrawn: open.map(({ number }) => number) } };
  });
}

function mayWithdraw(viewer: Viewer, filing: { authorId: string | null; teryt: string }): boolean {
  return filing.authorId === viewer.id || (filing.authorId === null && isOfficialOf(viewer, filing.teryt));
}
