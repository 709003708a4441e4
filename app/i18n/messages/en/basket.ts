import type { plBasket } from '../pl/basket.ts';

export const enBasket: Record<keyof typeof plBasket, string> = {
  'basket.title': 'Collected responses',
  'basket.lead':
    'These responses are ready but not in force: nobody outside the office sees them, they have not changed the text, and no e-mail was sent. Released together they make one version of the draft, and each person gets one e-mail.',
  'basket.collect': 'Collect to release together',
  'basket.at-once': 'Decide at once',
  'basket.approve-collect': 'Approve and collect',
  'basket.collect-many': '{count, plural, one {Collect # response} other {Collect # responses}}',
  'basket.group-own':
    'Your response to all remarks of this group is collected. You can change it and collect it again.',
  'basket.fact': '{count, plural, one {# collected} other {# collected}}',
  'basket.filter': 'Collected {count}',
  'basket.own': 'This response has been collected since {at}. You can change it and collect it again.',
  'basket.is-collected': 'collected {at}',
  'basket.row': 'response collected',
  'office.tasks.collected':
    '{count, plural, one {# collected response waits to be released} other {# collected responses wait to be released}}',
  'basket.see': 'See the collected responses',
  'basket.done': 'the response is collected to be released together',
  'basket.empty': 'No responses are collected. On a remark choose “Collect to release together”.',
  'basket.list':
    '{count, plural, one {# response} other {# responses}}, in the order in which they will change the text',
  'basket.col.author': 'Prepared by',
  'basket.approved-by': 'approved by {name}',
  'basket.take-out': 'Take out',
  'basket.take-out-of': 'Take out the response to remark no. {number}',
  'basket.move-up': 'Before no. {number}',
  'basket.move-up-of': 'Put the new provision of remark no. {number} before that of remark no. {before}',
  'basket.problems': 'To be solved before release',
  'basket.problem.changed':
    'the remark or the provision it is about has changed since: check the response and collect it again',
  'basket.problem.signatory':
    'whoever answers for it is no longer an official of this municipality: take it out and let somebody else respond',
  'basket.problem.order': 'its place in the order was changed from your account: another official has to release it',
  'basket.problem.four-eyes': 'no second official has approved it: hand it in for approval',
  'basket.conflicts': 'These responses contradict each other. Take one of them out or change its wording.',
  'basket.conflicts-one':
    '{count, plural, one {# conflict between collected responses} other {# conflicts between collected responses}}',
  'basket.conflict.moves': 'moves this provision',
  'basket.findings': 'What to check in the text after the changes',
  'basket.finding.error': 'error, has to be corrected before release',
  'basket.finding.warning': 'to be checked',
  'basket.effect': 'The text after release: before and after',
  'basket.letters':
    '{count, plural, =0 {No author gets an e-mail.} one {# author gets an e-mail.} other {# authors get an e-mail.}}',
  'basket.release': '{count, plural, one {Release # response} other {Release # responses together}}',
  'basket.release-version': 'This makes version {version}.',
  'basket.release-no-version': 'The text of the draft does not change.',
  'basket.release-blocked': 'They can be released once nothing is left to solve.',
  'basket.moved':
    'Nothing was released this time: something has changed since the page was opened. Look at what is there now.',
  'basket.moved.version': 'There is a new version of the text: {version}.',
  'basket.moved.added': 'Responses to remarks no. {numbers} were added.',
  'basket.moved.released': 'Responses to remarks no. {numbers} are released already.',
  'basket.moved.gone': 'Responses to remarks no. {numbers} are no longer there.',
  'basket.moved.changed': 'Responses to remarks no. {numbers} have changed.',
  'basket.moved.order': 'The order has changed.',
  'basket.refused': 'Nothing was released. Solve what stands below first.',
  'basket.error.contradict':
    'These responses contradict each other and cannot be approved together. Approve them one by one, or collect them.',
  'basket.error.full':
    'As many responses are collected as can be released together (500). Release them, then go on collecting.',
  'basket.error.collected':
    'Another official has already collected a response to this remark. Take that one out first.',
  'basket.bulk.collected': 'Another official has already collected responses to these remarks: no. {numbers}.',
  'notice.rulings-collected': 'Responses collected. They will be in force once they are released.',
  'notice.taken-out-of-basket': 'The response was taken out: it is a draft again.',
  'notice.basket-reordered': 'Order changed.',
  'notice.rulings-released': 'Responses released. The e-mails are waiting to be sent.',
  'basket.note': '{count, plural, one {After # remark} other {After # remarks}} (no. {numbers}): {changes}.',
  'basket.more-causes': '{count, plural, one {and # more remark} other {and # more remarks}}',
  'basket.version-remarks': '{count, plural, one {after remark no.} other {after remarks no.}}',
  'basket.remark-others':
    '{count, plural, one {Released in the same version: the response to remark no.} other {Released in the same version: the responses to remarks no.}}',
  'basket.mail.subject': '{count, plural, one {Response to # remark} other {Responses to # remarks}}: {title}',
  'basket.mail.body':
    '{count, plural, one {The office has responded to # of your remarks} other {The office has responded to # of your remarks}} in the consultation “{title}”.',
  'basket.mail.line': 'Remark no. {number}: {state}',
  'basket.mail.no-change': 'This response did not change the text of the draft.',
  'basket.mail.rest':
    '{count, plural, one {# more response. Its reasons are on the page of the remark:} other {# more responses. The reasons of each are on the page of the remark:}}',
  'basket.mail.register': 'All remarks and responses:',
};
