import type { Db } from '#app/db/client.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { demoPassword } from '#app/demo/accounts.ts';
import { admitsDemoPassword } from '#app/demo/demonstration.server.ts';
import { verifyPassword } from './password.server.ts';
import { recordUserEvent } from './record.server.ts';
import { startSession } from './sessions.server.ts';

export type SignInResult = { ok: true; secret: string; locale: string } | { ok: false; error: { code: 'wrong' } };

/** Checks address and password and starts a session. Unknown address, wrong password and closed account look the same. */
export async function signIn(db: Db, input: { email: string; password: string; userAgent: string | null }): Promise<SignInResult> {
  const user = await db.user.findFirst({
    where: { email: input.email.toLowerCase(), disabledAt: null },
    select: { id: true, passwordHash: true, locale: true, isDemo: true },
  });
  const matches = await verifyPassword(user?.passwordHash ?? null, input.password);
  // A demonstration taken to a public address would keep an administrator whose password everybody knows.
  const isKnown = user?.isDemo === true && input.password === demoPassword && !admitsDemoPassword();
  if (!user || !matches || isKnown) return { ok: false, error: { code: 'wrong' } };
  const secret = await transaction(db, async (tx) => {
    const started = await startSession(tx, { userId: user.id, userAgent: input.userAgent });
    await recordUserEvent(tx, { kind: 'user.signed-in', userId: user.id, actorId: user.id });
    return started;
  });
  return { ok: true, secret, locale: user.locale };
}
