import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { attachedFiles } from './file-references.server.ts';

export type FileCheck = {
  /** Files whose bytes were hashed again. */
  files: number;
  differences: string[];
  /** Hashes of attached files that are not here. */
  missing: string[];
};

/** Few at a time: each may be as large as a file may be. */
const atOnce = 10;

/** Every kept file hashed again, and whether each that is attached is here. */
export async function verifyFiles(db: Db): Promise<FileCheck> {
  const differences: string[] = [];
  let files = 0;
  for (let after = ''; ;) {
    const rows = await db.storedFile.findMany({
      where: { hash: { gt: after } },
      orderBy: { hash: 'asc' },
      take: atOnce,
      select: { hash: true, bytes: true, size: true },
    });
    for (const { hash, bytes, size } of rows) {
      const actual = sha256(bytes);
      if (actual !== hash) differences.push(`file ${hash}: SHA-256 of its bytes is ${actual}`);
      else if (bytes.byteLength !== size) differences.push(`file ${hash}: ${bytes.byteLength} bytes, it says ${size}`);
    }
    files += rows.length;
    const last = rows.at(-1);
    if (!last) break;
    after = last.hash;
  }
  const missing = await db.$queryRaw<{ hash: string }[]>`
    select distinct a.hash from ${attachedFiles} a
    where not exists (select from "StoredFile" f where f.hash = a.hash) order by a.hash`;
  return { files, differences, missing: missing.map(({ hash }) => hash) };
}
