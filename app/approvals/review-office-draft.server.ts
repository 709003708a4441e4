import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { tellReturned } from '#app/drafting/office/tell-officials.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { mayDo } from '#app/drafting/state/draft-state.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { draftKindKeys } from './draft-kinds.ts';
import { findOfficeDraft, type OfficeDraftError, type ReviewOfficeDraft } from './approve-office-draft.server.ts';

export type ReviewOfficeResult = { ok: true } | { ok: false; error: OfficeDraftError };

/** Another official sends a draft of the office back with a note, or its author gives it up. It is not approved any more; it is handed in anew. */
export async function reviewOfficeDraft(
  db: Db,
  input: ReviewOfficeDraft & { step: { kind: 'return'; note: string } | { kind: 'drop' } },
): Promise<ReviewOfficeResult> {
  const { viewer, step, now = new Date() } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<ReviewOfficeResult> => {
    const owner = { teryt: consultation.teryt, consultationId: consultation.id };
    const draft = await findOfficeDraft(tx, owner, input.id);
    if (draft.revision !== input.revision) return { ok: false, error: { code: 'draft-moved' } };
    if (!mayDo(step.kind, { state: draft.state, isOwn: draft.draftedById === viewer.id }))
      return { ok: false, error: { code: 'not-allowed' } };
    if (step.kind === 'return' && step.note === '') return { ok: false, error: { code: 'note-required' } };
    const review =
      step.kind === 'return'
        ? { returnNote: step.note, reviewedById: viewer.id, reviewedByName: viewer.displayName, reviewedAt: now }
        : {};
    await tx.officeDraft.updateMany({
      where: { id: draft.id, ...owner, revision: draft.revision },
      data: { state: step.kind === 'return' ? 'returned' : 'dropped', ...review, revision: { increment: 1 } },
    });
    await recordEvent(tx, {
      ...owner,
      kind: step.kind === 'return' ? 'office-draft-returned' : 'office-draft-dropped',
      actorId: viewer.id,
      subject: { type: 'office-draft', id: draft.id },
      data: { write: draft.kind, previous: draft.state },
      at: now,
    });
    if (step.kind === 'return')
      await tellReturned(tx, {
        consultation,
        drafts: { kind: 'office', what: draftKindKeys[draft.kind] },
        by: viewer,
        event: `${draft.id}:${draft.revision + 1}`,
        draftedById: draft.draftedById,
        note: step.note,
        now,
      });
    return { ok: true };
  });
}
