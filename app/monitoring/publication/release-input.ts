import { z } from 'zod';
import { warsawInstant } from '#app/i18n/dates.ts';

/** What the form of the release sends: at once, or at a civil minute of Poland. */
export const releaseSchema = z.object({
  intent: z.enum(['publish', 'cancel', 'border']).catch('publish'),
  stamp: z.string().max(100).catch(''),
  /** The hour that the page showed, for a cancellation. */
  scheduled: z.string().max(40).catch(''),
  when: z.enum(['now', 'at']).catch('now'),
  day: z.string().max(10).catch(''),
  time: z.string().max(5).catch(''),
});

export type ReleaseHour =
  | { ok: true; releaseAt: Date | null }
  | { ok: false; field: 'day' | 'time'; key: 'error.date' | 'publication.error.time' };

/** The moment that was asked for; null for at once. */
export function releaseHour({
  when,
  day,
  time,
}: Pick<z.infer<typeof releaseSchema>, 'when' | 'day' | 'time'>): ReleaseHour {
  if (when === 'now') return { ok: true, releaseAt: null };
  if (warsawInstant(day, '12:00') === null) return { ok: false, field: 'day', key: 'error.date' };
  const releaseAt = /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? warsawInstant(day, time) : null;
  return releaseAt ? { ok: true, releaseAt } : { ok: false, field: 'time', key: 'publication.error.time' };
}
