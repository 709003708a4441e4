import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { officeWrite } from '#app/drafting/office/office-write.server.ts';
import { mayDo, type DraftState } from '../state/draft-state.ts';

type Named = {
  viewer: Viewer;
  slug: string;
  draftId: string;
  /** Revision of the draft on the page. */
  draftRevision: number;
  now?: Date;
};

type ChangeBasketError = { code: 'draft-moved' } | { code: 'not-allowed' };
export type ChangeBasketResult = { ok: true; value: { number: number } } | { ok: false; error: ChangeBasketError };

/** Takes a ruling out of those collected: it is its author's draft again, and needs whatever a draft needs. */
export async function takeOutOfBasket(db: Db, input: Named): Promise<ChangeBasketResult> {
  const { viewer } = input;
  return officeWrite(db, input, async (tx, { id: consultationId, teryt }): Promise<ChangeBasketResult> => {
    const draft = await find(tx, { id: input.draftId, consultationId, teryt });
    if (draft.revision !== input.draftRevision) return { ok: false, error: { code: 'draft-moved' } };
    const standing = { state: draft.state as DraftState, isOwn: draft.draftedById === viewer.id };
    if (!mayDo('take-out', standing)) return { ok: false, error: { code: 'not-allowed' } };
    await tx.rulingDraft.updateMany({
      where: { id: draft.id, consultationId, teryt, revision: draft.revision },
      data: { state: 'draft', place: null, reviewedById: null, reviewedByName: null, revision: { increment: 1 } },
    });
    await recordEvent(tx, {
      teryt,
      consultationId,
      kind: 'draft-taken-out',
      actorId: viewer.id,
      subject: { type: 'draft', id: draft.id },
      data: { remark: draft.remarkId },
      ...(input.now ? { at: input.now } : {}),
    });
    return { ok: true, value: { number: draft.remark.number } };
  });
}

/**
 * Puts a collected ruling in front of another one: of several units put behind the same one, the first ruling's stands first. Both are
 * named as they were on the page.
 */
export async function moveInBasket(
  db: Db,
  input: Named & { before: { draftId: string; draftRevision: number } },
): Promise<ChangeBasketResult> {
  return officeWrite(db, input, async (tx, { id: consultationId, teryt }): Promise<ChangeBasketResult> => {
    const owner = { consultationId, teryt };
    const [moved, other] = [
      await find(tx, { id: input.draftId, ...owner }),
      await find(tx, { id: input.before.draftId, ...owner }),
    ];
    if (moved.revision !== input.draftRevision || other.revision !== input.before.draftRevision)
      return { ok: false, error: { code: 'draft-moved' } };
    const [from, to] = [moved.place, other.place];
    if (from === null || to === null || from <= to) return { ok: false, error: { code: 'not-allowed' } };
    await tx.rulingDraft.updateMany({
      where: { ...owner, state: 'collected', place: { gte: to, lt: from } },
      data: { place: { increment: 1 } },
    });
    await tx.rulingDraft.updateMany({ where: { id: moved.id, ...owner }, data: { place: to } });
    await recordEvent(tx, {
      ...owner,
      kind: 'collected-reordered',
      actorId: input.viewer.id,
      subject: { type: 'draft', id: moved.id },
      data: { remark: moved.remarkId, before: other.remarkId },
      ...(input.now ? { at: input.now } : {}),
    });
    return { ok: true, value: { number: moved.remark.number } };
  });
}

async function find(tx: Db, where: { id: string; consultationId: string; teryt: string }) {
  const draft = await tx.rulingDraft.findFirst({ where, include: { remark: { select: { number: true } } } });
  if (!draft) throw notFound('no such draft');
  return draft;
}
