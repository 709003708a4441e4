/** What scoring needs to know of a methodology: weights and scales, no words. */
export interface ScoringModel {
  areas: ScoringArea[];
}

export interface ScoringArea {
  id: string;
  /** Weight of the area in the total, 0 or more; 0 leaves the area out of the total. */
  weight: number;
  items: ScoringItem[];
}

export interface ScoringItem {
  id: string;
  /** Weight inside the area, 0 or more; 0 leaves the item out. */
  weight: number;
  min: number;
  /** Greater than `min`. */
  max: number;
  /** The levels that can be chosen, rising from `min` to `max`; without it every number between them. */
  levels?: number[];
}

export const ANSWER_STATES = ['scored', 'withheld', 'not_applicable', 'not_assessed'] as const;

export type AnswerState = (typeof ANSWER_STATES)[number];

/**
 * `withheld` (the authority refused or kept silent) counts as the lowest score,
 * `not_applicable` leaves the item out, `not_assessed` lowers the coverage.
 */
export type Answer =
  | { state: 'scored'; level: number }
  | { state: 'withheld' }
  | { state: 'not_applicable' }
  | { state: 'not_assessed' };

/** One municipality (or country…) with its answers by item id; an absent answer is not assessed. */
export interface ScoredUnit {
  id: string;
  answers: Record<string, Answer>;
}

export interface ScoringOptions {
  /** Digits after the decimal point of what is printed and ranked. */
  decimals: number;
  /** Smallest coverage (0–1) at which an area score is published. */
  minCoverageArea: number;
  /** Smallest coverage (0–1) over all areas at which a total is published. */
  minCoverageTotal: number;
}

/** One decimal, 70 % of an area, 80 % of the whole. */
export const DEFAULT_OPTIONS: ScoringOptions = { decimals: 1, minCoverageArea: 0.7, minCoverageTotal: 0.8 };

const NOT_ASSESSED: Answer = { state: 'not_assessed' };

/** The unit's answer to an item; "not assessed" when there is none. */
export function answerTo(unit: ScoredUnit, itemId: string): Answer {
  const answer: Answer | undefined = unit.answers[itemId];
  // An item may be called "constructor": what objects inherit has no state.
  return answer?.state === undefined ? NOT_ASSESSED : answer;
}

/** Throws RangeError when a level does not lie on the item's scale: such a score would be out of 0–100. */
export function requireLevel(item: ScoringItem, level: number, unitId: string): void {
  if (!(level >= item.min && level <= item.max)) {
    throw new RangeError(`${unitId}, ${item.id}: level ${level} lies outside ${item.min}–${item.max}`);
  }
}
