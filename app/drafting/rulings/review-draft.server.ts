import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { mayDo, type DraftState } from '../state/draft-state.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { tellReturned } from '#app/drafting/office/tell-officials.server.ts';

export type ReviewDraft = {
  viewer: Viewer;
  slug: string;
  draftId: string;
  /** Revision of the draft on the page. */
  draftRevision: number;
  step: { kind: 'return'; note: string } | { kind: 'drop' };
};

export type ReviewError = { code: 'note-required' } | { code: 'draft-moved' } | { code: 'not-allowed' };
export type ReviewResult = { ok: true; value: { state: DraftState } } | { ok: false; error: ReviewError };

/** Another official sends a draft back with a note, or its author gives it up. */
export async function reviewDraft(db: Db, input: ReviewDraft): Promise<ReviewResult> {
  const { viewer, step } = input;
  return officeWrite(db, input, async (tx, consultation): Promise<ReviewResult> => {
    const { id: consultationId, teryt } = consultation;
    const draft = await tx.rulingDraft.findFirst({
      where: { id: input.draftId, consultationId, teryt },
      select: {
        id: true,
        state: true,
        draftedById: true,
        revision: true,
        remarkId: true,
        remark: { select: { number: true } },
      },
    });
    if (!draft) throw notFound('no such draft');
    if (draft.revision !== input.draftRevision) return { ok: false, error: { code: 'draft-moved' } };
    const previous = draft.state as DraftState;
    if (!mayDo(step.kind, { state: previous, isOwn: draft.draftedById === viewer.id }))
      return { ok: false, error: { code: 'not-allowed' } };
    if (step.kind === 'return' && step.note === '') return { ok: false, error: { code: 'note-required' } };
    const state = step.kind === 'return' ? 'returned' : 'dropped';
    const review =
      step.kind === 'return'
        ? { returnNote: step.note, reviewedById: viewer.id, reviewedByName: viewer.displayName }
        : {};
    await tx.rulingDraft.updateMany({
      where: { id: draft.id, consultationId, teryt, revision: draft.revision },
      data: { state, place: null, ...review, revision: { increment: 1 } },
    });
    await recordEvent(tx, {
      teryt,
      consultationId,
      kind: step.kind === 'return' ? 'draft-returned' : 'draft-dropped',
      actorId: viewer.id,
      subject: { type: 'draft', id: draft.id },
      data: { remark: draft.remarkId, previous },
    });
    if (step.kind === 'return')
      await tellReturned(tx, {
        consultation,
        drafts: { kind: 'rulings', numbers: [draft.remark.number] },
        by: viewer,
        event: `${draft.id}:${draft.revision + 1}`,
        draftedById: draft.draftedById,
        note: step.note,
      });
    return { ok: true, value: { state } };
  });
}
