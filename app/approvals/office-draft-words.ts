import type { MessageKey } from '#app/i18n/translate.ts';
import type { OfficeDraftError } from './approve-office-draft.server.ts';

/** Why a draft of the office was neither approved nor returned. */
export function officeDraftKey(error: OfficeDraftError): MessageKey {
  switch (error.code) {
    case 'draft-moved':
      return 'deciding.error.draft-moved';
    case 'note-required':
      return 'deciding.error.note';
    case 'not-allowed':
      return 'deciding.error.not-allowed';
    case 'refused':
      return error.cause === 'moved' ? 'deciding.error.changed' : 'deciding.error.cannot';
  }
}
