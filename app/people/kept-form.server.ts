import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { sha256Bytes } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { takeLimit } from '#app/limits/take-limit.server.ts';
import { hashSecret, makeSecret } from './secrets.server.ts';

/**
 * How long a form waits for whoever typed it. Where it is not known whose session it was, it is shown to the next one who signs in in
 * that browser, so it waits a short while only.
 */
export const keptMinutes = { ofKnown: 24 * 60, ofUnknown: 30 } as const;

/** A form as it was sent: where to, what was typed, and the names of files, which are not kept. */
export type TypedForm = { path: string; fields: Record<string, string[]>; files: string[] };
export type KeptForm = TypedForm & { id: string; typedAt: Date; until: Date };

/** Forms of one browser: the oldest makes room. */
const mostOfBrowser = 5;
/** Bytes of all forms kept at once, of everybody. */
const mostBytes = 256 * 1024 * 1024;

const typedForm = z.object({
  path: z.string(),
  fields: z.record(z.string(), z.array(z.string())),
  files: z.array(z.string()),
});

/**
 * Keeps a form that cannot be taken because nobody is signed in (any more). What was typed is encrypted with a key made of the browser's
 * secret, which is in its cookie and nowhere else: neither the table nor a backup can be read without it. `secret` is that of the
 * cookie, or null for a browser without one; the answer is the secret to be set. Null when nothing could be kept: too many, too much.
 */
export async function keepForm(
  db: Db,
  input: { form: TypedForm; secret: string | null; endedSession: string | null; now?: Date },
): Promise<string | null> {
  const now = input.now ?? new Date();
  if (!(await takeLimit(db, 'kept-form', {})).ok) return null;
  const { secret } = input.secret ? { secret: input.secret } : makeSecret();
  const sealed = seal(JSON.stringify(input.form), secret);
  const userId = input.endedSession ? await ownerOf(db, input.endedSession) : null;
  return transaction(db, async (tx) => {
    const [{ bytes }] = await tx.$queryRaw<
      [{ bytes: bigint | null }]
    >`select sum(octet_length(sealed)) as bytes from "KeptForm"`;
    if (Number(bytes ?? 0) + sealed.length > mostBytes) return null;
    const browserHash = hashSecret(secret);
    const older = await tx.keptForm.findMany({
      where: { browserHash },
      orderBy: { createdAt: 'desc' },
      skip: mostOfBrowser - 1,
      select: { id: true },
    });
    await tx.keptForm.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } });
    const minutes = userId === null ? keptMinutes.ofUnknown : keptMinutes.ofKnown;
    await tx.keptForm.create({
      data: { browserHash, userId, sealed, createdAt: now, expiresAt: new Date(now.getTime() + minutes * 60_000) },
    });
    return secret;
  });
}

/** Whose session a secret was of, ended or not. */
async function ownerOf(db: Db, secret: string): Promise<string | null> {
  const session = await db.session.findUnique({
    where: { secretHash: hashSecret(secret) },
    select: { userId: true },
  });
  return session?.userId ?? null;
}

type Asked = { secret: string; userId: string; now?: Date };

/** The forms of a browser that this person may see: typed in the person's own session, or in one that nobody knows any more. */
const seenBy = ({ secret, userId, now = new Date() }: Asked) => ({
  browserHash: hashSecret(secret),
  OR: [{ userId }, { userId: null }],
  expiresAt: { gt: now },
});

/** Newest first. */
export async function findKeptForms(db: Db, asked: Asked): Promise<KeptForm[]> {
  const rows = await db.keptForm.findMany({ where: seenBy(asked), orderBy: { createdAt: 'desc' } });
  return rows.flatMap(({ id, sealed, createdAt, expiresAt }) => {
    const form = open(sealed, asked.secret);
    return form ? [{ ...form, id, typedAt: createdAt, until: expiresAt }] : [];
  });
}

export async function countKeptForms(db: Db, asked: Asked): Promise<number> {
  return db.keptForm.count({ where: seenBy(asked) });
}

/** Whether this browser holds words that somebody else typed: they are not shown, and whoever is here may remove them. */
export async function countForeignForms(db: Db, { secret, userId, now = new Date() }: Asked): Promise<number> {
  return db.keptForm.count({
    where: { browserHash: hashSecret(secret), userId: { not: userId }, expiresAt: { gt: now }, NOT: { userId: null } },
  });
}

/** Removes forms of a browser, whoever typed them: one, those sent to `path`, or all. */
export async function dropKeptForms(
  db: Db,
  { secret, which }: { secret: string; which: { id: string } | { path: string; userId: string } | 'all' },
): Promise<void> {
  const browserHash = hashSecret(secret);
  if (which === 'all') await db.keptForm.deleteMany({ where: { browserHash } });
  else if ('id' in which) await db.keptForm.deleteMany({ where: { browserHash, id: which.id } });
  else {
    const sent = (await findKeptForms(db, { secret, userId: which.userId })).filter(({ path }) => path === which.path);
    await db.keptForm.deleteMany({ where: { browserHash, id: { in: sent.map(({ id }) => id) } } });
  }
}

/** Removes what nobody came back for. */
export async function purgeKeptForms(db: Db, now = new Date()): Promise<void> {
  await db.keptForm.deleteMany({ where: { expiresAt: { lte: now } } });
}

const nonceBytes = 12;
const tagBytes = 16;
const keyOf = (secret: string) => sha256Bytes(`kept form\n${secret}`);

/** AES-256-GCM: nonce, words, tag. */
function seal(words: string, secret: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  return new Uint8Array(Buffer.concat([nonce, cipher.update(words, 'utf8'), cipher.final(), cipher.getAuthTag()]));
}

function open(sealed: Uint8Array, secret: string): TypedForm | null {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), sealed.subarray(0, nonceBytes));
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  try {
    const words = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]);
    return typedForm.parse(JSON.parse(words.toString('utf8')));
  } catch {
    // Changed bytes, or of another browser: nothing that can be shown.
    return null;
  }
}
