import { AppError } from '#app/errors/app-error.ts';

const hits = new Map<string, number[]>();

export type Rate = { allowed: boolean; remaining: number; /** Seconds until one more is allowed, or until the first one of the window is forgotten. */ seconds: number };

/** Counts one call of a key, at most `max` in `windowMs`. Per process: enough against guessing, not a quota. */
export function countRate(key: string, max: number, windowMs: number): Rate {
  const allowed = hasRoom(key, max, windowMs);
  if (allowed) countHit(key, windowMs);
  const recent = recentHits(key, windowMs);
  return { allowed, remaining: max - recent.length, seconds: Math.ceil((windowMs - (Date.now() - (recent[0] ?? Date.now()))) / 1000) };
}

/** At most `max` calls per key in `windowMs`; over it 429. */
export function limitRate(key: string, max: number, windowMs: number): void {
  if (!countRate(key, max, windowMs).allowed) throw new AppError('too-many', key);
}

/** Whether one more would be within `max` per `windowMs`. Counts nothing: for forms where only what was accepted counts. */
export function hasRoom(key: string, max: number, windowMs: number): boolean {
  return recentHits(key, windowMs).length < max;
}

/** Counts one that was accepted. */
export function countHit(key: string, windowMs: number): void {
  const now = Date.now();
  hits.set(key, [...recentHits(key, windowMs), now]);
  if (hits.size > 10_000) for (const [old, times] of hits) if (now - (times.at(-1) ?? 0) > windowMs) hits.delete(old);
}

function recentHits(key: string, windowMs: number): number[] {
  const now = Date.now();
  return (hits.get(key) ?? []).filter((at) => now - at < windowMs);
}
