import type { Db } from '#app/db/client.server.ts';
import type { Difference } from '#app/record/difference.ts';

const kinds = ['attachment-added', 'attachment-shown', 'attachment-hidden', 'attachment-removed'];

type Line = { kind: string; actorId: string | null; data: Readonly<Record<string, unknown>>; at: Date };

/** Each file of a letter against the lines of the record: what was attached, by whom, whether it is shown and whether it was taken away; and every line has its file. */
export async function verifyAttachments(db: Db, consultationId: string): Promise<Difference[]> {
  const rows = await db.attachment.findMany({
    where: { consultationId },
    orderBy: { id: 'asc' },
    include: { filing: { select: { number: true, consultationId: true } } },
  });
  const lines = await db.event.findMany({
    where: { consultationId, subjectType: 'attachment', kind: { in: kinds } },
    orderBy: { id: 'asc' },
    select: { kind: true, subjectId: true, actorId: true, data: true, at: true },
  });
  const linesOf = new Map<string, Line[]>(rows.map(({ id }) => [id, []]));
  const found: Difference[] = [];
  for (const { subjectId, ...line } of lines) {
    const own = linesOf.get(subjectId);
    if (own) own.push({ ...line, data: line.data as Line['data'] });
    else if (line.kind === 'attachment-added')
      found.push({ line: `Attachment ${subjectId}: the record says that it was added, but it is not there` });
  }
  for (const { id, filing, ...row } of rows) {
    const complain = (what: string) => void found.push({ line: `Attachment ${id}: ${what}` });
    const [added, ...later] = linesOf.get(id) ?? [];
    if (added?.kind !== 'attachment-added' || later.some(({ kind }) => kind === 'attachment-added')) {
      complain('no line of the record, or more than one, says that it was added');
      continue;
    }
    const says = {
      filing: filing.number,
      number: row.number,
      kind: row.kind,
      type: row.fileType,
      size: row.fileSize,
      sha256: row.fileHash,
      byOffice: row.byOffice,
    };
    for (const [name, value] of Object.entries(says))
      if (added.data[name] !== value) complain(`its ${name} is ${value}, the record says ${String(added.data[name])}`);
    if (filing.consultationId !== consultationId) complain('its letter belongs to another consultation');
    if (added.actorId !== null && row.addedById !== null && added.actorId !== row.addedById)
      complain('the record names another person who added it');
    if (added.at.getTime() !== row.addedAt.getTime()) complain('the record says that it was added at another time');
    const shown = later.findLast(({ kind }) => kind !== 'attachment-removed');
    const removed = later.filter(({ kind }) => kind === 'attachment-removed');
    const isPublic = removed.length === 0 && shown?.kind === 'attachment-shown';
    if (row.isPublic !== isPublic)
      complain(`it is ${row.isPublic ? '' : 'not '}shown to everybody, the record says otherwise`);
    if (removed.length > 1 || (removed[0]?.at.getTime() ?? null) !== (row.removedAt?.getTime() ?? null))
      complain('the record says otherwise whether it was taken away');
    if (row.revision !== later.length + 1) complain('it changed more or less often than the record says');
  }
  return found;
}
