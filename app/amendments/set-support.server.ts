import { stageAt } from '#app/consultations/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { lockConsultation } from './lock-consultation.server.ts';
import { recordEvent } from './record-event.server.ts';

export type SupportError = { code: 'not-verified' } | { code: 'decided' } | { code: 'closed' } | { code: 'own' };
export type SupportResult = { ok: true; value: { supports: number } } | { ok: false; error: SupportError };

/** Gives or takes back one person's support of an open remark; doing it twice changes nothing. Authors do not support themselves. */
export async function setSupport(
  db: Db,
  input: { viewer: Viewer; slug: string; number: number; isSupported: boolean; now?: Date },
): Promise<SupportResult> {
  const { viewer } = input;
  const remark = await db.remark.findFirst({
    where: { number: input.number, consultation: { slug: input.slug } }, select: { id: true, teryt: true, consultationId: true, authorId: true },
  });
  if (!remark) throw notFound('no such remark');
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  if (remark.authorId === viewer.id) return { ok: false, error: { code: 'own' } };
  return transaction(db, async (tx): Promise<SupportResult> => {
    const locked = await lockConsultation(tx, remark.consultationId);
    const now = await tx.remark.findUnique({ where: { id: remark.id }, select: { state: true } });
    if (now?.state !== 'open') return { ok: false, error: { code: 'decided' } };
    if (!locked || stageAt(locked, input.now ?? new Date(), 1) === 'preparation') return { ok: false, error: { code: 'closed' } };
    const key = { remarkId: remark.id, userId: viewer.id };
    const { count } = input.isSupported
      ? await tx.support.createMany({ data: { ...key, teryt: remark.teryt, consultationId: remark.consultationId }, skipDuplicates: true })
      : await tx.support.deleteMany({ where: key });
    if (count > 0) {
      await recordEvent(tx, {
        teryt: remark.teryt, consultationId: remark.consultationId, kind: input.isSupported ? 'support-given' : 'support-withdrawn',
        actorId: viewer.id, subject: { type: 'remark', id: remark.id },
      });
      await bumpRevision(tx, consultationScope(input.slug));
    }
    return { ok: true, value: { supports: await tx.support.count({ where: { remarkId: remark.id } }) } };
  });
}
