import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { endCredentials } from './credentials.server.ts';
import { recordUserEvent } from './record.server.ts';
import type { Viewer } from './viewer.ts';

/** Ends one session of the signed-in person; false when it is not theirs or has ended already. */
export function endOwnSession(db: Db, input: { viewer: Viewer; sessionId: string }): Promise<boolean> {
  return transaction(db, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: input.sessionId, userId: input.viewer.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) return false;
    await recordUserEvent(tx, { kind: 'user.session-ended', userId: input.viewer.id, actorId: input.viewer.id });
    return true;
  });
}

/** Ends every session of the signed-in person, this one too, and with them tokens, links and remembered browsers. */
export async function endOwnSessions(db: Db, input: { viewer: Viewer }): Promise<void> {
  await transaction(db, async (tx) => {
    await endCredentials(tx, { userId: input.viewer.id, ending: 'all-sessions' });
    await recordUserEvent(tx, { kind: 'user.sessions-ended', userId: input.viewer.id, actorId: input.viewer.id });
  });
}
