import { dayOf } from '#app/i18n/dates.ts';

/** Ways in which questions reach an office outside the program. */
export const NOTICE_WAYS = ['post', 'e-delivery', 'email', 'hand'] as const;
export type NoticeWay = (typeof NOTICE_WAYS)[number];

/** A term for replies as the record of the field work keeps it; `notice` and `receivedOn` are absent in records that did not ask for them. */
export type RecordedRound = {
  teryt: string;
  /** ISO instants. */
  openedAt: string;
  endsAt: string;
  /** The letter outside the program; null where there was none. */
  notice?: RecordedNotice | null;
  /** Day on which the office confirmed that the questions have come, yyyy-mm-dd. */
  receivedOn?: string | null;
};

export type RecordedNotice = {
  way: NoticeWay;
  to: string;
  number: string;
  sentOn: string;
  deliveredOn: string | null;
  proof: string;
};

/**
 * What became of asking an office: it replied, it was silent although the questions are known to have come, nobody knows whether they have
 * come, or it was never asked.
 */
export type AskedState = 'replied' | 'silent' | 'unnotified' | 'not-asked';

export type Asked = {
  state: AskedState;
  /** End of the term, ISO instant; null where there was none. */
  until: string | null;
  /** Day on which the questions are known to have come, yyyy-mm-dd; null where it is not known otherwise than by a reply. */
  deliveredOn: string | null;
};

type Term = Pick<RecordedRound, 'endsAt' | 'notice' | 'receivedOn'>;

/** Only a delivery that is known, within the term, makes silence of it. */
export function askedOf(round: Term | null, { replied }: { replied: boolean }): Asked {
  if (!round) return { state: 'not-asked', until: null, deliveredOn: null };
  const days = [round.notice?.deliveredOn, round.receivedOn].filter((day) => day != null).sort();
  const deliveredOn = days.find((day) => day <= dayOf(new Date(round.endsAt))) ?? null;
  const state = replied ? 'replied' : deliveredOn ? 'silent' : 'unnotified';
  return { state, until: round.endsAt, deliveredOn };
}

/** How many offices there are of each state. */
export function countAsked(all: readonly Asked[]): Record<AskedState, number> {
  const count = (state: AskedState) => all.filter((each) => each.state === state).length;
  return {
    replied: count('replied'),
    silent: count('silent'),
    unnotified: count('unnotified'),
    'not-asked': count('not-asked'),
  };
}
