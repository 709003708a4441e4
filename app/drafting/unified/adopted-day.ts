import { dayOf } from '#app/i18n/dates.ts';

/** What is wrong with the day (yyyy-mm-dd) on which a council is said to have adopted a text sent to it at `sentAt`; null when nothing is. */
export function adoptedDayProblem(
  adoptedOn: string,
  { sentAt, now }: { sentAt: Date; now: Date },
): 'too-early' | 'in-future' | null {
  if (adoptedOn < dayOf(sentAt)) return 'too-early';
  return adoptedOn > dayOf(now) ? 'in-future' : null;
}
