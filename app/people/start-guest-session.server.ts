import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { recordUserEvent } from './record.server.ts';
import { startSession } from './sessions.server.ts';

/** Signs in a guest who has just proved the mailbox by a link. Throws not-found for an account that has a password. */
export function startGuestSession(db: Db, input: { userId: string; userAgent: string | null }): Promise<string> {
  return transaction(db, async (tx) => {
    const guest = await tx.user.findFirst({
      where: { id: input.userId, isGuest: true, disabledAt: null },
      select: { id: true },
    });
    if (!guest) throw notFound('no such guest');
    const secret = await startSession(tx, input);
    await recordUserEvent(tx, { kind: 'user.signed-in', userId: guest.id, actorId: guest.id });
    return secret;
  });
}
