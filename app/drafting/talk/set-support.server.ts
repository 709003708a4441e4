import { stageAt } from '#app/drafting/state/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpTalk } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { withinLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { supportCounts, type SupportCounts } from './support-counts.server.ts';
import { wordingHashes } from './wording-hashes.server.ts';

export type Stance = 'support' | 'objection';
type SupportError =
  | { code: 'not-verified' }
  | { code: 'decided' }
  | { code: 'closed' }
  | { code: 'own' }
  | { code: 'moved' }
  | TooMany;
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

type Target = { id: string; teryt: string; consultationId: string };
/** Why nothing can be said, that it was said already, or against which version of which words it may be. */
type Look = { error: SupportError } | { isSame: true } | { isSame: false; hash: string; version: number };

/**
 * Gives, changes, renews or takes back one person's voice on an open remark: one per person, tied to the words as they are.
 * Doing it twice changes nothing and writes nothing. Authors have no voice on their own remarks. Changes are limited in number.
 */
export async function setSupport(db: Db, input: SupportInput): Promise<SupportResult> {
  const { viewer } = input;
  const remark = await db.remark.findFirst({
    where: { number: input.number, consultation: { slug: input.slug } },
    select: { id: true, teryt: true, consultationId: true, authorId: true },
  });
  if (!remark) throw notFound('no such remark');
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  if (remark.authorId === viewer.id) return { ok: false, error: { code: 'own' } };
  const now = input.now ?? new Date();
  const consultation = await db.consultation.findUniqueOrThrow({
    where: { id: remark.consultationId },
    select: { opensAt: true, closesAt: true, answersDueAt: true, sentAt: true, adoptedOn: true, version: true },
  });
  const before = await look(db, { input, remark, consultation, now });
  if ('error' in before) return { ok: false, error: before.error };
  if (before.isSame) return counted(db, remark);
  const asked = { person: viewer.id, consultation: remark.consultationId };
  return withinLimit(db, 'support', asked, () =>
    transaction(db, async (tx): Promise<SupportResult> => {
      const locked = await lockConsultation(tx, remark.consultationId);
      const found = locked
        ? await look(tx, { input, remark, consultation: locked, now })
        : { error: { code: 'closed' } as const };
      if ('error' in found) return { ok: false, error: found.error };
      if (!found.isSame) await write(tx, { input, remark, hash: found.hash, version: found.version, now });
      return counted(tx, remark);
    }),
  );
}

type Looking = {
  input: SupportInput;
  remark: Target;
  consultation: Parameters<typeof stageAt>[0] & { version: number };
  now: Date;
};

async function look(db: Db, { input, remark, consultation, now }: Looking): Promise<Look> {
  const current = await db.remark.findUnique({ where: { id: remark.id }, select: { state: true } });
  if (current?.state !== 'open') return { error: { code: 'decided' } };
  if (stageAt(consultation, now, 1) === 'preparation') return { error: { code: 'closed' } };
  const hash = (await wordingHashes(db, [remark.id])).get(remark.id) ?? '';
  if (input.stance && typeof input.wordingHash === 'string' && input.wordingHash !== hash)
    return { error: { code: 'moved' } };
  const given = await db.support.findUnique({
    where: { remarkId_userId: { remarkId: remark.id, userId: input.viewer.id } },
    select: { stance: true, wordingHash: true },
  });
  const isSame = input.stance === null ? given === null : given?.stance === input.stance && given.wordingHash === hash;
  return isSame ? { isSame } : { isSame: false, hash, version: consultation.version };
}

async function counted(db: Db, remark: Target): Promise<SupportResult> {
  return { ok: true, value: (await supportCounts(db, [remark.id])).get(remark.id)! };
}

type Writing = { input: SupportInput; remark: Target; hash: string; version: number; now: Date };

/** The voice, its line in the record, and the counters of what shows it. */
async function write(tx: Db, { input, remark, hash, version, now }: Writing): Promise<void> {
  const key = { remarkId: remark.id, userId: input.viewer.id };
  const given = { stance: input.stance ?? '', wordingHash: hash, version, givenAt: now };
  if (!input.stance) await tx.support.deleteMany({ where: key });
  else
    await tx.support.upsert({
      where: { remarkId_userId: key },
      update: given,
      create: { ...key, teryt: remark.teryt, consultationId: remark.consultationId, ...given },
    });
  await recordEvent(tx, {
    teryt: remark.teryt,
    consultationId: remark.consultationId,
    kind: input.stance ? 'support-given' : 'support-withdrawn',
    actorId: input.viewer.id,
    subject: { type: 'remark', id: remark.id },
    data: { stance: input.stance },
  });
  await bumpTalk(tx, input.slug);
}
