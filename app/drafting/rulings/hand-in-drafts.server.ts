import type { Db } from '#app/db/client.server.ts';
import type { OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import { tellWaiting } from '#app/drafting/office/tell-officials.server.ts';
import type { Decidable } from './load-decidable.server.ts';
import type { FinalText } from './ruling-plan.ts';
import { ownDrafts } from './own-drafts.server.ts';
import { writeDraft, type SaveDraft } from './save-draft.server.ts';

type HandIn = Pick<SaveDraft, 'viewer' | 'slug' | 'decision' | 'reason' | 'againstVersion' | 'now'>;
type Member = { decidable: Decidable; finals: ReadonlyMap<number, FinalText> };

/** Hands in the official's draft for each remark, whatever they had kept before, and tells the others in one letter. Call it under the lock, with everything checked. */
export async function handInDrafts(
  tx: Db,
  input: HandIn,
  { consultation, members }: { consultation: OfficeConsultation; members: readonly Member[] },
): Promise<void> {
  const { id: consultationId, teryt } = consultation;
  const owns = await ownDrafts(tx, {
    teryt,
    consultationId,
    viewerId: input.viewer.id,
    remarkIds: members.map(({ decidable }) => decidable.remark.id),
  });
  let event = '';
  for (const { finals, decidable } of members) {
    const { id: remarkId, number, revision: remarkRevision } = decidable.remark;
    const own = owns.get(remarkId) ?? null;
    const draftRevision = own?.revision ?? 0;
    const id = await writeDraft(
      tx,
      { ...input, number, remarkRevision, finals, step: 'hand-in', draftRevision },
      { teryt, consultationId, remarkId, own, place: null },
    );
    event ||= `${id}:${draftRevision + 1}`;
  }
  await tellWaiting(tx, {
    consultation,
    drafts: { kind: 'rulings', numbers: members.map(({ decidable }) => decidable.remark.number) },
    by: input.viewer,
    event,
    ...(input.now ? { now: input.now } : {}),
  });
}
