export const enOffice = {
  'office.mail.waits.subject': 'To approve, {what}: {title}',
  'office.mail.waits': '{name} asks for approval of: {what}. Consultation “{title}”.',
  'office.mail.returned.subject': 'Returned, {what}: {title}',
  'office.mail.returned': '{name} returns for changes: {what}. Consultation “{title}”.',
  'office.mail.approved.subject': 'Approved, {what}: {title}',
  'office.mail.approved': '{name} approves: {what}. Consultation “{title}”.',
  'office.mail.note': 'What to improve: {note}',
  'office.mail.rulings':
    '{count, plural, one {draft response, remark no. {numbers}} other {# draft responses, remarks no. {numbers}}}',
  'office.mail.rulings-more':
    '{count, plural, one {draft responses, remarks no. {numbers} and # other} other {draft responses, remarks no. {numbers} and # others}}',
  'office.mail.setting': 'Letters about drafts can also come once a day. You can change that in your account:',
  'office.mail.digest.subject': 'Drafts of the office: what changed since yesterday morning',
  'office.mail.digest.intro':
    'Drafts handed in, returned and approved since the last message of this kind. What waits now is in the task list:',
  'office.letters': 'Messages about drafts to approve',
  'office.letters.hint': 'When another official hands in, returns or approves a draft that concerns you.',
  'office.letters.at-once': 'at once',
  'office.letters.daily': 'once a day, at 7:00',
  'office.tasks': 'Waiting for you',
  'office.tasks.none': 'Nothing is waiting for you.',
  'office.tasks.oldest': 'oldest: {date}',
  'office.tasks.due': 'earliest deadline: {date}',
  'office.tasks.approve': '{count, plural, one {# draft response to approve} other {# draft responses to approve}}',
  'office.tasks.office-approve':
    '{count, plural, one {# other draft of the office to approve} other {# other drafts of the office to approve}}',
  'office.tasks.returned':
    '{count, plural, one {# draft response of yours was returned} other {# draft responses of yours were returned}}',
  'office.tasks.office-returned':
    '{count, plural, one {# other draft of yours was returned} other {# other drafts of yours were returned}}',
  'office.tasks.overdue':
    '{count, plural, one {# remark is past its deadline} other {# remarks are past their deadline}}',
  'office.tasks.mine': '{count, plural, one {# remark is assigned to you} other {# remarks are assigned to you}}',
  'office.tasks.author':
    '{count, plural, one {# remark is waiting for its author} other {# remarks are waiting for their authors}}',
  'office.tasks.covering': '{count, plural, one {# redaction to confirm} other {# redactions to confirm}}',
  'office.tasks.unified': 'The text for the council is waiting to be closed',
  'office.mail.what.unified': 'Text for the council',
  'office.mail.what.covering': 'Redaction of words',
  'deciding.draft.own-instead': 'Write a draft of your own',
  'deciding.draft.around': 'Other amendments, assignment and deadline',
  'deciding.desk.returned': 'Returned to me {count}',
  'office.done.waiting': 'the draft response is waiting for approval',
  'office.done.returned': 'the draft response was returned',
  'office.done.saved': 'saved',
  'office.done.back': 'Go back to remark no. {number}',
  'office.ruling.previous': 'Previous: remark no. {number}',
  'deciding.keys.a': 'accepted',
  'deciding.keys.r': 'not accepted',
  'deciding.keys.p': 'accepted in part',
  'deciding.keys.s': 'save the draft',
  'deciding.keys.send': 'send while writing in a field',
};
