import type { Db } from '#app/db/client.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { SentFile } from '#app/uploads/store-file.server.ts';
import { attachmentLimits, type AttachmentKind } from './attachment.ts';

export type TooMuchAttached = { code: 'too-many'; limit: number } | { code: 'too-much'; megabytes: number };

type Adding = {
  owner: { teryt: string; consultationId: string };
  filing: { id: string; number: number };
  kind: AttachmentKind;
  file: SentFile;
  byOffice: boolean;
  /** Whose account it is done by. */ addedById: string;
  now: Date;
};

/** What is wrong with one more file of that size beside `there`, files of one letter; null where it fits. */
export function tooMuchAttached(
  there: readonly { size: number }[],
  size: number,
  ever: number = there.length,
): TooMuchAttached | null {
  if (there.length >= attachmentLimits.files || ever >= attachmentLimits.ever)
    return { code: 'too-many', limit: attachmentLimits.files };
  return there.reduce((sum, file) => sum + file.size, size) > attachmentLimits.bytes
    ? { code: 'too-much', megabytes: attachmentLimits.bytes / 1024 / 1024 }
    : null;
}

/** Adds a file to a letter, under the lock of its consultation, with its line of the record. The same content again is the same attachment. */
export async function addAttachment(
  tx: Db,
  { owner, filing, kind, file, byOffice, addedById, now }: Adding,
): Promise<{ ok: true; value: { id: string; number: number } } | { ok: false; error: TooMuchAttached }> {
  const rows = await tx.attachment.findMany({ where: { filingId: filing.id, teryt: owner.teryt } });
  const there = rows.filter(({ removedAt }) => removedAt === null);
  const same = there.find(({ fileHash }) => fileHash === file.hash);
  if (same) return { ok: true, value: { id: same.id, number: same.number } };
  const error = tooMuchAttached(
    there.map(({ fileSize }) => ({ size: fileSize })),
    file.size,
    rows.length,
  );
  if (error) return { ok: false, error };
  const number = Math.max(0, ...rows.map((each) => each.number)) + 1;
  const { id } = await tx.attachment.create({
    data: {
      ...owner,
      filingId: filing.id,
      number,
      kind,
      fileHash: file.hash,
      fileName: file.name,
      fileType: file.type,
      fileSize: file.size,
      byOffice,
      addedById,
      addedAt: now,
    },
    select: { id: true },
  });
  const { type, size, hash: sha256 } = file;
  await recordEvent(tx, {
    ...owner,
    kind: 'attachment-added',
    actorId: addedById,
    subject: { type: 'attachment', id },
    at: now,
    data: { filing: filing.number, number, kind, type, size, sha256, byOffice },
  });
  return { ok: true, value: { id, number } };
}
