import type { DraftKind } from '#app/drafting/office/office-writes.ts';
import type { MessageKey } from '#app/i18n/translate.ts';

/** What each kind of draft is called. */
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
