import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { endCredentials } from './credentials.server.ts';
import { findAccount } from './find-account.server.ts';
import { sendAccountSwitched } from './letters.server.ts';
import { isLastAdministrator } from './lock-administrators.server.ts';
import { recordUserEvent } from './record.server.ts';

export type DisableError = { code: 'no-account' | 'already' | 'last-administrator' };
export type DisableResult = { ok: true } | { ok: false; error: DisableError };

/**
 * Takes an account away from whoever uses it, until it is enabled again: everything that acts in its name ends and nobody signs in.
 * Roles are kept and do nothing; what was written stays. The command line decides who may: whoever can run it has the database anyway.
 */
export function disableAccount(db: Db, input: { email: string; reason: string; now?: Date }): Promise<DisableResult> {
  const now = input.now ?? new Date();
  return transaction(db, async (tx): Promise<DisableResult> => {
    const user = await findAccount(tx, input.email);
    if (!user || user.closedAt) return { ok: false, error: { code: 'no-account' } };
    if (await isLastAdministrator(tx, user.id)) return { ok: false, error: { code: 'last-administrator' } };
    const { count } = await tx.user.updateMany({
      where: { id: user.id, disabledAt: null, closedAt: null },
      data: { disabledAt: now, disabledReason: input.reason },
    });
    if (count === 0) return { ok: false, error: { code: 'already' } };
    await endCredentials(tx, { userId: user.id, ending: 'disabled', now });
    await sendAccountSwitched(tx, user, 'disabled', input.reason);
    await recordUserEvent(tx, { kind: 'user.disabled', userId: user.id, actorId: null });
    // The page of a municipality says whether its office takes part.
    await bumpRevision(tx);
    return { ok: true };
  });
}
