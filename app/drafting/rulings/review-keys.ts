import type { MessageKey } from '#app/i18n/translate.ts';
import type { ApproveError } from './approve-drafts.server.ts';
import type { HandlingError } from './assign.server.ts';
import type { ReviewError } from './review-draft.server.ts';

/** What is wrong with an approval or a return, in words. */
export function reviewKeys(error: Pick<ApproveError, 'code'> | ReviewError): MessageKey {
  switch (error.code) {
    case 'note-required':
      return 'deciding.error.note';
    case 'draft-moved':
      return 'deciding.error.draft-moved';
    case 'changed':
      return 'deciding.error.changed';
    case 'moved':
      return 'drafting.ruling.moved-text';
    case 'decided':
    case 'withdrawn':
      return 'deciding.error.late';
    case 'not-allowed':
      return 'deciding.error.not-allowed';
    case 'contradict':
      return 'basket.error.contradict';
    case 'basket-full':
      return 'basket.error.full';
    case 'collected':
      return 'basket.error.collected';
    default:
      return 'deciding.error.cannot';
  }
}

/** What is wrong with an assignment or a term of its own, in words. */
export const handlingKeys = {
  'not-official': 'deciding.error.not-official',
  moved: 'deciding.error.handling-moved',
} as const satisfies Record<HandlingError['code'], MessageKey>;
