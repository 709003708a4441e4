import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { sendPasswordReset } from './letters.server.ts';
import { recordUserEvent } from './record.server.ts';

/** A second letter within this time would only fill the mailbox: the link of the first one works for an hour. */
const pauseMs = 2 * 60_000;

/** Sends a link for a new password when the address has an account; the answer is the same when it has none, so that nobody learns which. */
export async function requestPasswordReset(
  db: Db,
  input: { email: string },
): Promise<{ ok: true } | { ok: false; error: TooMany }> {
  const taken = await takeLimit(db, 'password-reset', { target: input.email });
  if (!taken.ok) return taken;
  await sendReset(db, input);
  return { ok: true };
}

async function sendReset(db: Db, input: { email: string }): Promise<void> {
  await transaction(db, async (tx) => {
    const user = await tx.user.findFirst({ where: { email: input.email.toLowerCase(), disabledAt: null } });
    if (!user) return;
    const recent = await tx.emailToken.count({
      where: {
        userId: user.id,
        purpose: 'reset-password',
        usedAt: null,
        createdAt: { gt: new Date(Date.now() - pauseMs) },
      },
    });
    if (recent > 0) return;
    await sendPasswordReset(tx, user);
    await recordUserEvent(tx, { kind: 'user.reset-requested', userId: user.id, actorId: null });
  });
}
