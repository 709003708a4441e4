import type { Db } from '#app/db/client.server.ts';

/** One line of the record about an account. `data` holds ids and states, never words or addresses. */
export async function recordUserEvent(
  tx: Db,
  event: { kind: string; userId: string; actorId: string | null; teryt?: string | null; data?: Record<string, string | number | null> },
): Promise<void> {
  await tx.event.create({
    data: {
      kind: event.kind, subjectType: 'user', subjectId: event.userId, actorId: event.actorId, teryt: event.teryt ?? null, data: event.data ?? {},
    },
  });
}
