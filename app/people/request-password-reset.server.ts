import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { sendPasswordReset } from './letters.server.ts';
import { recordUserEvent } from './record.server.ts';

/** A second letter within this time would only fill the mailbox: the link of the first one works for an hour. */
const pauseMs = 2 * 60_000;

/** Sends a link for a new password when the address has an account; returns nothing, so that nobody learns whether it has. */
export async function requestPasswordReset(db: Db, input: { email: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const user = await tx.user.findFirst({ where: { email: input.email.toLowerCase(), disabledAt: null } });
    if (!user) return;
    const recent = await tx.emailToken.count({
      where: { userId: user.id, purpose: 'reset-password', usedAt: null, createdAt: { gt: new Date(Date.now() - pauseMs) } },
    });
    if (recent > 0) return;
    await sendPasswordReset(tx, user);
    await recordUserEvent(tx, { kind: 'user.reset-requested', userId: user.id, actorId: null });
  });
}
