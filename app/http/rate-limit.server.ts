import { AppError } from '#app/errors/app-error.ts';

const hits = new Map<string, number[]>();

/** At most `max` calls per key in `windowMs`; over it 429. Per process: enough against guessing, not a quota. */
export function limitRate(key: string, max: number, windowMs: number): void {
  if (!hasRoom(key, max, windowMs)) throw new AppError('too-many', key);
  countHit(key, windowMs);
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
