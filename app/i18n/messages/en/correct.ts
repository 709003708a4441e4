import type { plCorrect } from '../pl/correct.ts';

export const enCorrect: Record<keyof typeof plCorrect, string> = {
  'feed.ruling-correction': 'Response to remark {number} corrected: {decision} – {title}',
  'feed.ruling-replaced': 'Response to remark {number}, corrected later: {decision} – {title}',
  'notice.ruling-corrected': 'The response is corrected. The earlier one stands beside the new one.',
  'deciding.office-drafts.kind.ruling-correction': 'Correction of a response',
  'deciding.office-drafts.kind.withdrawal': 'Withdrawal of remarks for the author of a submission',
  'deciding.office-drafts.withdrawal': 'Submission {filing}: withdraw remarks {numbers}',
  'import.delete': 'Delete the imported text',
  'import.delete-note':
    'The imported text is deleted with the corrections of its structure. This cannot be undone. The record keeps that there was one, without its words.',
  'import.delete-submit': 'Delete for good',
  'notice.import-deleted': 'The imported text is deleted.',
  'report.correction.corrected-ruling': '{at}: response to remark {remark} corrected',
  'correct.title': 'Correct the response to remark {number}',
  'correct.link': 'Correct the response',
  'correct.lead':
    'The earlier response stays visible beside the new one, with the reason for the correction. A closed report does not change: the correction is added to it with its date.',
  'correct.group': 'This is a shared response. The correction covers remarks {numbers}.',
  'correct.why': 'Reason for the correction',
  'correct.why-hint': 'Everybody sees it, beside both versions of the response.',
  'correct.was': 'Before',
  'correct.is': 'Now',
  'correct.will-be': 'After the correction',
  'correct.earlier': 'Corrected. Before ({on}): {state}. {reason} Reason for the correction: {why}',
  'correct.earlier-title': 'Earlier responses',
  'correct.corrected': 'Corrected. Reason: {why}',
  'correct.check': 'Check before saving',
  'correct.check-title': 'Check the correction',
  'correct.submit': 'Save the correction',
  'correct.hand-in': 'Hand in the correction for approval',
  'correct.back': 'Change the details',
  'correct.no-text': 'The text of the draft does not change.',
  'correct.text': 'Version {version} will be made. It changes:',
  'correct.adapted': 'These provisions were changed again later. The later changes are kept.',
  'correct.conflict-title': 'This cannot be undone by itself',
  'correct.conflict':
    'Words that this response brought in were changed again later. Change these provisions as a change by the office first, then correct the response.',
  'correct.by-office': 'Change the text as a change by the office',
  'correct.conflict-now': 'Today',
  'correct.conflict-was': 'Before the response',
  'correct.mail.subject': 'Response to remark {number} corrected: {state}',
  'correct.mail.body': 'The municipal office corrected its response to remark {number} in the consultation “{title}”.',
  'correct.error.moved':
    'The response or the text has changed since this page was opened. See what changed and save again.',
  'correct.error.nothing': 'The response and its reasons are the same as before.',
  'correct.error.why': 'Say why the response is corrected.',
  'correct.error.sent':
    'The text is closed and with the council. Reasons can be corrected, but nothing that changes the text.',
  'correct.error.cannot-undo':
    'What this response changed cannot be undone without changing other provisions. Put the wording back as a change by the office.',
  'correct.error.two-steps':
    'These two changes cannot be made at once. Change the response to “not accepted” first, then to what it should be.',
};
