import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { TooMany } from '#app/limits/take-limit.server.ts';
import { endCredentials } from './credentials.server.ts';
import { sendPasswordChanged } from './letters.server.ts';
import { holdAccount } from './hold-account.server.ts';
import { hashPassword } from './password.server.ts';
import { provePassword } from './prove-password.server.ts';
import { checkPassword } from './password-strength.server.ts';
import { recordUserEvent } from './record.server.ts';
import type { Viewer } from './viewer.ts';

export type PasswordChangeResult =
  | { ok: true }
  | { ok: false; error: { code: 'old-password' } | { code: 'password'; key: MessageKey } | TooMany };

/**
 * Changes the password of the signed-in person and ends everything that acts in their name, except the session they do it in.
 */
export async function changePassword(
  db: Db,
  input: { viewer: Viewer; oldPassword: string; password: string; sessionSecret: string },
): Promise<PasswordChangeResult> {
  const user = await db.user.findFirst({ where: { id: input.viewer.id, disabledAt: null } });
  if (!user) throw notFound('account closed');
  const proof = await provePassword(db, { userId: user.id, password: input.oldPassword });
  if (!proof.ok) return proof;
  const problem = await checkPassword(db, input.password, user);
  if (problem) return { ok: false, error: { code: 'password', key: problem } };
  const passwordHash = await hashPassword(input.password);
  return transaction(db, async (tx): Promise<PasswordChangeResult> => {
    // Changed or reset meanwhile, by whoever has the mailbox: the old password decides nothing any more.
    if (!(await holdAccount(tx, { userId: user.id, passwordHash: proof.passwordHash })))
      return { ok: false, error: { code: 'old-password' } };
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await endCredentials(tx, { userId: user.id, ending: 'password-changed', keptSession: input.sessionSecret });
    await sendPasswordChanged(tx, user);
    await recordUserEvent(tx, { kind: 'user.password-changed', userId: user.id, actorId: user.id });
    return { ok: true };
  });
}
