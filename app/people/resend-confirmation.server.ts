import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { sendConfirmation } from './letters.server.ts';
import { recordUserEvent } from './record.server.ts';
import type { Viewer } from './viewer.ts';

/** Sends the signed-in person a new confirmation link; the old one stops working. False when there is nothing to confirm. */
export async function resendConfirmation(db: Db, input: { viewer: Viewer }): Promise<boolean> {
  await requireLimit(db, 'confirmation-letter', { person: input.viewer.id });
  return transaction(db, async (tx) => {
    const user = await tx.user.findFirst({ where: { id: input.viewer.id, emailVerifiedAt: null, disabledAt: null } });
    if (!user) return false;
    await sendConfirmation(tx, user);
    await recordUserEvent(tx, { kind: 'user.confirmation-resent', userId: user.id, actorId: user.id });
    return true;
  });
}
