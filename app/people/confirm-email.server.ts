import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { inspectToken, spendToken, type TokenState } from './email-token.server.ts';
import { recordUserEvent } from './record.server.ts';

export type ConfirmationResult =
  | { ok: true; userId: string }
  | { ok: false; error: { code: Exclude<TokenState['state'], 'valid'> } };

/** Spends the link of a confirmation letter. A second use says "used", which is no failure for the person. */
export async function confirmEmail(db: Db, input: { secret: string }): Promise<ConfirmationResult> {
  await requireLimit(db, 'letter-link', {});
  const link = { secret: input.secret, purpose: 'confirm-email' } as const;
  return transaction(db, async (tx) => {
    const token = await inspectToken(tx, link);
    if (token.state !== 'valid') return { ok: false, error: { code: token.state } };
    if (!(await spendToken(tx, link))) return { ok: false, error: { code: 'used' } };
    await tx.user.updateMany({
      where: { id: token.userId, emailVerifiedAt: null },
      data: { emailVerifiedAt: new Date() },
    });
    await recordUserEvent(tx, { kind: 'user.email-confirmed', userId: token.userId, actorId: token.userId });
    return { ok: true, userId: token.userId };
  });
}
