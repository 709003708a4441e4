import { problemKeys } from '#app/drafting/acts/problem-words.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { EditorialOp } from './editorial-change.ts';
import type { EditorialError } from './write-editorial.server.ts';

export const opKeys = {
  replace: 'textwork.op.replace',
  'insert-after': 'textwork.op.insert',
  move: 'textwork.op.move',
  split: 'textwork.op.split',
  merge: 'textwork.op.merge',
  delete: 'textwork.op.delete',
} as const satisfies Record<EditorialOp, MessageKey>;

/** Field and complaint for a refusal. */
export function editorialComplaint(error: EditorialError): {
  field: string;
  key: MessageKey;
  params?: Record<string, string>;
} {
  switch (error.code) {
    case 'clause-gone':
      return { field: 'reason', key: 'drafting.error.clause-gone' };
    case 'other-mark':
      return { field: error.field, key: 'textwork.error.mark', params: { mark: error.mark } };
    case 'target-required':
      return { field: 'target', key: 'textwork.error.target' };
    case 'words-required':
      return { field: error.field, key: 'textwork.error.words' };
    case 'nothing-changes':
      return { field: 'reason', key: 'textwork.error.nothing' };
    case 'impossible':
      return { field: error.problem.code === 'empty-part' ? 'rest' : 'target', key: problemKeys[error.problem.code] };
    case 'reason-required':
      return { field: 'reason', key: 'textwork.error.reason' };
    case 'moved':
      return { field: 'reason', key: 'textwork.error.moved' };
    case 'report-closed':
      return { field: 'reason', key: 'textwork.error.report-closed' };
    case 'four-eyes':
      return { field: 'reason', key: 'drafting.error.four-eyes-office' };
    case 'sent':
      return { field: 'reason', key: 'textwork.error.sent' };
  }
}
