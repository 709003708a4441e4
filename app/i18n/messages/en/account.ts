import type { plAccount } from '../pl/account.ts';

export const enAccount: Record<keyof typeof plAccount, string> = {
  'account.email': 'E-mail address',
  'account.email-note':
    'The account has the address {email}. A new one takes effect once you confirm the change by links sent to both addresses.',
  'account.email-change': 'Change the e-mail address',
  'account.names': 'Consent to be named',
  'account.names-note':
    'Your name stands in public under {count, plural, =0 {no letter and no comment} one {# letter or comment} other {# letters and comments}}.',
  'account.names-manage': 'See and withdraw signatures',
  'account.data': 'Your data',
  'account.data-note':
    'All that the account holds and all that was written from it, in one JSON file. It has no passwords, no secrets and no words of letters.',
  'account.data-get': 'Download your data',
  'account.close': 'Closing the account',
  'account.close-note': 'Before you confirm you will see what goes and what stays.',
  'account.close-go': 'Close the account',

  'change-email.title': 'Change of the e-mail address',
  'change-email.lead':
    'The account now has the address {email}. We will send one link to it and one to the new address. The address changes once you confirm both, within {hours} hours.',
  'change-email.new': 'New e-mail address',
  'change-email.submit': 'Send the links',
  'change-email.effect': 'The change ends all sessions, tokens and links. You will sign in with the new address.',
  'change-email.confirm-title': 'Confirm the change of address',
  'change-email.confirm-old':
    'The account to which this address belongs is to get another e-mail address. Confirm if you asked for it.',
  'change-email.confirm-new': 'A Paragraf account is to get the address {email}. Confirm if it is your account.',
  'change-email.confirm-last':
    'The other address is confirmed already: with this confirmation the address changes at once.',
  'change-email.confirm-first': 'A confirmation from the other address is needed, too.',
  'change-email.confirm': 'I confirm the change',
  'change-email.answered-title': 'This address is confirmed',
  'change-email.answered-lead':
    'Now open the link sent to the other address. Until then the account keeps its address.',
  'change-email.over-lead':
    'A link works for 48 hours, only the last one sent and only for changing the address. Sign in and ask for a new one on the account page.',
  'error.same-email': 'This is the address of the account. Enter another one.',
  'error.email-taken': 'Another account has this address already. The address was not changed.',
  'notice.address-asked': 'Links sent to both addresses. The address changes once both are confirmed.',
  'notice.address-changed': 'Address changed, all sessions ended. Sign in with the new address.',

  'names.title': 'Consent to be named',
  'names.lead':
    'You can withdraw your consent to be named: under one text or everywhere. The text, its number and date stay; instead of the signature it says “private person”, in reports, files and on pages of earlier versions, too.',
  'names.office':
    'The office still knows who filed a letter. What you write in the name of the office stays signed, and the name of an organisation stays under its remarks. A name written into the text itself is not removed here: ask the office to cover it.',
  'names.all': 'Withdraw everywhere',
  'names.all-note': 'All signatures go ({count}), and new comments will have no name.',
  'names.unnamed':
    'New comments have had no name since {date}. For a remark or an amendment you decide each time in the form.',
  'names.allow': 'Sign new comments',
  'names.none': 'Your name stands under no text.',
  'names.filing': 'Submission no. {number}',
  'names.comment': 'Comment',
  'names.here-title': 'Your name',
  'names.here-note':
    'Your name stands under this letter in public. When you take your consent back it goes at once from the site, its files and the interface; the words, number and date stay. The office still knows who wrote.',
  'names.here-all': 'Everything I signed',
  'names.one': 'Withdraw the signature',
  'names.more': 'The list shows the newest {shown} of {total}; “everywhere” means all of them.',
  'error.not-signed': 'Your name is not under this text any more.',
  'notice.names-withdrawn': 'Signature withdrawn.',
  'notice.name-allowed': 'New comments will be signed.',
  'mail.names.subject': 'Your signature in Paragraf is withdrawn',
  'mail.names.one':
    'As you asked, we removed your name from under your text. The text, its number and date stay; instead of the signature it says “private person”.\n\nIf this was not you, change your password.',
  'mail.names.all':
    'As you asked, your consent to be named is withdrawn. Signatures removed: {count}. Texts, numbers and dates stay; instead of the signature they say “private person”. New comments will have no name.\n\nIf this was not you, change your password.',

  'closing.title': 'Closing the account',
  'closing.lead': 'A closed account cannot be opened again. You can download your data first.',
  'closing.goes': 'What goes',
  'closing.goes-1':
    'Your name, e-mail address and password. A new account can be opened with the same address afterwards.',
  'closing.goes-2':
    'The signature under all your remarks, amendments and comments, and what the office knew of their author: the name and contact data given on this site.',
  'closing.goes-3':
    'Sessions, tokens, links from letters, roles, invitations, places on press lists, unconfirmed remarks and letters sent to this address.',
  'closing.stays': 'What stays',
  'closing.stays-1':
    'Remarks, amendments and comments with their number, date and the office’s response, signed “private person”: they belong to the official record of the consultation. The name of an organisation stays under its remarks.',
  'closing.stays-2': 'Supports and objections, counted without a name.',
  'closing.stays-3':
    'The name under what was done for an office or a monitoring team, and a name that somebody wrote into a text. Ask the office to cover it.',
  'closing.open':
    'Your remarks and amendments that the office has not answered yet: {count}. They go on. Where an amendment needs your consent to new wording it stays unconfirmed: silence is no consent. The office will see that the author’s account is closed. If you do not want them, withdraw them first.',
  'closing.duties': 'Hand over first',
  'closing.tell': 'Worth knowing',
  'closing.duty.assigned': 'Remarks assigned to you without a response: {count}. Assign them to somebody else.',
  'closing.duty.drafts':
    'Your drafts of positions and changes that are not approved: {count}. Pass them on or drop them.',
  'closing.duty.last-official':
    'You are the last official of {scope}, and {count} still wait for a response. Ask the administrator to give the role to somebody else.',
  'closing.duty.coding':
    'Areas assigned to you for coding in running editions: {count}. Ask the lead of the team to change the assignment.',
  'closing.duty.last-lead':
    'You alone lead the team {scope}, which has running editions: {count}. Invite another lead.',
  'closing.duty.last-administrator':
    'You are the last administrator of this installation. Give the role to somebody else first.',
  'closing.duty.organisation':
    'Nobody else represents {scope} here, and its remarks wait for a response: {count}. The office will answer them, but nobody will get letters about it.',
  'closing.submit': 'Close my account for good',
  'error.duties': 'Hand over first what is listed above.',
  'notice.account-closed': 'The account is closed. The last letter went to the address it had.',
  'deciding.author-gone':
    'The author’s account is closed or blocked. They get no e-mail and answer no question about wording; silence is no consent.',
};
