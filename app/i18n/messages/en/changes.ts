import type { plChanges } from '../pl/changes.ts';

export const enChanges: Record<keyof typeof plChanges, string> = {
  'publication.withdrawn.edition.title': 'The edition was withdrawn: {title}',
  'publication.withdrawn.edition.text':
    'The team “{team}” withdrew this edition on {date} ({ground}). Its cards and files are closed.',
  'publication.withdrawn.card.title': 'The scorecard was withdrawn: {name}',
  'publication.withdrawn.card.text':
    'The team “{team}” withdrew it on {date} ({ground}) from the edition “{title}”. Its files are closed.',
  'publication.withdrawn.issue.title': 'Issue {issue} is closed',
  'publication.withdrawn.issue.text':
    'A scorecard of the edition “{title}” was withdrawn on {date}: {name} ({ground}). Earlier issues hold it, so they are closed. Issue {newest} is available.',
  'publication.withdrawn.reason': 'Reason',
  'publication.withdrawn.ground.court': 'decision of a court',
  'publication.withdrawn.ground.error': 'mistake in the assessment',
  'publication.withdrawn.ground.other': 'another reason',
  'publication.withdrawn.hashes.edition': 'Checksums of the manifests (SHA-256)',
  'publication.withdrawn.hashes.card': 'Checksums of the files (SHA-256)',
  'publication.withdrawn.hashes.issue': 'Checksum of the manifest (SHA-256)',
  'publication.withdrawn.rest': 'The other municipalities of this edition',
  'publication.withdrawn.list': 'Withdrawn scorecards ({count})',
  'publication.withdrawn.line': 'withdrawn on {date} ({ground})',
  'publication.withdrawn.editions': 'Withdrawn editions',
  'publication.corrections.two': '{first}, agreed by {second}',
  'publication.error.reason-short': 'Write at least 10 characters.',
  'publication.changes': 'Corrections and withdrawals',
  'publication.changes.lead':
    'Two people of the team change a published edition: one puts a correction or a withdrawal forward, the other decides.',
  'publication.changes.none': 'Nothing was corrected or withdrawn.',
  'publication.change.correction': 'Correction: {name}, {indicator}',
  'publication.change.card': 'Withdrawal of the scorecard: {name}',
  'publication.change.edition': 'Withdrawal of the whole edition',
  'publication.change.state.waiting': 'Waits for a second person',
  'publication.change.state.done': 'Published',
  'publication.change.state.declined': 'Declined',
  'publication.change.state.cancelled': 'Taken back before a decision',
  'publication.change.issue': 'issue {issue}',
  'publication.change.proposed': 'Put forward by',
  'publication.change.decided': 'Decided by',
  'publication.change.note': 'Why not',
  'publication.change.note-hint': 'For a refusal alone. The team reads it.',
  'publication.change.typed': 'Your words',
  'publication.change.approve': 'I agree, publish it',
  'publication.change.decline': 'Decline',
  'publication.change.cancel': 'Take this proposal back',
  'publication.change.effect.correction':
    'Once you agree there is a new issue. It cannot be undone. We write to the municipal office, where it has an address here, to the press list and to the holders of embargo links.',
  'publication.change.effect.withdrawal':
    'Once you agree the files are closed at once, and that cannot be undone. The place stays with date and reason, and so do the checksums. We write to the municipal offices that have an address here, to the press list and to the holders of embargo links.',
  'publication.change.nobody':
    'Nobody else in the team can decide: it takes a lead or a reviewer without a connection with the municipality. Invite one:',
  'publication.change.why.own':
    'You put this forward, somebody else decides. {count, plural, one {# person} other {# people}} of the team can.',
  'publication.change.why.role': 'Leads and reviewers decide.',
  'publication.change.why.tie': 'You declared a connection with this municipality. Somebody else has to decide.',
  'publication.change.problem.decided': 'Somebody decided meanwhile. See below how.',
  'publication.change.problem.own': 'You put this forward. Another person of the team has to decide.',
  'publication.change.problem.role': 'Leads and reviewers decide. Ask one of them.',
  'publication.change.problem.tie': 'You declared a connection with this municipality. Ask another lead or reviewer.',
  'publication.change.problem.not-own': 'Who put it forward takes it back. You can decline it.',
  'publication.change.problem.note-missing': 'Write why you decline.',
  'publication.change.problem.conflict':
    'Another change was published meanwhile, and this one does not fit it any more. Decline it or take it back, and put a new one forward.',
  'publication.change.problem.not-public':
    'This edition is not public yet. Before the release it is cancelled on the page of the publication.',
  'publication.change.problem.withdrawn': 'This was withdrawn already. Nothing more is to be done here.',
  'publication.change.problem.last-card': 'This is the last scorecard. Withdraw the whole edition.',
  'publication.change.problem.waiting-already':
    'Such a change waits for a second person already. See it under corrections and withdrawals.',
  'publication.change.problem.too-many-waiting':
    'Too many changes wait for a second person. They have to be decided first.',
  'publication.withdraw': 'Withdrawal',
  'publication.withdraw.lead':
    'One scorecard or the whole edition can be withdrawn. Date and reason stay in its place. Nothing is removed: the checksums stay in the manifest.',
  'publication.withdraw.what': 'What to withdraw',
  'publication.withdraw.choose': 'choose',
  'publication.withdraw.card': 'scorecard: {name} ({teryt})',
  'publication.withdraw.edition': 'the whole edition',
  'publication.withdraw.ground': 'Ground',
  'publication.withdraw.reason-hint':
    'Everybody will read this. For a decision of a court name the court, the date and the reference. Do not repeat what must not be published.',
  'publication.withdraw.effects':
    'Pages, files, embeds and addresses of the interface are closed; for one scorecard there is an issue without it, and earlier issues are closed.',
  'publication.withdraw.submit': 'Hand it to a second person',
  'publication.withdraw.error.what': 'Choose a scorecard or the whole edition.',
  'publication.told': 'Letters about this edition',
  'publication.told.none': 'Nobody was sent a letter.',
  'publication.told.of': 'To whom',
  'publication.told.sent': 'Sent',
  'publication.told.waiting': 'Waiting',
  'publication.told.failed': 'Not delivered',
  'publication.told.occasion.release': 'Release',
  'publication.told.occasion.correction': 'Corrections',
  'publication.told.occasion.withdrawal': 'Withdrawals',
  'publication.told.audience.press': 'press list',
  'publication.told.audience.embargo': 'holders of embargo links',
  'publication.told.audience.office': 'municipal offices',
  'publication.told.unreached':
    '{count, plural, one {# municipality has} other {# municipalities have}} no address of the office here, so the letter about the release did not go there.',
  'publication.mail.release.office':
    'The team {team} has published the edition “{title}”, and in it the assessment of {name}.\n\nThe scorecard with evidence and the reply of the municipal office:\n{link}\n\nA mistake can be reported to the team: {contact}.',
  'publication.mail.manifest': 'Checksum of the manifest of issue {issue} (SHA-256):\n{hash}',
  'publication.mail.why.press':
    'If you do not want letters about this edition, take the address off the list here:\n{leave}',
  'publication.mail.why.embargo': 'We write because this address got a link to the edition under embargo.',
  'publication.mail.why.office': 'We write because the edition assesses this municipality.',
  'publication.mail.withdrawal.card.subject': 'Scorecard withdrawn: {name}, {title}',
  'publication.mail.withdrawal.card.body':
    'The scorecard of {name} was withdrawn from the edition “{title}” ({ground}).\n\nReason: {reason}\n\nDo not pass figures of this card on.\n{link}',
  'publication.mail.withdrawal.edition.subject': 'Edition withdrawn: {title}',
  'publication.mail.withdrawal.edition.body':
    'The edition “{title}” was withdrawn ({ground}).\n\nReason: {reason}\n\nDo not pass figures of this edition on.\n{link}',
  'publication.mail.change.correction.subject': 'A correction waits for your decision: {title}',
  'publication.mail.change.withdrawal.subject': 'A withdrawal waits for your decision: {title}',
  'publication.mail.change.body':
    '{name} put a change of the published edition “{title}” forward. It becomes public when a second person of the team agrees.',
};
