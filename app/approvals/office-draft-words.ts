import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { OfficeDraftError } from './approve-office-draft.server.ts';

export const draftKindKeys = {
  editorial: 'deciding.office-drafts.kind.editorial',
  terms: 'deciding.office-drafts.kind.terms',
  'ruling-correction': 'deciding.office-drafts.kind.ruling-correction',
  withdrawal: 'deciding.office-drafts.kind.withdrawal',
  report: 'deciding.office-drafts.kind.report',
  adopted: 'deciding.office-drafts.kind.adopted',
  'adopted-corrected': 'deciding.office-drafts.kind.adopted-corrected',
  'four-eyes-off': 'deciding.office-drafts.kind.four-eyes-off',
  uncovering: 'deciding.office-drafts.kind.uncovering',
} as const satisfies Record<DraftKind, MessageKey>;

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
