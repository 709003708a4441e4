import type { Db } from '#app/db/client.server.ts';
import type { OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import { placesFor, type CollectRefusal } from './basket-places.server.ts';
import type { Decidable } from './load-decidable.server.ts';
import type { FinalText } from './ruling-plan.ts';
import { ownDrafts } from './own-drafts.server.ts';
import { writeDraft, type SaveDraft } from './save-draft.server.ts';

type Collect = Pick<SaveDraft, 'viewer' | 'slug' | 'decision' | 'reason' | 'againstVersion' | 'now'>;
type Member = { decidable: Decidable; finals: ReadonlyMap<number, FinalText> };

/** Collects the official's ruling on each remark, whatever they had kept before. Call it under the lock, with everything checked. */
export async function collectDrafts(
  tx: Db,
  input: Collect,
  { consultation, members }: { consultation: OfficeConsultation; members: readonly Member[] },
): Promise<CollectRefusal | null> {
  const { id: consultationId, teryt } = consultation;
  const remarks = members.map(({ decidable }) => decidable.remark);
  const places = await placesFor(tx, { consultation, viewerId: input.viewer.id, remarks });
  if (!places.ok) return places.error;
  const owns = await ownDrafts(tx, {
    teryt,
    consultationId,
    viewerId: input.viewer.id,
    remarkIds: remarks.map(({ id }) => id),
  });
  for (const { finals, decidable } of members) {
    const { id: remarkId, number, revision: remarkRevision } = decidable.remark;
    const own = owns.get(remarkId) ?? null;
    await writeDraft(
      tx,
      { ...input, number, remarkRevision, finals, step: 'collect', draftRevision: own?.revision ?? 0 },
      { teryt, consultationId, remarkId, own, place: places.value.get(remarkId)! },
    );
  }
  return null;
}
