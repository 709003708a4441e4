import type { plFront } from '../pl/front.ts';

export const enFront: Record<keyof typeof plFront, string> = {
  'front.title': 'What can be changed in local law today',
  'front.lead':
    '{open, plural, =0 {No draft is open for remarks now.} one {# draft resolution is open for remarks.} other {# draft resolutions are open for remarks.}} The municipal office has to respond to every remark with reasons, and every change in the text shows where it came from.',
  'front.open': 'Open consultations',
  'front.until': 'remarks until {date}',
  'front.days-left': '{days, plural, =0 {last day} one {# day left} other {# days left}}',
  'front.disputed': 'Most supported: {citation}. Amendment {number} changes it like this:',
  'front.supported':
    "{count, plural, =0 {awaiting the office''s response} one {supported by # person, awaiting the office''s response} other {supported by # people, awaiting the office''s response}}",
  'front.read': 'Read the draft and send a remark',
  'front.course': 'Course of the consultation',
  'front.how': 'How it works',
  'front.how-1':
    'Every provision of the text (section, subsection, point) has its own page. Comment on it or propose another wording.',
  'front.how-2': 'The municipal office responds with reasons. An accepted amendment makes the next version.',
  'front.how-3': 'No other amendment is lost. If the new text affects it, its author gets a message and can adapt it.',
  'front.others': 'Other drafts',
  'front.decided': 'What remarks have changed',
  'front.decided-note':
    'The latest responses of municipal offices, each with its reason and the exact words that changed.',
  'front.chain': 'From remark to text',
  'front.reason': 'Reason',
  'front.remark': '{kind, select, amendment {Amendment} other {Remark}} {number} on the draft “{title}”',
  'front.scorecards': 'Scorecards',
  'front.scorecards-empty': 'No edition of scorecards has been published yet.',
  'front.edition': '{count, plural, one {# municipality} other {# municipalities}} with a score, published {date}',
  'front.nothing':
    'There are no consultations yet. An office can bring in a draft resolution and announce the first one.',
};
