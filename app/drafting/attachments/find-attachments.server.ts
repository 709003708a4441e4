import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { endingOf } from '#app/uploads/file-kind.ts';
import type { AttachmentKind, AttachmentView } from './attachment.ts';
import { coveredAmong } from './same-content.server.ts';

type Where = Pick<Prisma.AttachmentWhereInput, 'filingId' | 'consultationId' | 'filing'>;

/** Files of letters in their order; what their senders called them for the office and the author alone. */
export async function findAttachments(
  db: Db,
  { where, viewer }: { where: Where; viewer: Viewer | null },
): Promise<(AttachmentView & { filingId: string })[]> {
  const rows = await db.attachment.findMany({
    where: { ...where, removedAt: null },
    orderBy: [{ filingId: 'asc' }, { number: 'asc' }],
    include: { filing: { select: { authorId: true } } },
  });
  if (rows.length === 0) return [];
  const covered = await coveredAmong(db, rows);
  return rows.map((row) => {
    const isOffice = viewer !== null && isOfficialOf(viewer, row.teryt);
    const isAuthor = viewer !== null && row.filing.authorId === viewer.id;
    return {
      id: row.id,
      filingId: row.filingId,
      number: row.number,
      kind: row.kind as AttachmentKind,
      ending: endingOf(row.fileType),
      size: row.fileSize,
      sha256: row.fileHash,
      isPublic: row.isPublic,
      revision: row.revision,
      isCovered: covered.has(row.id),
      addedAt: row.addedAt,
      byOffice: row.byOffice,
      name: isOffice || isAuthor ? row.fileName : null,
      isOwn: isOffice || (isAuthor && !row.byOffice),
    };
  });
}
