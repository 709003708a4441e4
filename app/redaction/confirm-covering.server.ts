import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadSubject } from './load-subject.server.ts';
import type { Subject } from '#app/record/covered/places.ts';
import { lockOwner, recordCovering } from './subject-owner.server.ts';
import type { SubjectType } from '#app/record/covered/subjects.ts';

/**
 * The words of what was last settled in a text and never taken back since, by two people or where one was enough: a wider act that waits does not
 * unsettle it. Null where nothing is.
 */
export async function settledWords(tx: Db, { type, id }: Pick<Subject, 'type' | 'id'>): Promise<string[] | null> {
  const acts = await tx.redaction.findMany({
    where: { subjectType: type, subjectId: id },
    orderBy: [{ madeAt: 'desc' }, { id: 'desc' }],
    select: {
      undoneAt: true,
      undoReason: true,
      needsSecond: true,
      confirmedAt: true,
      rules: { where: { reach: { not: 'field' } }, select: { words: true } },
    },
  });
  for (const { undoneAt, undoReason, needsSecond, confirmedAt, rules } of acts) {
    // Taken back with a reason; without one the next act took its place.
    if (undoneAt !== null && undoReason !== '') return null;
    if (!needsSecond || confirmedAt !== null) return rules.map(({ words }) => words);
  }
  return null;
}

export type ConfirmResult = { ok: true } | { ok: false; error: { code: 'own' | 'not-waiting' } };

/**
 * Under the rule of two another official confirms what one covered: whoever may cover words in the text, but not who covered them. The other
 * answer is to take the covering back.
 */
export async function confirmCovering(
  db: Db,
  input: { viewer: Viewer; type: SubjectType; id: string; redactionId: string; now?: Date },
): Promise<ConfirmResult> {
  const { viewer, redactionId, now = new Date() } = input;
  const owner = await loadSubject(db, input);
  return transaction(db, async (tx): Promise<ConfirmResult> => {
    await lockOwner(tx, owner);
    const subject = await loadSubject(tx, input);
    const where = {
      id: redactionId,
      subjectType: subject.type,
      subjectId: subject.id,
      undoneAt: null,
      needsSecond: true,
      confirmedAt: null,
    };
    const waiting = await tx.redaction.findFirst({ where, select: { madeById: true } });
    if (!waiting) return { ok: false, error: { code: 'not-waiting' } };
    if (waiting.madeById === viewer.id) return { ok: false, error: { code: 'own' } };
    const { count } = await tx.redaction.updateMany({
      where: { ...where, madeById: { not: viewer.id } },
      data: { confirmedAt: now, confirmedById: viewer.id, confirmedByName: viewer.displayName },
    });
    if (count !== 1) return { ok: false, error: { code: 'not-waiting' } };
    await recordCovering(tx, subject, {
      kind: 'covering-confirmed',
      actorId: viewer.id,
      data: { redaction: redactionId, number: subject.number },
      at: now,
    });
    return { ok: true };
  });
}
