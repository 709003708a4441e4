import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { inspectToken, spendToken, type TokenState } from './email-token.server.ts';
import { recordUserEvent } from './record.server.ts';
import { startSession } from './sessions.server.ts';

export type LinkSignInResult =
  | { ok: true; secret: string }
  | { ok: false; error: { code: Exclude<TokenState['state'], 'valid'> } };

/**
 * Spends a guest's link and starts a session. Only for guests: once the address has an account with a password the link is
 * worth nothing.
 */
export async function signInByLink(
  db: Db,
  input: { secret: string; userAgent: string | null },
): Promise<LinkSignInResult> {
  await requireLimit(db, 'letter-link', {});
  const link = { secret: input.secret, purpose: 'guest-sign-in' } as const;
  return transaction(db, async (tx): Promise<LinkSignInResult> => {
    const token = await inspectToken(tx, link);
    if (token.state !== 'valid') return { ok: false, error: { code: token.state } };
    const guest = await tx.user.findFirst({
      where: { id: token.userId, isGuest: true, disabledAt: null },
      select: { id: true },
    });
    if (!guest) return { ok: false, error: { code: 'unknown' } };
    if (!(await spendToken(tx, link))) return { ok: false, error: { code: 'used' } };
    const secret = await startSession(tx, { userId: guest.id, userAgent: input.userAgent });
    await recordUserEvent(tx, { kind: 'user.signed-in', userId: guest.id, actorId: guest.id });
    return { ok: true, secret };
  });
}
