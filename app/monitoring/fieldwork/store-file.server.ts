import { createHash } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';
import type { CaptureFile } from '../scorecard-document.ts';
import { captureName, captureType, MAX_FILE_BYTES } from './file-kind.ts';

export type StoreFileResult = { ok: true; file: CaptureFile } | { ok: false; error: { code: 'file-size' | 'file-type' | 'file-empty' } };

/** Keeps an uploaded file under the SHA-256 of its bytes, and who sent it. The same content again takes no more room. */
export async function storeFile(db: Db, { userId, name, bytes }: { userId: string; name: string; bytes: Uint8Array<ArrayBuffer> }): Promise<StoreFileResult> {
  if (bytes.byteLength === 0) return { ok: false, error: { code: 'file-empty' } };
  if (bytes.byteLength > MAX_FILE_BYTES) return { ok: false, error: { code: 'file-size' } };
  const type = await captureType(bytes);
  if (!type) return { ok: false, error: { code: 'file-type' } };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { hash, name: captureName(name, type), type, size: bytes.byteLength };
  await db.storedFile.createMany({ data: [{ hash, bytes, type, size: file.size }], skipDuplicates: true });
  await db.fileUpload.createMany({ data: [{ hash, userId, name: file.name }], skipDuplicates: true });
  return { ok: true, file };
}

/** The files among `hashes` that this person sent; others cannot be attached by knowing their hash. */
export async function ownFiles(db: Db, { userId, hashes }: { userId: string; hashes: readonly string[] }): Promise<Map<string, CaptureFile>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.fileUpload.findMany({
    where: { userId, hash: { in: [...hashes] } }, select: { hash: true, name: true, file: { select: { type: true, size: true } } },
  });
  return new Map(rows.map(({ hash, name, file }) => [hash, { hash, name, type: file.type, size: file.size }]));
}
