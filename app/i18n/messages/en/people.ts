import type { plPeople } from '../pl/people.ts';

export const enPeople: Record<keyof typeof plPeople, string> = {
  'person.name': 'Name',
  'person.name-hint':
    'Everybody sees it beside comments; beside a remark or an amendment only if you tick the box in the form.',
  'person.email': 'E-mail address',
  'person.password': 'Password',
  'person.old-password': 'Current password',
  'person.new-password': 'New password',
  'person.password-hint':
    'At least {min, plural, one {# character} other {# characters}}. A whole sentence, or a few words that you can remember, is good. Figures and signs are not required.',

  'register.title': 'Create an account',
  'register.lead': 'You need an account to comment. Reading and sending remarks or amendments need none.',
  'register.email-hint': 'We send a link there to confirm it. The address is shown to nobody.',
  'register.privacy': 'What we keep and for how long:',
  'register.submit': 'Create an account',
  'register.have-account': 'Have an account already?',
  'register.sent-title': 'Check your mail',
  'register.sent-lead':
    'A message with the next step has been sent. Once the address is confirmed you can comment and propose amendments.',
  'register.sent-none':
    'Nothing after a few minutes? Look into your spam folder. You can also sign in and send the link again from the account page.',

  'sign-in.title': 'Sign in',
  'sign-in.lead': 'Reading, comparing and downloading need no account.',
  'sign-in.shared': 'Others use this device as well',
  'sign-in.shared-note':
    'In a library, for example. The session ends {minutes} minutes after the last page you open, and after {hours} hours at the latest. No copy of what you write stays on the device.',
  'sign-in.forgot': 'I forgot my password',
  'sign-in.demo': 'Demonstration accounts',
  'sign-in.demo-note': 'Sign in as any of these people. One password opens them all: {password}',
  'sign-in.demo.official': 'official of Jurowice',
  'sign-in.demo.resident': 'resident',
  'sign-in.demo.representative': 'representative of an association',
  'sign-in.demo.lead': 'lead of a monitoring team',
  'sign-in.demo.member': 'member of a monitoring team',
  'sign-in.demo.second': 'second coder of that team',
  'sign-in.demo.approver': 'second person of the municipal office, approves responses',
  'sign-in.demo.reviewer': 'reviewer of that team',
  'sign-in.demo.admin': 'administrator',
  'sign-in.no-account': 'No account yet?',

  'confirm.title': 'Confirm your address',
  'confirm.lead':
    'You confirm that the address {email} is yours and that it was you who created the account in Paragraf.',
  'confirm.submit': 'I confirm the address',
  'confirm.used-title': 'This address is confirmed already',
  'confirm.used-lead': 'There is nothing more to do. You can sign in.',
  'confirm.over-lead':
    'The link works for 48 hours, and only the last one sent. Sign in and send a new one from the account page.',
  'link.over-title': 'The link has expired',

  'forgot.title': 'New password',
  'forgot.lead': 'Enter the address of your account. We send a link where you can set a new password.',
  'forgot.submit': 'Send the link',
  'forgot.sent-title': 'Check your mail',
  'forgot.sent-lead':
    'If there is an account with this address, a link has been sent to it. It works for an hour and only once.',
  'forgot.again': 'Send again',
  'reset.title': 'Set a new password',
  'reset.lead': 'Account: {email}. Saving ends all sessions; then sign in with the new password.',
  'reset.submit': 'Save the password',
  'reset.over-lead': 'A link for a new password works for an hour and only once. Send a new one.',

  'account.unconfirmed':
    'The address {email} is not confirmed yet. Until you confirm it you can read, but not comment or propose amendments.',
  'account.resend': 'Send the link again',
  'account.asked': 'Waiting for you',
  'account.asked-note':
    'The text of the draft has changed under these remarks. Answer before the municipal office responds. If you do not answer, the remark stays in the register and the municipal office responds without your answer. Silence is not consent.',
  'account.asked.adapted': 'Remark no. {number}: consent to the adapted wording',
  'account.asked.conflict': 'Remark no. {number}: a new wording, or withdrawal',
  'account.asked.due': 'Response of the municipal office due by {due}',
  'account.asked.overdue': 'The deadline of the municipal office was {due}; it may respond at any moment',
  'account.remarks': 'My remarks and amendments',
  'account.no-remarks':
    'Your remarks and amendments will be here, each with the response of the office. There are none yet.',
  'account.find-consultation': 'See what can be changed now',
  'account.remark': 'Remark {number}',
  'account.amendment': 'Amendment {number}',
  'account.roles': 'Roles',
  'account.profile': 'Name and language',
  'account.name-hint':
    'The change applies to what you write from now on. Earlier remarks stay signed as they were; you can withdraw signatures below.',
  'account.language': 'Language of letters',
  'account.language-hint':
    'We write e-mails in this language. The language of pages is chosen by address or by the link at the top.',
  'account.password': 'Change of password',
  'account.password-effect':
    'The change ends the sessions on your other devices; all tokens, invitations and links from letters stop working.',
  'account.password-submit': 'Change the password',
  'account.sessions': 'Sessions',
  'account.sessions-note':
    'Devices where you are signed in now. A session ends by itself after 30 days without a visit, after 180 days at the latest; sooner on a device that others use as well.',
  'account.unknown-device': 'Unknown device',
  'account.this-device': 'this device',
  'account.session-dates': 'Since {started}. Last seen: {seen}.',
  'account.end-session': 'End',
  'account.end-all': 'End all sessions, this one too',

  'role.resident': 'Resident: reads, comments and proposes amendments in every consultation.',
  'role.official': 'Official: runs the consultations of the municipality of {scope}.',
  'role.representative': 'Speaks for the organisation {scope}.',
  'role.member': 'Member of the monitoring team {scope}.',
  'role.lead': 'Leads the monitoring team {scope} and publishes its scorecards.',
  'role.reviewer': 'Reviews for the monitoring team {scope}: decides between two codings.',
  'role.admin': 'Administers this installation.',
  'role.to-municipality': 'Page of the municipality',

  'error.password-short': 'Enter a longer password: at least 10 characters. A whole sentence is good.',
  'error.password-long': 'Shorten the password to 200 characters.',
  'error.password-repeats':
    'This password repeats the same characters and is easy to guess. Enter a few different words.',
  'error.password-common':
    'Whoever guesses begins with passwords like this one. Enter a few words that mean nothing together.',
  'error.password-guessable':
    'Whoever guesses passwords uses such words, names, dates and rows of keys. Enter a few words that mean nothing together.',
  'error.password-personal': 'This password is made of your name or address and is easy to guess. Enter another one.',
  'error.too-many':
    'That is too much in so short a time. What you typed is still here. Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'error.old-password': 'This is not the current password. Enter it again.',
  'error.sign-in': 'The address or the password is wrong. Check both and enter the password again.',
  'error.account-disabled':
    'An administrator blocked this account. The reason is in the letter we sent to your address; ask whoever runs this installation to unblock it.',

  'notice.signed-out': 'You have signed out.',
  'notice.email-confirmed': 'Address confirmed. You can comment and propose amendments.',
  'notice.password-set': 'Password saved, all sessions ended. Sign in with the new password.',
  'notice.password-changed': 'Password changed. Sessions on other devices, tokens and links have ended.',
  'notice.profile-saved': 'Saved.',
  'notice.session-ended': 'Session ended.',
  'notice.sessions-ended': 'All sessions ended.',
  'notice.confirmation-sent': 'A new link has been sent. The earlier one no longer works.',
  'session.shared':
    'A device that others use as well: the session ends {minutes} minutes after the last page you open, and at {time} at the latest. Sign out when you are done.',
  'session.last-day':
    'This session ends on {at} and cannot be extended. Sign in again after that: a form you send will wait for you.',
  'session.ending': 'The session ends in less than 5 minutes.',
  'session.last':
    'The session ends in less than 5 minutes and cannot be extended. If you are writing, go on: once you send the form you will be asked to sign in, and the form will wait.',
  'session.over':
    'The session has ended. You can still send what you typed on this page: you will be asked to sign in, and the form will wait.',
  'session.stay': 'Extend the session',
  'session.stayed': 'The session goes on.',
  'copy.note':
    'A copy of what you write stays in this browser until you send the form or sign out, for 14 days at most.',
  'copy.note-guest': 'A copy of what you write stays in this browser until you send the form or close the tab.',
  'copy.note-off': 'No copy of what you write is kept on this device.',
  'copy.too-long': 'The text is too long for a copy in this browser. Send it before you close the page.',
  'copy.off': 'Do not keep on this device',
  'copy.on': 'Keep a copy',
  'copy.offer': 'On this device there is unsent text from {day}, {time}.',
  'copy.older': 'It was written when the page had other contents. Check whether it still fits.',
  'copy.insert': 'Insert',
  'copy.replace': 'Insert instead of what is in the field',
  'copy.remove': 'Remove',
  'kept.title': 'A form waits to be sent',
  'kept.lead':
    'Signed in as {name}. Everything that was typed is below. Nothing has been sent yet: look it through and send it.',
  'kept.none': 'No form of yours waits in this browser.',
  'kept.typed-at': 'Typed {at}',
  'kept.until': 'Kept until {until}, encrypted so that only this browser can read it.',
  'kept.send': 'Send',
  'kept.remove': 'Remove this form',
  'kept.remove-all': 'Remove all that waits here',
  'kept.waiting': '{count, plural, one {# form waits} other {# forms wait}} to be sent. Show',
  'kept.foreign-title': 'A form of somebody else',
  'kept.foreign':
    '{count, plural, one {# form} other {# forms}} typed in this browser from another account. You are not shown the words. Their author sees them after signing in.',
  'notice.form-kept':
    'You have to sign in; what you typed is waiting. After signing in you will see the form with every word and can send it. No other account sees them; when we do not know whose session it was, they are shown to whoever signs in in this browser within 30 minutes.',
  'notice.form-lost':
    'You have to sign in. The form could not be kept: go back to it in the browser, copy the text and paste it after signing in.',
  'notice.confirm-first': 'Confirm your e-mail address first: open the link from the letter or send it again.',

  'mailbox.title': 'Demonstration mailbox',
  'mailbox.lead': 'This installation sends no mail. The messages that would go out to people lie here.',
  'mailbox.open':
    'Everybody can read this mailbox, including links that confirm accounts and set passwords. Use no real addresses or passwords.',
  'mailbox.empty': 'There is no message yet. One will appear when an account is created or the office responds.',
  'mailbox.count': '{count, plural, one {# message} other {# messages}}, newest first',
  'mailbox.to': 'To',
  'mailbox.date': 'Date',
  'mailbox.subject': 'Subject',
  'mailbox.all': 'All messages',

  'about.missing': 'to be filled in by the operator ({setting})',
  'about.operator-must':
    'The operator of this installation has not given their particulars yet. They must set: {settings}.',
  'about.name': 'Name',
  'about.address': 'Address',

  'mail.closing': 'Paragraf, local law written together',
  'mail.confirm.subject': 'Confirm your e-mail address in Paragraf',
  'mail.confirm.body':
    'Hello,\n\nwhoever created an account with this address can confirm it here (the link works for {hours} hours):\n\n{link}\n\nIt was not you? Do not open the link. Without it nobody can write under this address.',
  'mail.exists.subject': 'You have an account in Paragraf already',
  'mail.exists.body':
    'Hello,\n\nsomebody entered this address to create an account. There is an account with it already, so nothing has changed.\n\nIf it was you, sign in:\n{signIn}\n\nForgot the password, or somebody else created the account? Set a new one:\n{forgot}\n\nIf it was not you, there is nothing to do.',
  'mail.address.old.subject': 'Change of the e-mail address of your Paragraf account: confirm',
  'mail.address.old.body':
    'In your Paragraf account a change to another e-mail address was asked for.\n\nIf you asked, confirm it here:\n{link}\n\nThe link works for {hours, plural, one {# hour} other {# hours}}. The address changes only when it is confirmed from the new one as well.\n\nIf it was not you, confirm nothing and change your password: somebody is signed in to your account.',
  'mail.address.new.subject': 'Confirm this e-mail address in Paragraf',
  'mail.address.new.body':
    'This address was given as the new one of a Paragraf account.\n\nIf the account is yours, confirm the address here:\n{link}\n\nThe link works for {hours, plural, one {# hour} other {# hours}}. The address changes only when it is confirmed from the present one as well.\n\nIf the account is not yours, do nothing: without a confirmation nothing changes.',
  'mail.address.changed.subject': 'The e-mail address of your Paragraf account is changed',
  'mail.address.changed.body':
    'The Paragraf account has a new e-mail address, confirmed from both. We will not write to the former one any more.\n\nAll sessions, tokens and links have ended. Sign in with the new address:\n{signIn}',
  'mail.account.disabled.subject': 'Your Paragraf account is blocked',
  'mail.account.disabled.body':
    'An administrator blocked your Paragraf account. Nobody can sign in to it, and its sessions, tokens and links have ended. Remarks stay in the register.\n\nReason: {reason}\n\nIf you disagree, write to whoever runs this installation; the data protection page says who that is.',
  'mail.account.enabled.subject': 'Your Paragraf account is open again',
  'mail.account.enabled.body':
    'An administrator unblocked your Paragraf account. You can sign in again.\n\nReason: {reason}',
  'mail.account.closed.subject': 'Your Paragraf account is closed',
  'mail.account.closed.body':
    'Your Paragraf account is closed, as you asked. We removed your name, e-mail address and password.\n\nRemarks and comments stay without a name, for they belong to the official record of the consultation. The name stays only under what was done for an office or a monitoring team. This is the last letter to this address.',
  'mail.reset.subject': 'New password in Paragraf',
  'mail.reset.body':
    'Hello,\n\nset a new password here. The link works for an hour and only once:\n\n{link}\n\nIt was not you? There is nothing to do, the password stays.',
  'mail.changed.subject': 'Your password in Paragraf was changed',
  'mail.changed.body':
    'Hello,\n\nthe password of the account with this address was changed.\n\nIt was not you? Set a new one at once; the other sessions then end by themselves:\n{forgot}',
};
