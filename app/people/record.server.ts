import type { Db } from '#app/db/client.server.ts';
import type { eventKinds } from '#app/record/event-kinds.ts';
import { recordEvent } from '#app/record/record-event.server.ts';

/** One line of the record about an account. `data` holds ids and states, never words or addresses. */
export async function recordUserEvent(
  tx: Db,
  event: {
    kind: (typeof eventKinds.user)[number];
    userId: string;
    actorId: string | null;
    teryt?: string | null;
    data?: Record<string, string | number | null>;
  },
): Promise<void> {
  await recordEvent(tx, {
    kind: event.kind,
    subject: { type: 'user', id: event.userId },
    actorId: event.actorId,
    teryt: event.teryt ?? null,
    data: event.data ?? {},
  });
}
