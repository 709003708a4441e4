import type { plUnified } from '../pl/unified.ts';

export const enUnified: Record<keyof typeof plUnified, string> = {
  'notice.unified-proposed': 'The text is proposed. The results of the checks are below.',
  'notice.unified-answered': 'The answers are saved.',
  'notice.unified-withdrawn': 'The proposal is withdrawn.',
  'notice.unified-frozen':
    'The text for the council is closed. The program sends nothing: the draft is brought before the council by whoever has the right of initiative.',
  'notice.text-adopted': 'The adopted text is saved and compared with the one sent.',
  'notice.adopted-corrected': 'The entry is corrected. The earlier one stays readable.',
  'unified.mail.frozen.subject': 'The text for the council is closed: {title}',
  'unified.mail.frozen.body':
    'The municipal office has closed version {version} of the draft “{title}” as the text for the council ({at}). Remarks, amendments and support are no longer taken. What is in the register and the responses of the municipal office stay on the page of the consultation.',
  'unified.mail.frozen.next':
    'You need not do anything. We write again when the municipal office enters what the council adopted. The closed text and comparisons:',
  'unified.mail.adopted.subject': 'What the council adopted has been entered: {title}',
  'unified.mail.adopted.body':
    'The municipal office has entered what the council adopted after the consultation “{title}”: resolution no. {sign} of {date}.',
  'unified.mail.adopted.same':
    'The adopted text is the same as the text closed for the council. You need not do anything.',
  'unified.mail.adopted.compare':
    'The adopted text and a comparison with the text closed for the council are on the page. You need not do anything.',
  'unified.mail.corrected.subject': 'Entry about the resolution corrected: {title}',
  'unified.mail.corrected.body':
    'The municipal office has corrected the entry about what the council adopted after the consultation “{title}”.',
  'unified.mail.corrected.entry':
    'Before: {was}.\nNow: {is}.\n{text, select, same {The text of the resolution has not changed.} other {The text of the resolution has changed as well; a comparison is on the page.}}',
  'unified.title': 'Text for the council',
  'unified.office-lead':
    'The text that goes to the council. Before it is closed it is checked against the register and the responses.',
  'unified.sent-on': 'Version {version} was closed as the text for the council on {at}.',
  'unified.none': 'The office has not sent the text to the council yet.',
  'unified.none-yet': 'Here the text closed for the council appears, with its checksum.',
  'unified.current': 'The draft in its newest version',
  'unified.public': 'Public page',
  'unified.hash': 'SHA-256:',
  'unified.check': 'How to check this text',
  'unified.how':
    'Download the text file ({bytes, plural, one {# byte} other {# bytes}}) and compute its hash. It has to be the one above. On Linux and macOS:',
  'unified.people': 'Proposed by {proposed}. Closed by {frozen}.',
  'unified.checks': 'Results of the checks',
  'unified.no-findings': 'The checks found nothing.',
  'unified.text': 'Text',
  'unified.earlier': 'Sent earlier',
  'unified.earlier-note': 'These texts were replaced by a later version. They stay as they were closed.',
  'unified.finding.promise': 'Remark no. {remark} was accepted, but no version changed the text for it.',
  'unified.finding.overwritten':
    'The words brought in by remark no. {remark} were changed again later, in version {version}.',
  'unified.finding.unexplained': 'Version {version} changed the text without a response or a note.',
  'unified.finding.open': '{count, plural, one {# remark has} other {# remarks have}} no response:',
  'unified.finding.drafts':
    '{count, plural, one {A draft response waits at # remark} other {Draft responses wait at # remarks}}:',
  'unified.answer': 'The office’s answer to finding {n}',
  'unified.answers-save': 'Save the answers',
  'unified.propose': 'Propose version {version} as the text for the council',
  'unified.propose-effect': 'The text is not closed yet: what the checks found has to be mended or answered first.',
  'unified.proposed-by': 'Version {version} was proposed on {at} by {by}.',
  'unified.freeze-title': 'Closing the text',
  'unified.freeze': 'Close the text for the council',
  'unified.freeze-effect':
    'The text is published with its checksum. The program sends nothing: the draft is brought before the council by whoever has the right of initiative. Any later change of the draft reopens the text; this one is kept.',
  'unified.withdraw': 'Withdraw the proposal',
  'unified.unanswered': '{count, plural, one {# finding waits} other {# findings wait}} for a correction or an answer.',
  'unified.error.still-open':
    'Remarks are still being taken. The text for the council can be proposed once they close.',
  'unified.error.moved': 'A newer version was made meanwhile. Check it below.',
  'unified.error.proposed': 'A text is proposed already.',
  'unified.error.sent': 'The text for the council is closed already.',
  'unified.error.adopted': 'The adopted text is entered already.',
  'unified.error.text-errors':
    'Changes have broken the numbering or the references. Correct the text (changes by the office) before you close it.',
  'unified.error.covered-words':
    'Words in the text are redacted. The council is not given a text with redacted places: type other words there (Changes by the office), or show the redacted ones again first.',
  'unified.error.not-proposed': 'This proposal is gone: it was withdrawn or the draft has changed.',
  'unified.error.answers-moved':
    'Somebody changed the answers to the findings meanwhile. Nothing was saved; read them below and decide again.',
  'unified.error.same-official': 'The text is closed by another person than the one who proposed it.',
  'unified.error.unanswered': 'Not every finding is mended or answered.',
  'unified.error.not-sent': 'The text for the council has to be closed first.',
  'unified.error.too-early': 'Adopted before the text for the council was closed? Check the date.',
  'unified.error.in-future': 'This day is yet to come.',
  'unified.enter': 'Enter what the council adopted',
  'unified.enter-effect':
    'Everybody sees how the adopted text differs from the one sent. A mistake is corrected by a new entry with a reason; the earlier one stays readable.',
  'unified.once-more': 'Check before saving',
  'unified.once-more-go': 'Check before saving',
  'unified.check-back': 'Go back without saving',
  'unified.review-text': 'Text',
  'unified.text-stays': 'stays as it is',
  'unified.who-is-told': 'Who will be notified',
  'unified.freeze-answered': 'Answers to the findings: {count}. All stand above and will be public.',
  'unified.freeze-reach': 'Notice of the closed text: {reach}.',
  'unified.freeze-read': 'The whole text that will be closed',
  'unified.enter-submit': 'Save the adopted text',
  'unified.sign': 'Number of the resolution',
  'unified.sign-hint': 'For example XII/87/2027.',
  'unified.adopted-day': 'Day of adoption',
  'unified.file': 'File with the text (.txt, .docx or .odt)',
  'unified.paste': 'Or the text pasted',
  'unified.adopted': 'What the council adopted',
  'unified.adopted-on': 'Resolution no. {sign} of {date}',
  'unified.unchanged': 'The text entered is the same as the text for the council.',
  'unified.changed':
    'The adopted text differs from the text for the council: {count, plural, =0 {only the numbering differs} one {# provision} other {# provisions}}.',
  'unified.head-differs':
    'The words before the first provision (number, date, title, basis) differ from the text sent.',
  'unified.council-changes': 'Text for the council and adopted text: differences',
  'unified.sent-words': 'Sent',
  'unified.adopted-words': 'Adopted',
  'unified.renumbered': 'the same words as {after}',
  'unified.error.answered': 'Somebody answered the same finding meanwhile. Their answer is below; enter yours again.',
  'unified.error.not-entered': 'The adopted text has not been entered yet.',
  'unified.error.not-newest':
    'Somebody corrected the entry meanwhile. See it on the public page and send the form again.',
  'unified.error.reason': 'Say what was wrong and why you correct it.',
  'unified.error.look-first':
    'The text was read, but not everything was plain text. Read the list above and the text in this field, then save once more.',
  'unified.error.nothing-corrected': 'Number, day and text are the same as in the entry.',
  'unified.correct': 'Correct the entry of the adopted text',
  'unified.correct-text': 'Leave empty when the text itself is right.',
  'unified.correct-reason': 'Reason for the correction',
  'unified.correct-reason-hint': 'Everybody reads it, for example: an earlier version was pasted.',
  'unified.correct-effect':
    'The corrected entry replaces the earlier one, which stays readable with its date and reason.',
  'unified.correct-submit': 'Save the corrected entry',
  'unified.corrected-on': 'Entry corrected on {at}, {by}. Reason:',
  'unified.corrected-entry': 'Entry {number} of {at}, corrected later',
  'unified.adopted-text': 'The whole adopted text',
};
