import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { uncoverPlaces } from '#app/record/covered/cover-places.server.ts';
import type { Ground } from '#app/record/covered/grounds.ts';
import { keepSupport } from './keep-support.server.ts';
import { loadSubject } from './load-subject.server.ts';
import { lockOwner, recordCovering } from './subject-owner.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';
import { tellAuthor } from './tell-author.server.ts';

export type UndoRedaction = { viewer: Viewer; type: SubjectType; id: string; redactionId: string; reason: string; now?: Date };

/** Shows covered words again, with a reason, wherever they were covered; false where they are not covered any more. The author is told. */
export async function undoRedaction(db: Db, input: UndoRedaction): Promise<boolean> {
  const owner = await loadSubject(db, input);
  return transaction(db, async (tx) => {
    await lockOwner(tx, owner);
    const subject = await loadSubject(tx, input);
    const { viewer, redactionId, reason } = input;
    const now = input.now ?? new Date();
    const where = { id: redactionId, subjectType: subject.type, subjectId: subject.id, undoneAt: null };
    const redaction = await tx.redaction.findFirst({ where, select: { ground: true } });
    const { count } = await tx.redaction.updateMany({ where, data: { undoneAt: now, undoneByName: viewer.displayName, undoReason: reason } });
    if (!redaction || count !== 1) return false;
    await keepSupport(tx, subject, () => uncoverPlaces(tx, redactionId));
    if (subject.type === 'remark') await tx.remark.update({ where: { id: subject.id }, data: { revision: { increment: 1 } } });
    await recordCovering(tx, subject, { kind: 'words-uncovered', actorId: viewer.id, data: { redaction: redactionId, number: subject.number }, at: now });
    await tellAuthor(tx, { subject, redactionId, ground: redaction.ground as Ground, note: reason, step: 'uncovered' });
    return true;
  });
}
