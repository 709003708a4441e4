import { createHash } from 'node:crypto';
import type { Db } from '#app/db/client.server.ts';

export type KeptFile = { bytes: Uint8Array<ArrayBuffer>; type: string };

/** SHA-256 of a file's bytes, hex: the name under which it is kept. */
export const hashOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * A kept file, null when it is not here. Its bytes are hashed each time: others than those that were kept under this hash prove nothing
 * and go to nobody. Throws for those.
 */
export async function readKeptFile(db: Db, hash: string): Promise<KeptFile | null> {
  const file = await db.storedFile.findUnique({ where: { hash }, select: { bytes: true, type: true } });
  if (file && hashOfFile(file.bytes) !== hash)
    throw new Error(`the kept file ${hash} has other bytes than were hashed`);
  return file;
}
