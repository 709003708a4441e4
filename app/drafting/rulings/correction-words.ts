import type { MessageKey } from '#app/i18n/translate.ts';
import type { CorrectRulingError } from './correct-ruling.server.ts';
import { complaintOf } from './ruling-input.ts';

/** Field and complaint for each refusal of a correction. */
export function correctionComplaint(error: CorrectRulingError): { field: string; key: MessageKey } {
  switch (error.code) {
    case 'moved':
      return { field: 'decision', key: 'correct.error.moved' };
    case 'nothing-changed':
      return { field: 'reason', key: 'correct.error.nothing' };
    case 'why-required':
      return { field: 'why', key: 'correct.error.why' };
    case 'sent':
      return { field: 'decision', key: 'correct.error.sent' };
    case 'conflict':
      return { field: 'decision', key: 'correct.conflict-title' };
    case 'cannot-undo':
      return { field: 'decision', key: 'correct.error.cannot-undo' };
    case 'two-steps':
      return { field: 'decision', key: 'correct.error.two-steps' };
    default:
      return complaintOf(error);
  }
}
