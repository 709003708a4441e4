import type { OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { basketLimit } from './bulk.ts';

export type CollectRefusal =
  | { code: 'basket-full'; limit: number }
  /** Another official's ruling on them is collected already. */
  | { code: 'collected'; numbers: number[] };

type Places = { ok: true; value: Map<string, number> } | { ok: false; error: CollectRefusal };

/**
 * Places among the collected rulings for these remarks, by id: behind all others, and the one it has for one that is collected already by
 * the same author. A remark has one collected ruling. Ask under the lock of the consultation.
 */
export async function placesFor(
  tx: Db,
  {
    consultation: { id: consultationId, teryt },
    viewerId,
    remarks,
  }: { consultation: OfficeConsultation; viewerId: string | null; remarks: readonly { id: string; number: number }[] },
): Promise<Places> {
  const collected = await tx.rulingDraft.findMany({
    where: { consultationId, teryt, state: 'collected' },
    select: { remarkId: true, draftedById: true, place: true },
  });
  const byRemark = new Map(collected.map((draft) => [draft.remarkId, draft]));
  const taken = remarks.filter(({ id }) => {
    const other = byRemark.get(id);
    return other !== undefined && other.draftedById !== viewerId;
  });
  if (taken.length > 0) return { ok: false, error: { code: 'collected', numbers: taken.map(({ number }) => number) } };
  const fresh = remarks.filter(({ id }) => !byRemark.has(id));
  if (collected.length + fresh.length > basketLimit)
    return { ok: false, error: { code: 'basket-full', limit: basketLimit } };
  const last = Math.max(0, ...collected.map(({ place }) => place ?? 0));
  return {
    ok: true,
    value: new Map([
      ...remarks.map(({ id }) => [id, byRemark.get(id)?.place ?? 0] as const),
      ...fresh.map(({ id }, at) => [id, last + 1 + at] as const),
    ]),
  };
}
