import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { captureType, MAX_FILE_BYTES, savedName, type StoredType } from './file-kind.ts';
import { findLackOfRoom, lockUploads } from './find-lack-of-room.server.ts';
import type { StoreFileError } from './upload-room.ts';

/** A file as it was sent: its content by its SHA-256, and what it is by its content. */
export type SentFile = { hash: string; name: string; type: string; size: number };

export type StoreFileResult = { ok: true; file: SentFile } | { ok: false; error: StoreFileError };

type Sent = {
  /** Null for a guest: who may attach it is said elsewhere. */ userId: string | null;
  /** Edition whose form it came with; null where it is no edition's. */ editionId: string | null;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** What it may be, found in the content; without it a copy of a page or a document that proves something. */
  typeOf?: (bytes: Uint8Array) => Promise<StoredType | null>;
  /** What of it is kept; null for one that cannot be read. Without it all is kept as it was sent. */
  keptOf?: (bytes: Uint8Array<ArrayBuffer>, type: StoredType) => Uint8Array<ArrayBuffer> | null;
};

/**
 * Keeps an uploaded file under the SHA-256 of its bytes, and who sent it, within the room there is. The same content again takes
 * no more room. It waits a week to be attached, from the last time it was sent.
 */
export async function storeFile(
  db: Db,
  { userId, editionId, name, bytes: sent, typeOf = captureType, keptOf }: Sent,
): Promise<StoreFileResult> {
  if (sent.byteLength === 0) return { ok: false, error: { code: 'file-empty' } };
  if (sent.byteLength > MAX_FILE_BYTES) return { ok: false, error: { code: 'file-size' } };
  const type = await typeOf(sent);
  if (!type) return { ok: false, error: { code: 'file-type' } };
  const bytes = keptOf ? keptOf(sent, type) : sent;
  if (!bytes) return { ok: false, error: { code: 'file-broken' } };
  const hash = sha256(bytes);
  const file = { hash, name: savedName(name, type), type, size: bytes.byteLength };
  return transaction(db, async (tx): Promise<StoreFileResult> => {
    await lockUploads(tx);
    const error = await findLackOfRoom(tx, { userId, editionId, hash, size: file.size });
    if (error) return { ok: false, error };
    const { count: isKept } = await tx.storedFile.updateMany({ where: { hash }, data: { createdAt: new Date() } });
    if (!isKept) await tx.storedFile.create({ data: { hash, bytes, type, size: file.size } });
    if (userId !== null) await noteSender(tx, { hash, userId, name: file.name });
    return { ok: true, file };
  });
}

/** That this person sent the file, and may attach it. */
export async function noteSender(
  tx: Db,
  { hash, userId, name }: { hash: string; userId: string; name: string },
): Promise<void> {
  await tx.fileUpload.upsert({
    where: { hash_userId: { hash, userId } },
    create: { hash, userId, name },
    update: { uploadedAt: new Date() },
  });
}

/**
 * The files among `hashes` that this person sent; others cannot be attached by knowing their hash. In a transaction they cannot be
 * removed before it ends.
 */
export async function ownFiles(
  db: Db,
  { userId, hashes }: { userId: string; hashes: readonly string[] },
): Promise<Map<string, SentFile>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.$queryRaw<SentFile[]>`
    select u.hash, u.name, f.type, f.size from "FileUpload" u join "StoredFile" f on f.hash = u.hash
    where u."userId" = ${userId}::uuid and u.hash = any(${[...hashes]}::text[]) for key share of u`;
  return new Map(rows.map((row) => [row.hash, row]));
}
