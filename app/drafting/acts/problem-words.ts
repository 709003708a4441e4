import type { MessageKey } from '#app/i18n/translate.ts';
import type { ChangeProblem } from './apply-changes.ts';

/** Why a change of the text cannot be made, for the person who asked for it. */
export const problemKeys = {
  missing: 'textwork.problem.missing',
  twice: 'textwork.problem.twice',
  'inside-deleted': 'textwork.problem.inside-deleted',
  nesting: 'textwork.problem.nesting',
  'own-subtree': 'textwork.problem.own-subtree',
  'not-siblings': 'textwork.problem.not-siblings',
  'empty-part': 'textwork.problem.empty-part',
  'covered-words': 'redaction.error.accept',
} as const satisfies Record<ChangeProblem['code'], MessageKey>;
