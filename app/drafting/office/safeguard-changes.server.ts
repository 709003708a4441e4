import type { Db } from '#app/db/client.server.ts';

/** `by`: who asked for it and who approved it, in this order. */
export type SafeguardChange = { id: string; on: boolean; at: Date; reason: string; by: string[] };

/** When four eyes were switched on and off in a consultation, by whom and why, oldest first. Everybody reads this. */
export async function listSafeguardChanges(db: Db, consultationId: string): Promise<SafeguardChange[]> {
  const rows = await db.officeDraft.findMany({
    where: { consultationId, kind: { in: ['four-eyes-on', 'four-eyes-off'] }, state: 'approved' },
    orderBy: [{ reviewedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      kind: true,
      reviewedAt: true,
      createdAt: true,
      reason: true,
      draftedByName: true,
      reviewedByName: true,
    },
  });
  return rows.map(({ id, kind, reviewedAt, createdAt, reason, draftedByName, reviewedByName }) => ({
    id,
    on: kind === 'four-eyes-on',
    at: reviewedAt ?? createdAt,
    reason,
    by: [draftedByName, ...(reviewedByName === null ? [] : [reviewedByName])],
  }));
}
