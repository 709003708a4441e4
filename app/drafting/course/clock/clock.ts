import { daysUntil } from '#app/i18n/dates.ts';
import { decisions, type Decision } from '#app/drafting/state/remark-state.ts';

/** Counts that the figures of the clock are made of; `null` slug is the sum of a municipality. */
export type ClockCounts = {
  /** Remarks in the register, without withdrawn ones. */
  received: number;
  /** Of them with a ruling, and of these with one made before the term of the office. */
  answered: number;
  inTime: number;
  /** Without a ruling, and of these past the term. */
  waiting: number;
  overdue: number;
  /** Median of whole calendar days from receipt to ruling; with an even number the mean of the two in the middle. Null with no ruling. */
  medianDays: number | null;
  byDecision: Record<Decision, number>;
};

export type ClockFigures = ClockCounts & {
  /** Answered in time, of all remarks that are answered or whose term has passed. Null while there are none of these. */
  inTimeShare: Fraction | null;
  /** Each decision, of all rulings. */
  shares: Record<Decision, Fraction | null>;
  /** Calendar days past the term while a remark waits. */
  daysOverdue: number;
};

/** A share as whole numbers, so that everybody can recompute it. */
export type Fraction = { of: number; count: number };

export function clockFigures(counts: ClockCounts, term: { answersDueAt: Date; now: Date } | null): ClockFigures {
  const settled = counts.answered + counts.overdue;
  const share = (count: number, of: number): Fraction | null => (of === 0 ? null : { count, of });
  return {
    ...counts,
    inTimeShare: share(counts.inTime, settled),
    shares: Object.fromEntries(
      decisions.map((decision) => [decision, share(counts.byDecision[decision], counts.answered)]),
    ) as ClockFigures['shares'],
    daysOverdue: term && counts.overdue > 0 ? Math.max(0, daysUntil(term.now, term.answersDueAt)) : 0,
  };
}

/** Hundredths rounded half up: 2 of 3 are 66.67. */
export function percent({ count, of }: Fraction): number {
  return Math.floor((count * 20_000 + of) / (of * 2)) / 100;
}
