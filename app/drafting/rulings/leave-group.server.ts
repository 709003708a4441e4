import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { sendLeft } from './group-letters.server.ts';

export type LeaveError = { code: 'decided' } | { code: 'not-in-group' };
export type LeaveResult = { ok: true; value: { number: number } } | { ok: false; error: LeaveError };

/**
 * „Moja jest inna": the author takes an open remark out of its group. It is answered on its own from now on and not offered
 * for that group again; the office is told. Its revision goes up, so that what was drafted for the group is not approved for it unread.
 */
export async function leaveGroup(
  db: Db,
  input: { viewer: Viewer; slug: string; group: number; number: number },
): Promise<LeaveResult> {
  const { viewer, slug, number } = input;
  const where = { number, authorId: viewer.id, consultation: { slug } };
  const found = await db.remark.findFirst({ where, select: { consultationId: true } });
  if (!found) throw notFound('not the author of such a remark');
  return transaction(db, async (tx): Promise<LeaveResult> => {
    await lockConsultation(tx, found.consultationId);
    const remark = await tx.remark.findFirst({
      where,
      select: {
        id: true,
        teryt: true,
        consultationId: true,
        state: true,
        group: { select: { id: true, number: true, title: true, revision: true } },
        consultation: { select: { teryt: true, slug: true, title: true } },
      },
    });
    if (!remark) throw notFound('no such remark');
    if (remark.state !== 'open') return { ok: false, error: { code: 'decided' } };
    if (remark.group?.number !== input.group) return { ok: false, error: { code: 'not-in-group' } };
    const { group } = remark;
    const owner = { teryt: remark.teryt, consultationId: remark.consultationId };
    await tx.remark.updateMany({
      where: { id: remark.id, ...owner, authorId: viewer.id, state: 'open', groupId: group.id },
      data: { groupId: null, revision: { increment: 1 } },
    });
    await tx.remarkGroup.updateMany({ where: { id: group.id, ...owner }, data: { revision: { increment: 1 } } });
    await recordEvent(tx, {
      ...owner,
      kind: 'remark-left-group',
      actorId: viewer.id,
      subject: { type: 'remark', id: remark.id },
      data: { group: group.number },
    });
    await sendLeft(tx, { consultation: remark.consultation, group, number, revision: group.revision });
    await bumpRevision(tx, consultationScope(slug));
    return { ok: true, value: { number } };
  });
}
