import type { MessageKey } from '#app/i18n/translate.ts';
import type { AnswerProblem } from '../methodology/answer-rules.ts';

type Own =
  | 'reason-missing'
  | 'tie'
  | 'own-coding'
  | 'member'
  | 'not-ready'
  | 'decided'
  | 'published'
  | 'conflict'
  | 'needs-second'
  | 'no-remarks';

const answerKeys: Record<Exclude<AnswerProblem, 'reason-missing'>, MessageKey> = {
  'level-missing': 'fieldwork.adjudication.error.answer',
  'level-unknown': 'fieldwork.adjudication.error.answer',
  'always-applies': 'monitoring.error.always',
  'request-date-missing': 'monitoring.error.requested',
};

/** The field a refused decision is about, and what is said there. */
export function decisionComplaint(
  code: Own | AnswerProblem,
  prefix: 'fieldwork.adjudication.error' | 'fieldwork.decide.error',
): [string, MessageKey] {
  if (code in answerKeys) return ['answer', answerKeys[code as keyof typeof answerKeys]];
  const key =
    prefix === 'fieldwork.decide.error' ? `fieldwork.decide.error.${code}` : `fieldwork.adjudication.error.${code}`;
  return [code === 'reason-missing' ? 'reason' : 'answer', key as MessageKey];
}
