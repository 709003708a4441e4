import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { endingOf } from '#app/uploads/file-kind.ts';
import { readKeptFile } from '#app/uploads/read-file.server.ts';
import { coveredAmong } from './same-content.server.ts';

/**
 * A file of a letter: for the office and the author, and for everybody once an official has shown it. For all others, and for everybody once
 * it was taken away or covered as a whole, it does not exist. It is called by its place, never by what its sender called it.
 */
export async function getAttachment(
  db: Db,
  { viewer, slug, id }: { viewer: Viewer | null; slug: string; id: string },
): Promise<{ bytes: Uint8Array<ArrayBuffer>; type: string; name: string }> {
  if (!isUuid(id)) throw notFound('no such file');
  const row = await db.attachment.findFirst({
    where: { id, removedAt: null, filing: { consultation: { slug } } },
    include: { filing: { select: { number: true, authorId: true } } },
  });
  if (!row) throw notFound('no such file');
  const isConcerned = viewer !== null && (isOfficialOf(viewer, row.teryt) || row.filing.authorId === viewer.id);
  if (!row.isPublic && !isConcerned) throw notFound('not for this reader');
  if ((await coveredAmong(db, [row])).size > 0) throw notFound('covered as a whole');
  const file = await readKeptFile(db, row.fileHash);
  // An archive names files that stay where they were attached.
  if (!file) throw notFound('the file itself is not here');
  return { ...file, name: `pismo-${row.filing.number}-zalacznik-${row.number}.${endingOf(row.fileType)}` };
}
