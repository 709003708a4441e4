import { answerGaps, toAnswer, type FiledAnswer } from './methodology.ts';
import type { Indicator } from './methodology-schema.ts';
import type { Answer, AnswerState } from '../scoring/model.ts';

export type AnswerStatus = 'unanswered' | 'incomplete' | 'complete';

export type JudgedAnswer = {
  status: AnswerStatus;
  /** Evidence items there are, how many this answer needs, and how many are missing. */
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
export function judgeAnswer(indicator: Indicator, filed: FiledAnswer | null): JudgedAnswer {
  const need = requiredEvidence(indicator, filed?.state ?? 'scored');
  const have = filed?.evidenceItems ?? 0;
  const missing = Math.max(0, need - have);
  if (!filed) return { status: 'unanswered', have, need, missing, counted: { state: 'not_assessed' } };
  const status = answerGaps(filed, indicator).length === 0 ? 'complete' : 'incomplete';
  return { status, have, need, missing, counted: toAnswer(filed, indicator) };
}

export type AnswerProblem =
  | 'level-missing'
  | 'level-unknown'
  | 'always-applies'
  | 'reason-missing'
  | 'request-date-missing';

/**
 * What makes an answer contradictory or unexplained, and so refused at once; null when nothing does. Missing evidence is not
 * among it: a coder in the field saves what there is and adds the rest later.
 */
export function problemOf(indicator: Indicator, filed: FiledAnswer): AnswerProblem | null {
  if (filed.state === 'not_applicable' && !canBeNotApplicable(indicator)) return 'always-applies';
  for (const gap of answerGaps(filed, indicator)) if (gap !== 'evidence-missing') return gap;
  return null;
}

/** Only an indicator about an event can be not applicable: the others ask what every municipality has or should have. */
export function canBeNotApplicable(indicator: Indicator): boolean {
  return indicator.applicability !== 'always';
}
