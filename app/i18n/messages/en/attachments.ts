export const enAttachments = {
  'attachment.title': 'Attachments of the submission',
  'attachment.none': 'This submission has no attachments yet.',
  'attachment.of-letter':
    '{count, plural, one {The submission has # attachment} other {The submission has # attachments}}',
  'attachment.kind': 'What it is',
  'attachment.kind.letter': 'scan of the letter',
  'attachment.kind.copy': 'copy without personal data',
  'attachment.kind.map': 'map or drawing',
  'attachment.kind.reasons': 'reasons',
  'attachment.kind.other': 'other attachment',
  'attachment.name': '{kind} ({ending}, {size})',
  'attachment.added': 'added {at} ({who, select, office {municipal office} other {author of the submission}})',
  'attachment.public': 'open to everybody',
  'attachment.private': 'in the files of the office',
  'attachment.covered': 'redacted',
  'attachment.manage': 'Who can read the attachments',
  'attachment.show-note':
    'Only the office and whoever made the submission see an attachment. Before you show it to everybody, look for personal data in it: a signature, an address, a plot number. If there are any, add a copy without them.',
  'attachment.show': 'Show attachment {number} to everybody',
  'attachment.hide': 'Stop showing attachment {number}',
  'attachment.remove': 'Withdraw attachment {number}',
  'attachment.remove-note':
    'A withdrawn attachment is removed for good, unless the same file is attached to another submission. The record keeps that it was there, with its date and hash.',
  'attachment.choose': 'Add attachments',
  'attachment.files': 'Files',
  'attachment.files-hint':
    'PDF, PNG, JPG, TIFF, DOCX or ODT. Up to 10 MB at a time; at most {files} attachments and 60 MB for the whole submission. The municipal office will see them and decides whether to show them to everybody.',
  'attachment.place-note':
    'From photos and scans (JPG, PNG, TIFF) we remove place, time and camera before they are stored. PDF, DOCX and ODT may still hold details of their author.',
  'attachment.add-chosen': 'Add the chosen files',
  'attachment.drop': 'Remove {name}',
  'attachment.refused': 'Not attached: {names}.',
  'attachment.who-sees': 'The municipal office will see the attachments and decides whether to show them to everybody.',
  'attachment.waiting': 'Attachments: {names}',
  'attachment.error.gone':
    'Some files chosen earlier are not here any more: they wait for {days} days at most. Add them again.',
  'attachment.file': 'File',
  'attachment.file-hint':
    'PDF, PNG, JPG, TIFF, DOCX or ODT, up to 20 MB. At most {files} attachments for one submission. Only the office and whoever made the submission will see it.',
  'attachment.file-hint-author':
    'PDF, PNG, JPG, TIFF, DOCX or ODT, up to 20 MB. At most {files} attachments for one submission. The office will see it and decide whether to show it to everybody.',
  'attachment.add': 'Add the attachment',
  'attachment.scan': 'Scan of the letter',
  'attachment.scan-hint': 'PDF, PNG, JPG, TIFF, DOCX or ODT, up to 20 MB. It stays in the files of the office.',
  'attachment.scan-kept':
    'Chosen file: {name}. It is attached when you enter the submission. You can choose another one.',
  'attachment.error.none': 'Choose a file.',
  'attachment.error.type':
    'This is not a PDF, PNG, JPG, TIFF, DOCX or ODT file. We look at the content, not at the name; a file with macros cannot be attached.',
  'attachment.error.too-many': 'One submission can have at most {limit} attachments.',
  'attachment.error.too-much': 'Attachments of one submission can have at most {max} MB together.',
  'attachment.error.room':
    'There is no room for this file: files can take {max} MB in all. Send a smaller file or tell the administrator.',
  'attachment.error.closed': 'Remarks are no longer collected: only the office can add an attachment now.',
  'attachment.error.moved': 'Somebody else changed this attachment after the page was opened. See how it is now.',
  'attachment.report-name': '{number}. {kind} ({ending})',
  'attachment.report': 'Attachments: {names}',
  'notice.attached': 'Attachment added.',
  'notice.attachment-shown': 'Everybody can open the attachment now.',
  'notice.attachment-hidden': 'Only the office and whoever made the submission see the attachment now.',
  'notice.attachment-removed': 'Attachment withdrawn.',
} as const;
