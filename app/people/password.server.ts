import { hash, verify } from '@node-rs/argon2';
import { AppError } from '#app/errors/app-error.ts';

/** argon2id with 19 MiB and two passes, the first choice of the OWASP password storage sheet. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Stands for "no password yet": no password matches it. */
export const noPassword = '!';

/** Hashes worked out at once, each on a thread and with 19 MiB of its own; and those that may wait for their turn. */
const hashing = { atOnce: 3, waiting: 60 } as const;

let running = 0;
const queue: (() => void)[] = [];

/** Runs `work` when it is its turn; refused at once when too many wait already, so that a flood of tries takes neither memory nor time from the rest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= hashing.atOnce) {
    if (queue.length >= hashing.waiting) throw new AppError('too-many', 'passwords being checked', { seconds: 10 });
    // The one who ends hands over its place: `running` stays as it is.
    await new Promise<void>((go) => queue.push(go));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

let dummy: Promise<string> | null = null;

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

/** True when `password` belongs to `stored`. Without a stored hash it takes as long as with one, and is false. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const known = stored !== null && stored !== noPassword;
  // Made once, outside the queue: it must not fail for being refused there.
  const against = known ? stored : await (dummy ??= hash('no account has this hash', cost));
  const matches = await inTurn(() => verify(against, password));
  return known && matches;
}
