import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { uncoverPlaces } from '#app/record/covered/cover-places.server.ts';
import type { Ground } from '#app/record/covered/grounds.ts';
import { settledWords } from './confirm-covering.server.ts';
import { keepSupport } from './keep-support.server.ts';
import { loadSubject } from './load-subject.server.ts';
import { lockOwner, recordCovering } from './subject-owner.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';
import { tellAuthor } from './tell-author.server.ts';

export type UndoRedaction = {
  viewer: Viewer;
  type: SubjectType;
  id: string;
  redactionId: string;
  reason: string;
  now?: Date;
  /** The draft that this brings into force, under four eyes. */ approves?: Approves;
};
export type UndoResult =
  | { ok: true; value: { id: string } }
  | { ok: false; error: { code: 'not-covered' | 'four-eyes' } };

/**
 * Shows covered words again, with a reason, wherever they were covered; the author is told. Under the rule of two one person may take back
 * what waits for a second official; what is settled is shown again by two.
 */
export async function undoRedaction(db: Db, input: UndoRedaction): Promise<UndoResult> {
  const owner = await loadSubject(db, input);
  return transaction(db, async (tx): Promise<UndoResult> => {
    const consultation = await lockOwner(tx, owner);
    const subject = await loadSubject(tx, input);
    const { viewer, redactionId, reason } = input;
    const now = input.now ?? new Date();
    const where = { id: redactionId, subjectType: subject.type, subjectId: subject.id, undoneAt: null };
    const redaction = await tx.redaction.findFirst({ where, select: { ground: true, isWhole: true } });
    if (!redaction) return { ok: false, error: { code: 'not-covered' } };
    const isSettled = (await settledWords(tx, subject)) !== null;
    if (
      consultation &&
      isSettled &&
      (await needsSecond(tx, consultation, { viewer, write: 'uncovering', approves: input.approves }))
    )
      return { ok: false, error: { code: 'four-eyes' } };
    const { count } = await tx.redaction.updateMany({
      where,
      data: { undoneAt: now, undoneByName: viewer.displayName, undoReason: reason },
    });
    if (count !== 1) return { ok: false, error: { code: 'not-covered' } };
    await keepSupport(tx, subject, () => uncoverPlaces(tx, redactionId));
    if (subject.type === 'remark')
      await tx.remark.update({ where: { id: subject.id }, data: { revision: { increment: 1 } } });
    await recordCovering(tx, subject, {
      kind: 'words-uncovered',
      actorId: viewer.id,
      data: { redaction: redactionId, number: subject.number },
      at: now,
    });
    await tellAuthor(tx, {
      subject,
      redactionId,
      isWhole: redaction.isWhole,
      ground: redaction.ground as Ground,
      note: reason,
      step: 'uncovered',
    });
    return { ok: true, value: { id: redactionId } };
  });
}
