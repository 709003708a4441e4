import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes, the first choice of the OWASP password storage sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Stands for "no password yet": no password matches it. */
export const noPassword = '!';

let dummy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** True when `password` belongs to `stored`. Without a stored hash it takes as long as with one, and is false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored !== null && stored !== noPassword;
  const matches = await verify(known ? stored : await (dummy ??= hashPassword('no account has this hash')), password);
  return known && matches;
}
