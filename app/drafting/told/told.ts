import type { MessageKey, Translate } from '#app/i18n/translate.ts';

/**
 * How an author was told of something, from the best to the worst: `waiting` stands in the queue of e-mail, `account` sees it after signing
 * in while the e-mail failed, `noEmail` is not written to on paper about it, `toPost` has an address on paper alone and was not written to yet, `toCall` left a number alone, `called` was told by it, `forgotten` is an e-mail so old that
 * nothing is kept of it.
 */
export const toldWays = [
  'sent',
  'posted',
  'called',
  'forgotten',
  'waiting',
  'account',
  'toPost',
  'toCall',
  'noEmail',
  'failed',
  'closed',
  'noAddress',
] as const;
export type ToldWay = (typeof toldWays)[number];
/** Authors by the worst way of theirs. */
export type Told = Record<ToldWay, number>;

const keys = {
  sent: 'told.sent',
  posted: 'told.posted',
  called: 'told.called',
  forgotten: 'told.forgotten',
  waiting: 'told.waiting',
  account: 'told.account',
  toPost: 'told.toPost',
  toCall: 'told.toCall',
  noEmail: 'told.noEmail',
  failed: 'told.failed',
  closed: 'told.closed',
  noAddress: 'told.noAddress',
} as const satisfies Record<ToldWay, MessageKey>;

/** „12 e-mailem, 3 na koncie, 2 nie można było: brak adresu”; '' where there is nobody to tell. */
export function toldWords(t: Translate, told: Told): string {
  return toldWays
    .filter((way) => told[way] > 0)
    .map((way) => t(keys[way], { count: told[way] }))
    .join(', ');
}

/** Authors by the way in which something will reach them. */
export type Reach = { email: number; post: number; phone: number; nobody: number };

/** „12 osób dostanie e-mail, 3 trzeba wysłać list, 2 nie da się zawiadomić”. */
export function reachWords(t: Translate, reach: Reach): string {
  const parts = (['email', 'post', 'phone', 'nobody'] as const).filter((way) => reach[way] > 0);
  return parts.length === 0
    ? t('told.reach.none')
    : parts.map((way) => t(`told.reach.${way}`, { count: reach[way] })).join(', ');
}
