import { stageAt } from '#app/consultations/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { lockConsultation } from './lock-consultation.server.ts';
import { recordEvent } from './record-event.server.ts';
import { supportCounts, type SupportCounts } from './talk/support-counts.server.ts';
import { wordingHashes } from './talk/wording-hashes.server.ts';

export type Stance = 'support' | 'objection';
export type SupportError = { code: 'not-verified' } | { code: 'decided' } | { code: 'closed' } | { code: 'own' } | { code: 'moved' } | TooMany;
export type SupportResult = { ok: true; value: SupportCounts } | { ok: false; error: SupportError };

export type SupportInput = {
  viewer: Viewer;
  slug: string;
  number: number;
  /** Null takes the voice back. */
  stance: Stance | null;
  /** Hash of the wording the person had on the page; another one now is refused as `moved`. Null for a voice taken back. */
  wordingHash?: string | null;
  now?: Date;
};

/**
 * Gives, changes, renews or takes back one person's voice on an open remark: one per person, tied to the words as they are.
 * Doing it twice changes nothing. Authors have no voice on their own remarks.
 */
export async function setSupport(db: Db, input: SupportInput): Promise<SupportResult> {
  const { viewer } = input;
  const remark = await db.remark.findFirst({
    where: { number: input.number, consultation: { slug: input.slug } }, select: { id: true, teryt: true, consultationId: true, authorId: true },
  });
  if (!remark) throw notFound('no such remark');
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  if (remark.authorId === viewer.id) return { ok: false, error: { code: 'own' } };
  return withinLimit(db, 'support', { person: viewer.id, consultation: remark.consultationId }, () => giveVoice(db, input, remark));
}

function giveVoice(db: Db, input: SupportInput, remark: { id: string; teryt: string; consultationId: string }): Promise<SupportResult> {
  const { viewer } = input;
  return transaction(db, async (tx): Promise<SupportResult> => {
    const locked = await lockConsultation(tx, remark.consultationId);
    const now = input.now ?? new Date();
    const current = await tx.remark.findUnique({ where: { id: remark.id }, select: { state: true } });
    if (current?.state !== 'open') return { ok: false, error: { code: 'decided' } };
    if (!locked || stageAt(locked, now, 1) === 'preparation') return { ok: false, error: { code: 'closed' } };
    const hash = (await wordingHashes(tx, [remark.id])).get(remark.id) ?? '';
    if (input.stance && input.wordingHash && input.wordingHash !== hash) return { ok: false, error: { code: 'moved' } };
    const kind = await write(tx, { input, remark, hash, version: locked.version, now });
    if (kind) {
      await recordEvent(tx, {
        teryt: remark.teryt, consultationId: remark.consultationId, kind, actorId: viewer.id, subject: { type: 'remark', id: remark.id },
        data: { stance: input.stance },
      });
      await bumpRevision(tx, consultationScope(input.slug));
    }
    return { ok: true, value: (await supportCounts(tx, [remark.id])).get(remark.id)! };
  });
}

type Writing = { input: SupportInput; remark: { id: string; teryt: string; consultationId: string }; hash: string; version: number; now: Date };

/** What happened, for the record; null when nothing did. */
async function write(tx: Db, { input, remark, hash, version, now }: Writing): Promise<'support-given' | 'support-withdrawn' | null> {
  const key = { remarkId: remark.id, userId: input.viewer.id };
  if (!input.stance) {
    const { count } = await tx.support.deleteMany({ where: key });
    return count > 0 ? 'support-withdrawn' : null;
  }
  const before = await tx.support.findUnique({ where: { remarkId_userId: key }, select: { stance: true, wordingHash: true } });
  if (before?.stance === input.stance && before.wordingHash === hash) return null;
  const given = { stance: input.stance, wordingHash: hash, version, givenAt: now };
  if (before) await tx.support.updateMany({ where: key, data: given });
  else await tx.support.create({ data: { ...key, teryt: remark.teryt, consultationId: remark.consultationId, ...given } });
  return 'support-given';
}
