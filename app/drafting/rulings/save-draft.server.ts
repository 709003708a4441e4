import type { Db } from '#app/db/client.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDecidable } from './load-decidable.server.ts';
import { planOfOne } from './plan-ruling.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { decisionsFor, type FinalText, type PlanError } from './ruling-plan.ts';
import { needsSecond } from '#app/drafting/office/gate.server.ts';
import { placesFor, type CollectRefusal } from './basket-places.server.ts';
import { rulingPrint } from './own-words.server.ts';
import { storedFinals } from './draft-input.ts';
import { ownDrafts } from './own-drafts.server.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { tellWaiting } from '#app/drafting/office/tell-officials.server.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';

export type SaveDraft = {
  viewer: Viewer;
  slug: string;
  number: number;
  decision: Decision;
  reason: string;
  finals: ReadonlyMap<number, FinalText>;
  againstVersion: number;
  remarkRevision: number;
  /**
   * `hand-in` asks another official to approve it, `collect` puts it with those that are released together: both need everything that a
   * ruling needs; a kept draft may be unfinished.
   */
  step: 'save' | 'hand-in' | 'collect';
  /** Revision of the viewer's own draft that was on the page; 0 when there was none. */
  draftRevision: number;
  now?: Date;
};

export type SaveDraftError =
  | RulingRefusal
  | PlanError
  | CollectRefusal
  | { code: 'draft-moved' }
  | { code: 'four-eyes' };
export type SaveDraftResult = { ok: true; value: { draftId: string } } | { ok: false; error: SaveDraftError };

/**
 * Keeps the viewer's draft of a ruling, or hands it in. Everybody has one live draft for a remark; those of others are left
 * alone. A draft says which text and which revision of the remark its author saw.
 */
export async function saveDraft(db: Db, input: SaveDraft): Promise<SaveDraftResult> {
  return officeWrite(db, input, async (tx, consultation): Promise<SaveDraftResult> => {
    const decidable = await loadDecidable(tx, input);
    const refusal = refusalOf(input, decidable);
    const mayBeUnfinished = input.step === 'save' && refusal?.code === 'reason-required';
    if (refusal && !mayBeUnfinished) return { ok: false, error: refusal };
    if (!decisionsFor({ ...decidable.remark, fit: 'unchanged' }).includes(input.decision))
      return { ok: false, error: { code: 'not-possible' } };
    if (input.step === 'collect' && (await needsSecond(tx, consultation, { viewer: input.viewer, write: 'ruling' })))
      return { ok: false, error: { code: 'four-eyes' } };
    if (input.step !== 'save') {
      const plan = await planOfOne({ decidable, decision: input.decision, finals: input.finals });
      if (!plan.ok) return { ok: false, error: plan.error };
    }
    const {
      remark,
      draft: { teryt, consultationId },
    } = decidable;
    const drafts = await ownDrafts(tx, {
      teryt,
      consultationId,
      viewerId: input.viewer.id,
      remarkIds: [remark.id],
    });
    const own = drafts.get(remark.id) ?? null;
    if ((own?.revision ?? 0) !== input.draftRevision) return { ok: false, error: { code: 'draft-moved' } };
    const places =
      input.step === 'collect'
        ? await placesFor(tx, { consultation, viewerId: input.viewer.id, remarks: [remark] })
        : null;
    if (places && !places.ok) return places;
    const draftId = await writeDraft(tx, input, {
      teryt,
      consultationId,
      remarkId: remark.id,
      own,
      place: places ? places.value.get(remark.id)! : null,
    });
    if (input.step === 'hand-in')
      await tellWaiting(tx, {
        consultation,
        drafts: { kind: 'rulings', numbers: [input.number] },
        by: input.viewer,
        event: `${draftId}:${(own?.revision ?? 0) + 1}`,
        ...(input.now ? { now: input.now } : {}),
      });
    return { ok: true, value: { draftId } };
  });
}

type Place = {
  teryt: string;
  consultationId: string;
  remarkId: string;
  own: { id: string; revision: number; decision: string } | null;
  /** Among those collected; null for a draft that is not. */
  place: number | null;
};

const states = { save: 'draft', 'hand-in': 'waiting', collect: 'collected' } as const;
const kinds = { save: 'draft-saved', 'hand-in': 'draft-handed-in', collect: 'draft-collected' } as const;

/** Writes the viewer's draft and its line of the record; call it under the lock, with everything checked. */
export async function writeDraft(tx: Db, input: SaveDraft, { own, place, ...owner }: Place): Promise<string> {
  const { viewer, step } = input;
  const data = {
    state: states[step],
    place,
    decision: input.decision,
    reason: input.reason,
    finals: storedFinals(input.finals),
    againstVersion: input.againstVersion,
    remarkRevision: input.remarkRevision,
    draftedByName: viewer.displayName,
    returnNote: null,
    reviewedById: null,
    reviewedByName: null,
    ...(input.now ? { updatedAt: input.now } : {}),
  };
  const { id } = own
    ? await tx.rulingDraft.update({
        where: { id: own.id, teryt: owner.teryt, draftedById: viewer.id, revision: own.revision },
        // The words that a register had for one decision do not go with another.
        data: {
          ...data,
          ...(own.decision === input.decision ? {} : { decisionWords: null }),
          revision: { increment: 1 },
        },
        select: { id: true },
      })
    : await tx.rulingDraft.create({
        data: { ...owner, ...data, draftedById: viewer.id, ...(input.now ? { createdAt: input.now } : {}) },
        select: { id: true },
      });
  await recordEvent(tx, {
    teryt: owner.teryt,
    consultationId: owner.consultationId,
    kind: kinds[step],
    actorId: viewer.id,
    subject: { type: 'draft', id },
    data: { number: input.number, decision: input.decision, version: input.againstVersion, print: rulingPrint(input) },
    ...(input.now ? { at: input.now } : {}),
  });
  return id;
}
