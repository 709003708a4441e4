import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { demoPassword } from '#app/people/demo/accounts.ts';
import { admitsDemoPassword } from '#app/people/demo/demonstration.server.ts';
import type { TooMany } from '#app/limits/take-limit.server.ts';
import { holdAccount } from './hold-account.server.ts';
import { findKnownDevice, rememberDevice } from './known-device.server.ts';
import { verifyPassword } from './password.server.ts';
import { recordUserEvent } from './record.server.ts';
import { startSession } from './sessions.server.ts';
import { takeAttempt } from './sign-in-attempts.server.ts';

export type SignInInput = {
  email: string;
  password: string;
  userAgent: string | null;
  /** Others use the device as well: a short session, and the browser is not known next time. */
  shared?: boolean;
  /** Secret of the cookie that a sign-in before left in this browser. */ device?: string | null;
};
export type SignInResult =
  | {
      ok: true;
      secret: string;
      /** For the cookie by which this browser is known next time; null where others use it. */ device: string | null;
      locale: string;
      /** Acts for an office: begins at its tasks. */ isOfficial: boolean;
    }
  | { ok: false; error: { code: 'wrong' } | { code: 'disabled' } | TooMany };

/**
 * Checks address and password and starts a session. Unknown address, wrong password and closed account look the same and are
 * counted the same; that an account is disabled is told to whoever has its password. Wrong tries slow down whoever makes them, never the owner in a browser that is known.
 */
export async function signIn(db: Db, input: SignInInput): Promise<SignInResult> {
  const email = input.email.trim().toLowerCase();
  const user = await db.user.findFirst({
    where: { email, closedAt: null },
    select: { id: true, passwordHash: true, locale: true, isDemo: true, disabledAt: true },
  });
  const deviceId = user ? await findKnownDevice(db, { secret: input.device ?? null, userId: user.id }) : null;
  const attempt = await takeAttempt(db, { email, deviceId });
  if (!attempt.ok) return attempt;
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password);
  // A demonstration taken to a public address would keep an administrator whose password everybody knows.
  const isKnown = user?.isDemo === true && input.password === demoPassword && !admitsDemoPassword();
  if (!user || !matches || isKnown) return { ok: false, error: { code: 'wrong' } };
  await attempt.giveBack();
  if (user.disabledAt) return { ok: false, error: { code: 'disabled' } };
  return transaction(db, async (tx): Promise<SignInResult> => {
    // Disabled, or given another password, at this very moment: no session begins that nobody would end.
    if (!(await holdAccount(tx, { userId: user.id, passwordHash: user.passwordHash })))
      return { ok: false, error: { code: 'wrong' } };
    const shared = input.shared ?? false;
    const secret = await startSession(tx, { userId: user.id, userAgent: input.userAgent, shared });
    const device = shared
      ? null
      : await rememberDevice(tx, { secret: input.device ?? null, deviceId, userId: user.id });
    await recordUserEvent(tx, { kind: 'user.signed-in', userId: user.id, actorId: user.id });
    const isOfficial =
      (await tx.roleGrant.count({ where: { userId: user.id, role: 'official', revokedAt: null } })) > 0;
    return { ok: true, secret, device, locale: user.locale, isOfficial };
  });
}
