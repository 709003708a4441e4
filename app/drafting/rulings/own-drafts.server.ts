import type { Db } from '#app/db/client.server.ts';
import { liveDraftStates } from '../state/draft-state.ts';

type Asked = { teryt: string; consultationId: string; viewerId: string; remarkIds: readonly string[] };

/** The official's own live drafts of rulings on these remarks, by remark: everybody has one at most for each. */
export async function ownDrafts(db: Db, { teryt, consultationId, viewerId, remarkIds }: Asked) {
  const rows = await db.rulingDraft.findMany({
    where: {
      teryt,
      consultationId,
      remarkId: { in: [...remarkIds] },
      draftedById: viewerId,
      state: { in: [...liveDraftStates] },
    },
    select: { id: true, remarkId: true, revision: true, decision: true, reason: true, finals: true },
  });
  return new Map(rows.map((row) => [row.remarkId, row]));
}
