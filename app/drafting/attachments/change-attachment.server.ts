import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { dropFile } from '#app/uploads/drop-file.server.ts';
import { lockConsultation } from '../office/lock-consultation.server.ts';

export type ChangeAttachment = {
  viewer: Viewer;
  slug: string;
  id: string;
  /** Revision on the page. */
  revision: number;
  /** Show it to everybody, hide it again, take it away. */
  step: 'show' | 'hide' | 'remove';
  now?: Date;
};

const kinds = { show: 'attachment-shown', hide: 'attachment-hidden', remove: 'attachment-removed' } as const;

/**
 * An official shows a file of a letter to everybody, hides it again, or takes it away; whoever wrote the letter may take their own away
 * while it was shown to nobody. The row and its lines of the record stay; the bytes of what is taken away are removed for good, unless the same
 * file is attached elsewhere: each letter has its own.
 */
export async function changeAttachment(
  db: Db,
  { viewer, slug, id, revision, step, now = new Date() }: ChangeAttachment,
): Promise<{ ok: true } | { ok: false; error: { code: 'moved' } }> {
  const row = await db.attachment.findFirst({
    where: { id, removedAt: null, filing: { consultation: { slug } } },
    include: { filing: { select: { number: true, authorId: true } } },
  });
  const isOffice = row !== null && isOfficialOf(viewer, row.teryt);
  const isOwn = row !== null && step === 'remove' && !row.byOffice && row.filing.authorId === viewer.id;
  if (!row || !(isOffice || isOwn)) throw notFound('no such file for this person');
  return transaction(db, async (tx) => {
    await lockConsultation(tx, row.consultationId);
    const { count } = await tx.attachment.updateMany({
      where: {
        id,
        teryt: row.teryt,
        revision,
        removedAt: null,
        ...(step === 'remove' ? (isOffice ? {} : { isPublic: false }) : { isPublic: step === 'hide' }),
      },
      data: {
        revision: { increment: 1 },
        ...(step === 'remove' ? { removedAt: now, isPublic: false } : { isPublic: step === 'show' }),
      },
    });
    if (count === 0) return { ok: false as const, error: { code: 'moved' as const } };
    await recordEvent(tx, {
      teryt: row.teryt,
      consultationId: row.consultationId,
      kind: kinds[step],
      actorId: viewer.id,
      subject: { type: 'attachment', id },
      at: now,
      data: { filing: row.filing.number, number: row.number, byOffice: isOffice },
    });
    if (step === 'remove') await dropContent(tx, row.fileHash);
    await bumpRevision(tx, consultationScope(slug));
    return { ok: true as const };
  });
}

/** Removes the bytes when no letter has them any more, whoever attached them. */
async function dropContent(tx: Db, hash: string): Promise<void> {
  await tx.waitingFile.deleteMany({ where: { hash, filingId: { not: null } } });
  const rows = await tx.attachment.findMany({
    where: { fileHash: hash },
    distinct: ['addedById'],
    select: { addedById: true },
  });
  await dropFile(tx, { hash, userIds: rows.flatMap(({ addedById }) => addedById ?? []) });
}
