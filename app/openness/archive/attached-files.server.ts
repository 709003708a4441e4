import type { Db } from '#app/db/client.server.ts';
import { coveredAmong } from '#app/drafting/attachments/same-content.server.ts';
import { readKeptFile } from '#app/uploads/read-file.server.ts';
import { endingOf } from '#app/uploads/file-kind.ts';
import type { ReadAttached } from './tables.ts';

const folder = 'attachments/';

export const isAttached = (path: string): boolean => path.startsWith(folder);
/** SHA-256 in the name of an attached file. */
export const hashInPath = (path: string): string => path.slice(folder.length).replace(/\.[a-z]+$/i, '');

export type AttachedFile = { path: string; bytes: number; sha256: string };

/**
 * Files of letters that everybody may open, each content once under its SHA-256: shown by an official, not taken away, not covered, and here.
 */
export async function publicAttachments(
  db: Db,
  { teryt, hash }: { teryt: string; hash?: string },
): Promise<AttachedFile[]> {
  const rows = await db.attachment.findMany({
    where: { teryt, isPublic: true, removedAt: null, ...(hash === undefined ? {} : { fileHash: hash }) },
    distinct: ['fileHash'],
    orderBy: { fileHash: 'asc' },
    select: { id: true, teryt: true, fileHash: true, fileType: true, fileSize: true },
  });
  const covered = await coveredAmong(db, rows);
  const kept = await db.storedFile.findMany({
    where: { hash: { in: rows.map(({ fileHash }) => fileHash) } },
    select: { hash: true },
  });
  const here = new Set(kept.map((file) => file.hash));
  return rows.flatMap(({ id, fileHash, fileType, fileSize }) =>
    here.has(fileHash) && !covered.has(id)
      ? [{ path: `${folder}${fileHash}.${endingOf(fileType)}`, bytes: fileSize, sha256: fileHash }]
      : [],
  );
}

/** Reads them while an archive is written: what was covered or taken away since it was listed is not given. */
export function attachedReader(db: Db, teryt: string): ReadAttached {
  return async (path) => {
    const hash = hashInPath(path);
    const [file] = await publicAttachments(db, { teryt, hash });
    return file?.path === path ? ((await readKeptFile(db, hash))?.bytes ?? null) : null;
  };
}
