import type { plFront } from '../pl/front.ts';

export const enFront: Record<keyof typeof plFront, string> = {
  'front.title': 'What can be changed in local law today',
  'front.lead':
    '{open, plural, =0 {No draft is open for remarks now.} one {# draft resolution is open for remarks.} other {# draft resolutions are open for remarks.}} The office answers every remark with a reason, and every change in the text shows where it came from.',
  'front.open': 'Open consultations',
  'front.until': 'remarks until {date}',
  'front.days-left': '{days, plural, =0 {last day} one {# day left} other {# days left}}',
  'front.disputed': 'Most supported: {citation}. Amendment {number} changes it like this:',
  'front.supported':
    "{count, plural, =0 {awaiting the office''s position} one {supported by # person, awaiting the office''s position} other {supported by # people, awaiting the office''s position}}",
  'front.read': 'Read the draft and comment',
  'front.course': 'Course of the consultation',
  'front.how': 'How it works',
  'front.how-1': 'Every unit of the text has its own address. Comment on it or propose other words.',
  'front.how-2': 'The office rules with a reason. An accepted amendment makes the next version.',
  'front.how-3':
    'No other amendment is lost: it fits unchanged, needs adapting or is in conflict, and its author gets a letter.',
  'front.others': 'Other drafts',
  'front.decided': 'What remarks have changed',
  'front.decided-note': 'The latest positions of offices, each with its reason and the exact words that changed.',
  'front.chain': 'From remark to text',
  'front.reason': 'Reason',
  'front.remark': '{kind, select, amendment {Amendment} other {Remark}} {number} on the draft “{title}”',
  'front.scorecards': 'Scorecards',
  'front.scorecards-empty': 'No edition of scorecards has been published yet.',
  'front.edition': '{count, plural, one {# municipality} other {# municipalities}} with a score, published {date}',
  'front.nothing':
    'There are no consultations yet. An office can bring in a draft resolution and announce the first one.',
};
