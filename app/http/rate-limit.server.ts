import { AppError } from '#app/errors/app-error.ts';

const hits = new Map<string, number[]>();

export type Rate = { allowed: boolean; remaining: number; /** Seconds until one more is allowed, or until the first one of the window is forgotten. */ seconds: number };

/** Counts one call of a key, at most `max` in `windowMs`. Per process: enough against guessing, not a quota. */
export function countRate(key: string, max: number, windowMs: number): Rate {
  const now = Date.now();
  const recent = (hits.get(key) ?? []).filter((at) => now - at < windowMs);
  const allowed = recent.length < max;
  if (allowed) recent.push(now);
  hits.set(key, recent);
  if (hits.size > 10_000) for (const [old, times] of hits) if (now - (times.at(-1) ?? 0) > windowMs) hits.delete(old);
  return { allowed, remaining: max - recent.length, seconds: Math.ceil((windowMs - (now - (recent[0] ?? now))) / 1000) };
}

/** At most `max` calls per key in `windowMs`; over it 429. */
export function limitRate(key: string, max: number, windowMs: number): void {
  if (!countRate(key, max, windowMs).allowed) throw new AppError('too-many', key);
}
