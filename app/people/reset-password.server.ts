import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import { endCredentials } from './credentials.server.ts';
import { inspectToken, spendToken, type TokenState } from './email-token.server.ts';
import { sendPasswordChanged } from './letters.server.ts';
import { hashPassword } from './password.server.ts';
import { checkPassword } from './password-strength.server.ts';
import { recordUserEvent } from './record.server.ts';

export type ResetResult =
  | { ok: true }
  | {
      ok: false;
      error: { code: 'link'; state: Exclude<TokenState['state'], 'valid'> } | { code: 'password'; key: MessageKey };
    };

/**
 * Sets a new password by a link from a letter and ends everything that acts in the person's name: sessions, tokens, links. A refused password does not spend the link. Whoever
 * has the letter has the mailbox, so the address counts as confirmed. A guest with a password is a guest no more: all their
 * letters are now in an account.
 */
export async function resetPassword(db: Db, input: { secret: string; password: string }): Promise<ResetResult> {
  await requireLimit(db, 'letter-link', {});
  const link = { secret: input.secret, purpose: 'reset-password' } as const;
  const token = await inspectToken(db, link);
  if (token.state !== 'valid') return { ok: false, error: { code: 'link', state: token.state } };
  const problem = await checkPassword(db, input.password, token);
  if (problem) return { ok: false, error: { code: 'password', key: problem } };
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (tx) => {
    if (!(await spendToken(tx, link))) return { ok: false, error: { code: 'link', state: 'used' } };
    const user = await tx.user.update({ where: { id: token.userId }, data: { passwordHash, isGuest: false } });
    await tx.user.updateMany({ where: { id: user.id, emailVerifiedAt: null }, data: { emailVerifiedAt: new Date() } });
    await endCredentials(tx, { userId: user.id, ending: 'password-reset' });
    await sendPasswordChanged(tx, user);
    await recordUserEvent(tx, { kind: 'user.password-reset', userId: user.id, actorId: user.id });
    return { ok: true };
  });
}
