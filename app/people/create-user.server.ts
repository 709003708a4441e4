import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { issueToken, tokenHours } from './email-token.server.ts';
import { findAccount } from './find-account.server.ts';
import { noPassword } from './password.server.ts';
import { recordUserEvent } from './record.server.ts';

export type CreateUserResult = { ok: true; secret: string } | { ok: false; error: { code: 'exists' } };

/** Opens an account without a password. The secret is for a link, good for a week, where its owner sets one. */
export function createUser(
  db: Db,
  input: { email: string; displayName: string; locale: Locale },
): Promise<CreateUserResult> {
  return transaction(db, async (tx) => {
    const email = input.email.trim().toLowerCase();
    if (await findAccount(tx, email)) return { ok: false, error: { code: 'exists' } };
    const user = await tx.user.create({
      data: { email, displayName: input.displayName, locale: input.locale, passwordHash: noPassword },
    });
    const secret = await issueToken(tx, { userId: user.id, purpose: 'reset-password', hours: tokenHours.invitation });
    await recordUserEvent(tx, { kind: 'user.created', userId: user.id, actorId: null });
    return { ok: true, secret };
  });
}
