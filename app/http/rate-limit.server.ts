import { AppError } from '#app/errors/app-error.ts';

const hits = new Map<string, number[]>();

/** At most `max` calls per key in `windowMs`; over it 429. Per process: enough against guessing, not a quota. */
export function limitRate(key: string, max: number, windowMs: number): void {
  const now = Date.now();
  const recent = (hits.get(key) ?? []).filter((at) => now - at < windowMs);
  if (recent.length >= max) throw new AppError('too-many', key);
  recent.push(now);
  hits.set(key, recent);
  if (hits.size > 10_000) for (const [old, times] of hits) if (now - (times.at(-1) ?? 0) > windowMs) hits.delete(old);
}
