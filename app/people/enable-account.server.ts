import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { findAccount } from './find-account.server.ts';
import { sendAccountSwitched } from './letters.server.ts';
import { recordUserEvent } from './record.server.ts';

export type EnableResult = { ok: true } | { ok: false; error: { code: 'no-account' | 'not-disabled' } };

/** Opens a disabled account again, with the roles it had. What ended stays ended. One that its owner closed is gone for good. */
export function enableAccount(db: Db, input: { email: string; reason: string }): Promise<EnableResult> {
  return transaction(db, async (tx): Promise<EnableResult> => {
    const user = await findAccount(tx, input.email);
    if (!user || user.closedAt) return { ok: false, error: { code: 'no-account' } };
    const { count } = await tx.user.updateMany({
      where: { id: user.id, disabledAt: { not: null }, closedAt: null },
      data: { disabledAt: null, disabledReason: null },
    });
    if (count === 0) return { ok: false, error: { code: 'not-disabled' } };
    await sendAccountSwitched(tx, user, 'enabled', input.reason);
    await recordUserEvent(tx, { kind: 'user.enabled', userId: user.id, actorId: null });
    await bumpRevision(tx);
    return { ok: true };
  });
}
