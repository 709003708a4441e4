import { v7 as uuidv7 } from 'uuid';
import { takesRemarks } from '#app/consultations/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, organisationOf, type Viewer } from '#app/people/viewer.ts';
import { recordEvent } from './record-event.server.ts';

export type AddCommentError = { code: 'not-verified' } | { code: 'closed' } | { code: 'clause-gone' } | { code: 'parent' };
export type AddCommentResult = { ok: true; value: { id: string } } | { ok: false; error: AddCommentError };

/**
 * Adds a comment to a clause of the newest text, or an answer to a comment (one level). Open to verified people until the
 * minute remarks close; people of the office are marked as such.
 */
export async function addComment(
  db: Db,
  input: { viewer: Viewer; slug: string; code: number; body: string; parentId: string | null; now?: Date },
): Promise<AddCommentResult> {
  const { viewer, slug } = input;
  const consultation = await db.consultation.findUnique({
    where: { slug }, select: { id: true, teryt: true, opensAt: true, closesAt: true, answersDueAt: true },
  });
  const clause = consultation && (await db.clause.findFirst({
    where: { consultationId: consultation.id, code: input.code },
    select: { id: true, placements: { where: { toVersion: null }, select: { revisionId: true } } },
  }));
  if (!consultation || !clause) throw notFound('no such clause');
  if (!viewer.verified) return { ok: false, error: { code: 'not-verified' } };
  const now = input.now ?? new Date();
  if (!takesRemarks(consultation, now)) return { ok: false, error: { code: 'closed' } };
  const [placement] = clause.placements;
  if (!placement) return { ok: false, error: { code: 'clause-gone' } };
  const parentId = input.parentId && (await threadOf(db, { clauseId: clause.id, commentId: input.parentId }));
  if (input.parentId && !parentId) return { ok: false, error: { code: 'parent' } };
  const id = uuidv7();
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  await transaction(db, async (tx) => {
    await tx.comment.create({
      data: {
        id, ...owner, clauseId: clause.id, revisionId: placement.revisionId, parentId, authorId: viewer.id, authorName: viewer.displayName,
        organisation: organisationOf(viewer), byOffice: isOfficialOf(viewer, consultation.teryt), body: input.body, createdAt: now,
      },
    });
    await recordEvent(tx, {
      ...owner, kind: 'comment-added', actorId: viewer.id, subject: { type: 'comment', id }, data: { clause: input.code, answerTo: parentId }, at: now,
    });
    await bumpRevision(tx, consultationScope(slug));
  });
  return { ok: true, value: { id } };
}

/** The comment that begins the thread: an answer to an answer joins the same thread. Null when it is not on this clause. */
async function threadOf(db: Db, where: { clauseId: string; commentId: string }): Promise<string | null> {
  const comment = await db.comment.findFirst({ where: { id: where.commentId, clauseId: where.clauseId }, select: { id: true, parentId: true } });
  return comment && (comment.parentId ?? comment.id);
}
