import type { Indicator } from './methodology-schema.ts';
import type { Answer, AnswerState } from './model.ts';

/** An answer as a coder gave it, with how many evidence items stand under it. */
export type GivenAnswer = { state: AnswerState; level: number | null; reason: string; evidenceCount: number };

export type AnswerStatus = 'unanswered' | 'incomplete' | 'complete';

export type JudgedAnswer = {
  status: AnswerStatus;
  /** Evidence items there are, and how many this answer needs. */
  have: number;
  need: number;
  missing: number;
  /** What enters the score. */
  counted: Answer;
};

/** Evidence of the absent event: without it "not applicable" would be a way to hide a bad answer. */
const NOT_APPLICABLE_EVIDENCE = 1;

/**
 * Evidence items an answer needs (monitoring method 2.2): a level as many as the indicator says, "not applicable" one
 * that shows the event did not occur, "withheld" and "not assessed" none, since nothing could be seen.
 */
export function requiredEvidence(indicator: Indicator, state: AnswerState): number {
  if (state === 'scored') return indicator.evidence.minItems;
  return state === 'not_applicable' ? NOT_APPLICABLE_EVIDENCE : 0;
}

/**
 * The one rule about missing evidence: it never blocks saving, but an answer without enough of it is incomplete and counts as
 * "not assessed". It lowers the coverage, and never the score, of the municipality. Null is a question nobody answered.
 */
export function judgeAnswer(indicator: Indicator, given: GivenAnswer | null): JudgedAnswer {
  if (!given) return { status: 'unanswered', have: 0, need: indicator.evidence.minItems, missing: indicator.evidence.minItems, counted: { state: 'not_assessed' } };
  const need = requiredEvidence(indicator, given.state);
  const missing = Math.max(0, need - given.evidenceCount);
  const status = missing === 0 ? 'complete' : 'incomplete';
  return { status, have: given.evidenceCount, need, missing, counted: status === 'complete' ? answerOf(given) : { state: 'not_assessed' } };
}

function answerOf({ state, level }: GivenAnswer): Answer {
  if (state !== 'scored') return { state };
  if (level === null) throw new RangeError('A scored answer has a level');
  return { state, level };
}

export type AnswerProblem = 'level-off-scale' | 'always-applies' | 'reason-missing' | 'request-date-missing';

/**
 * What makes an answer contradictory or unexplained, and so refused at once; null when nothing does. A state without a level
 * needs its reason, and a refusal by the authority also the date of the request.
 */
export function problemOf(indicator: Indicator, answer: { state: AnswerState; level: number | null; reason: string }): AnswerProblem | null {
  if (answer.state === 'scored') {
    const isOnScale = indicator.scale.levels.some((level) => level.value === answer.level);
    return isOnScale ? null : 'level-off-scale';
  }
  if (answer.state === 'not_applicable' && !canBeNotApplicable(indicator)) return 'always-applies';
  if (answer.reason.trim() === '') return 'reason-missing';
  if (answer.state === 'withheld' && !namesDate(answer.reason)) return 'request-date-missing';
  return null;
}

/** Only an indicator about an event can be not applicable: the others ask what every municipality has or should have. */
export function canBeNotApplicable(indicator: Indicator): boolean {
  return indicator.applicability !== 'always';
}

/** A date in figures or words with its year: „12.03.2026", "2026-03-12", „12 marca 2026 r.", "12 March 2026". */
function namesDate(text: string): boolean {
  return /\b(?:19|20)\d\d-\d\d?-\d\d?\b|\b\d{1,2}[. /]+(?:\d{1,2}|\p{L}{1,4}\.?|\p{L}{3,})[. /]+(?:19|20)\d\d\b/u.test(text);
}
