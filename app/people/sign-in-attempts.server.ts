import type { Db } from '#app/db/client.server.ts';
import { askersNetwork } from '#app/limits/asker.server.ts';
import { takeLimit, type Taken } from '#app/limits/take-limit.server.ts';

/**
 * Counts one try to sign in; it is given back when the password was right. In a browser known to the account only its own tries
 * count. Elsewhere each network has a few tries per account, fewer once many networks try the same account, and a wide bound for
 * all accounts together. No counter is shared by the owner and a stranger elsewhere, so nobody can lock anybody out.
 */
export async function takeAttempt(
  db: Db,
  { email, deviceId }: { email: string; deviceId: string | null },
): Promise<Taken> {
  if (deviceId) return takeLimit(db, 'sign-in-known', { target: deviceId });
  const overall = await takeLimit(db, 'sign-in-account', { target: email });
  // What is not spent on the account's own counter is not given back either.
  const giveBackOverall = overall.ok ? overall.giveBack : async () => {};
  const taken: Taken[] = [];
  for (const take of [
    () => takeLimit(db, 'sign-in-pair', { target: `${email} ${askersNetwork() ?? 'unknown'}` }),
    ...(overall.ok
      ? []
      : [() => takeLimit(db, 'sign-in-pair-hot', { target: `${email} ${askersNetwork() ?? 'unknown'}` })]),
    () => takeLimit(db, 'sign-in-address', {}),
  ]) {
    const one = await take();
    if (one.ok) {
      taken.push(one);
      continue;
    }
    await giveBackAll(taken, giveBackOverall);
    return one;
  }
  return { ok: true, giveBack: () => giveBackAll(taken, giveBackOverall) };
}

async function giveBackAll(taken: readonly Taken[], more: () => Promise<void>): Promise<void> {
  for (const one of taken) if (one.ok) await one.giveBack();
  await more();
}
