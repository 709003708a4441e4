import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { tellApproved } from '#app/drafting/office/tell-officials.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { mayDo, type DraftState } from '#app/drafting/state/draft-state.ts';
import { Refused, refusable } from '#app/errors/refused.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { draftKindKeys } from './draft-kinds.ts';
import { actOf } from './office-acts.server.ts';

export type ReviewOfficeDraft = {
  viewer: Viewer;
  slug: string;
  id: string;
  /** Revision on the page. */ revision: number;
  now?: Date;
};
/** `refused`: the write cannot be made as things stand; `cause` is its own code. */
export type OfficeDraftError =
  | { code: 'draft-moved' | 'not-allowed' | 'note-required' }
  | { code: 'refused'; cause: string };
export type ApproveOfficeResult =
  | { ok: true; value: { kind: DraftKind; result: string } }
  | { ok: false; error: OfficeDraftError };

/**
 * Another official approves a draft of the office: it is made now, signed by both, or refused as it stands. Never by who wrote it, nor by
 * who wrote the same before, whoever handed it in.
 */
export async function approveOfficeDraft(db: Db, input: ReviewOfficeDraft): Promise<ApproveOfficeResult> {
  const { viewer, slug, now = new Date() } = input;
  return refusable(() =>
    officeWrite(db, input, async (tx, consultation): Promise<ApproveOfficeResult> => {
      const owner = { teryt: consultation.teryt, consultationId: consultation.id };
      const draft = await findOfficeDraft(tx, owner, input.id);
      if (draft.revision !== input.revision) return { ok: false, error: { code: 'draft-moved' } };
      const wrote = await tx.officeDraft.count({ where: { ...owner, print: draft.print, draftedById: viewer.id } });
      if (!mayDo('approve', { state: draft.state, isOwn: wrote > 0 || draft.draftedById === viewer.id }))
        return { ok: false, error: { code: 'not-allowed' } };
      const { count } = await tx.officeDraft.updateMany({
        where: { id: draft.id, ...owner, state: 'waiting', revision: draft.revision, draftedById: { not: viewer.id } },
        data: {
          state: 'approved',
          reviewedById: viewer.id,
          reviewedByName: viewer.displayName,
          reviewedAt: now,
          revision: { increment: 1 },
        },
      });
      if (count !== 1) return { ok: false, error: { code: 'draft-moved' } };
      const act = actOf(draft.kind);
      const made = await act.run(tx, { viewer, slug, now, approves: draft.id }, act.schema.parse(draft.input));
      if (!made.ok) throw new Refused<OfficeDraftError>({ code: 'refused', cause: made.error.code });
      const result = act.resultOf(made.value);
      await tx.officeDraft.updateMany({ where: { id: draft.id, ...owner }, data: { result } });
      await recordEvent(tx, {
        ...owner,
        kind: 'office-draft-approved',
        actorId: viewer.id,
        subject: { type: 'office-draft', id: draft.id },
        data: { write: draft.kind, result, draftedBy: draft.draftedById },
        at: now,
      });
      await tellApproved(tx, {
        consultation,
        drafts: { kind: 'office', what: draftKindKeys[draft.kind] },
        by: viewer,
        event: draft.id,
        draftedById: draft.draftedById,
        now,
      });
      return { ok: true, value: { kind: draft.kind, result } };
    }),
  );
}

/** A draft of the consultation; throws not found. */
export async function findOfficeDraft(tx: Db, owner: { teryt: string; consultationId: string }, id: string) {
  const draft = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
    ? await tx.officeDraft.findFirst({ where: { id, ...owner } })
    : null;
  if (!draft) throw notFound('no such draft of the office');
  return { ...draft, kind: draft.kind as DraftKind, state: draft.state as DraftState };
}
