import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import { sendPasswordChanged } from './letters.server.ts';
import { hashPassword, verifyPassword } from './password.server.ts';
import { passwordProblem } from './password-rules.ts';
import { recordUserEvent } from './record.server.ts';
import { hashSecret } from './secrets.server.ts';
import type { Viewer } from './viewer.ts';

export type PasswordChangeResult = { ok: true } | { ok: false; error: { code: 'old-password' } | { code: 'password'; key: MessageKey } };

/** Changes the password of the signed-in person and ends their sessions, except the one they do it in. */
export async function changePassword(
  db: Db,
  input: { viewer: Viewer; oldPassword: string; password: string; sessionSecret: string },
): Promise<PasswordChangeResult> {
  const user = await db.user.findFirst({ where: { id: input.viewer.id, disabledAt: null } });
  if (!user) throw notFound('account closed');
  if (!(await verifyPassword(user.passwordHash, input.oldPassword))) return { ok: false, error: { code: 'old-password' } };
  const problem = passwordProblem(input.password, user);
  if (problem) return { ok: false, error: { code: 'password', key: problem } };
  const passwordHash = await hashPassword(input.password);
  await transaction(db, async (tx) => {
    await tx.user.update({ where: { id: user.id }, data: { passwordHash } });
    await tx.session.updateMany({
      where: { userId: user.id, revokedAt: null, secretHash: { not: hashSecret(input.sessionSecret) } },
      data: { revokedAt: new Date() },
    });
    await tx.emailToken.deleteMany({ where: { userId: user.id, purpose: 'reset-password', usedAt: null } });
    await sendPasswordChanged(tx, user);
    await recordUserEvent(tx, { kind: 'user.password-changed', userId: user.id, actorId: user.id });
  });
  return { ok: true };
}
