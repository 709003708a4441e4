import { daysUntil } from '#app/i18n/dates.ts';

/** Where a consultation stands: announced, open for remarks, waiting for rulings, over, text sent to the council, text adopted. */
export const stages = ['preparation', 'open', 'deciding', 'closed', 'sent', 'adopted'] as const;
export type Stage = (typeof stages)[number];

export type StageDates = { opensAt: Date; closesAt: Date; answersDueAt: Date };

/** When the unified text went to the council, and the day (yyyy-mm-dd) the council adopted it. */
export type CouncilDates = { sentAt?: Date | null; adoptedOn?: string | null };

/**
 * Stage by the clock, until the office sends the unified text to the council. Each term is the first instant of the next
 * stage. With `waiting` remarks that have no ruling the office stays in its stage past its own term: a late answer is
 * still owed.
 */
export function stageAt(dates: StageDates & CouncilDates, now: Date, waiting = 0): Stage {
  if (dates.adoptedOn) return 'adopted';
  if (dates.sentAt) return 'sent';
  if (now < dates.opensAt) return 'preparation';
  if (now < dates.closesAt) return 'open';
  if (now < dates.answersDueAt || waiting > 0) return 'deciding';
  return 'closed';
}

/** Remarks, amendments and comments are taken only now. */
export function takesRemarks(dates: StageDates, now: Date): boolean {
  return stageAt(dates, now) === 'open';
}

/** Calendar days the office is past its own term while `waiting` remarks have no ruling; 0 when it is not late. */
export function daysLate(dates: StageDates, now: Date, waiting: number): number {
  if (waiting === 0 || now < dates.answersDueAt) return 0;
  return Math.max(0, daysUntil(now, dates.answersDueAt));
}
