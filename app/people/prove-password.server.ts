import type { Db } from '#app/db/client.server.ts';
import { takeLimit, type TooMany } from '#app/limits/take-limit.server.ts';
import { verifyPassword } from './password.server.ts';

export type Proof =
  | {
      ok: true;
      /** The hash it was compared with: the write that follows holds the account to it. */ passwordHash: string;
    }
  | { ok: false; error: { code: 'old-password' } | TooMany };

/** Asks a person who is signed in for the password once more, before what a borrowed browser must not do. Only wrong ones are counted. */
export async function provePassword(db: Db, input: { userId: string; password: string }): Promise<Proof> {
  const taken = await takeLimit(db, 'password-change', { person: input.userId });
  if (!taken.ok) return taken;
  const user = await db.user.findFirst({
    where: { id: input.userId, disabledAt: null },
    select: { passwordHash: true },
  });
  if (!user || !(await verifyPassword(user.passwordHash, input.password)))
    return { ok: false, error: { code: 'old-password' } };
  await taken.giveBack();
  return { ok: true, passwordHash: user.passwordHash };
}
