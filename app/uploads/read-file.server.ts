import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';

export type KeptFile = { bytes: Uint8Array<ArrayBuffer>; type: string };

/**
 * A kept file, null when it is not here. Its bytes are hashed each time: others than those that were kept under this hash prove nothing
 * and go to nobody. Throws for those.
 */
export async function readKeptFile(db: Db, hash: string): Promise<KeptFile | null> {
  const file = await db.storedFile.findUnique({ where: { hash }, select: { bytes: true, type: true } });
  if (file && sha256(file.bytes) !== hash) throw new Error(`the kept file ${hash} has other bytes than were hashed`);
  return file;
}
