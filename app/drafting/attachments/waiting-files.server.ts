import type { Db } from '#app/db/client.server.ts';
import type { FormFile } from '#app/forms/form-files.server.ts';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';
import { waitMessage } from '#app/limits/wait.ts';
import { hashSecret, makeSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { endingOf } from '#app/uploads/file-kind.ts';
import { unattachedDays } from '#app/uploads/purge-uploads.server.ts';
import { noteSender, type SentFile } from '#app/uploads/store-file.server.ts';
import { addAttachment, tooMuchAttached } from './add-attachment.server.ts';
import { attachComplaint, storeAttachment } from './attach-file.server.ts';
import { authorKinds, type AttachmentKind, type FormFiles } from './attachment.ts';

type Complaint = { key: MessageKey; params?: MessageParams };

type Asked = {
  viewer: Viewer | null;
  /** Secrets of what was chosen before, as the form carries them. */ secrets: readonly string[];
  chosen: readonly FormFile[];
  kind: string;
  now?: Date;
};

/**
 * The files of a letter that is being written: those chosen before and, kept at once, those chosen now, so that a form that goes back and
 * forth, through a sign-in too, still has them. Whoever has the form may attach them. Number and size are bounded here: what does not fit is
 * told, and the rest stays.
 */
export async function keepWaiting(
  db: Db,
  { viewer, secrets, chosen, kind: asked, now = new Date() }: Asked,
): Promise<FormFiles & { complaint: Complaint | null }> {
  const kind = authorKinds.find((each) => each === asked) ?? 'other';
  const before = await findWaiting(db, { secrets, now });
  const files: (SentFile & { secret: string; kind: AttachmentKind })[] = [];
  const refused: string[] = [];
  let complaint: Complaint | null =
    before.length < new Set(secrets).size ? { key: 'attachment.error.gone', params: { days: unattachedDays } } : null;
  for (const { secret, kind: what, file } of before) {
    const tooMuch = tooMuchAttached(files, file.size);
    if (tooMuch) complaint = attachComplaint(tooMuch);
    else files.push({ secret, kind: what, ...file });
  }
  for (const { name, bytes } of chosen) {
    const taken = await takeFile(db, { viewer, there: files, name, bytes });
    if (!taken.ok) {
      complaint ??= taken.complaint;
      refused.push(name);
      continue;
    }
    // Chosen twice it is one file.
    if (files.some(({ hash }) => hash === taken.file.hash)) continue;
    const { secret, hash: secretHash } = makeSecret();
    const until = new Date(now.getTime() + unattachedDays * 86_400_000);
    const { hash } = taken.file;
    await db.waitingFile.create({
      data: { secretHash, hash, name: taken.file.name, kind, userId: viewer?.id ?? null, until },
    });
    files.push({ secret, kind, ...taken.file });
  }
  const kept = files.map(({ secret, kind: what, name, type, size }) => ({
    secret,
    kind: what,
    name,
    size,
    ending: endingOf(type),
  }));
  return { kept, refused, complaint };
}

async function takeFile(
  db: Db,
  {
    viewer,
    there,
    name,
    bytes,
  }: { viewer: Viewer | null; there: readonly SentFile[]; name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<{ ok: true; file: SentFile } | { ok: false; complaint: Complaint }> {
  const tooMuch = tooMuchAttached(there, bytes.byteLength);
  if (tooMuch) return { ok: false, complaint: attachComplaint(tooMuch) };
  const counted = await takeLimit(db, 'letter-file', { person: viewer?.id ?? null });
  if (!counted.ok) return { ok: false, complaint: waitMessage(counted.error.seconds) };
  const stored = await storeAttachment(db, { viewer, name, bytes });
  return stored.ok ? stored : { ok: false, complaint: attachComplaint(stored.error) };
}

type Waiting = { id: string; secret: string; kind: AttachmentKind; file: SentFile };

async function findWaiting(db: Db, { secrets, now }: { secrets: readonly string[]; now: Date }): Promise<Waiting[]> {
  const bySecret = new Map(secrets.map((secret) => [hashSecret(secret), secret]));
  const rows = await db.waitingFile.findMany({
    where: { secretHash: { in: [...bySecret.keys()] }, until: { gt: now } },
    orderBy: { id: 'asc' },
    include: { file: { select: { type: true, size: true } } },
  });
  return rows.map(({ id, secretHash, kind, hash, name, file }) => ({
    id,
    secret: bySecret.get(secretHash) ?? '',
    kind: kind as AttachmentKind,
    file: { hash, name, ...file },
  }));
}

/** A file that goes with a letter, as the letter names it before it is in the register. */
export type GoingFile = { id: string; name: string };

/** The files that a form which is sent has. */
export async function goingFiles(
  db: Db,
  { secrets, now }: { secrets: readonly string[]; now: Date },
): Promise<GoingFile[]> {
  if (secrets.length === 0) return [];
  return (await findWaiting(db, { secrets, now })).map(({ id, file }) => ({ id, name: file.name }));
}

/** Keeps them as long as the letter waits for a link or a code. */
export async function holdWaiting(tx: Db, files: readonly GoingFile[], until: Date): Promise<void> {
  if (files.length === 0) return;
  await tx.waitingFile.updateMany({ where: { id: { in: files.map(({ id }) => id) } }, data: { until } });
}

/**
 * Attaches the files of a form to its letter, in the transaction that enters it, and says how many there were. They are the author's, whoever enters it. What was taken for
 * gone meanwhile is left out: the receipt names what is there.
 */
export async function attachWaiting(
  tx: Db,
  {
    files,
    owner,
    filing,
    actorId,
    now,
  }: {
    files: readonly GoingFile[];
    owner: { teryt: string; consultationId: string };
    filing: { id: string; number: number };
    actorId: string;
    now: Date;
  },
): Promise<number> {
  if (files.length === 0) return 0;
  const rows = await tx.waitingFile.findMany({
    where: { id: { in: files.map(({ id }) => id) } },
    orderBy: { id: 'asc' },
    include: { file: { select: { type: true, size: true } } },
  });
  for (const { hash, name, kind, file } of rows) {
    await noteSender(tx, { hash, userId: actorId, name });
    const added = await addAttachment(tx, {
      owner,
      filing,
      kind: kind as AttachmentKind,
      file: { hash, name, ...file },
      byOffice: false,
      addedById: actorId,
      now,
    });
    if (!added.ok) throw new Error(`a form had more files than a letter takes: ${added.error.code}`);
  }
  // The same form sent once more is the same letter, and still knows its files for a while.
  const until = new Date(now.getTime() + 3_600_000);
  await tx.waitingFile.updateMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    data: { until, filingId: filing.id },
  });
  return rows.length;
}
