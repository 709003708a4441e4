import type { Sign } from '#app/components/icon.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';

/** What the office may say of a remark (stanowisko). Only the first two change the text. */
export const decisions = [
  'accepted',
  'accepted-in-part',
  'already-in-text',
  'not-accepted',
  'out-of-scope',
  'answered',
] as const;
export type Decision = (typeof decisions)[number];

export const changesText = (decision: string) => decision === 'accepted' || decision === 'accepted-in-part';

/** Of the rulings of a remark the one that holds; those that were corrected stay beside it. */
export const inForce = { replacedAt: null } as const;
/** Of the rulings of a remark the first: the office answered when it was made. */
export const firstAnswer = { correctsId: null } as const;

/** Where a remark stands in the register: waiting, ruled on in one of six ways, or taken back by its author. */
export const remarkStates = ['open', ...decisions, 'withdrawn'] as const;
export type RemarkState = (typeof remarkStates)[number];

/** Whether an amendment can be discussed: while remarks are taken, and as long as its author stands by it. */
export const takesComments = (remark: { state: string }, consultation: { stage: string }) =>
  consultation.stage === 'open' && remark.state !== 'withdrawn';

/** Words and signs of the states, in one place for pages, letters and the report. */
export const stateKeys = {
  open: 'state.open',
  accepted: 'state.accepted',
  'accepted-in-part': 'state.accepted-in-part',
  'already-in-text': 'state.already-in-text',
  'not-accepted': 'state.not-accepted',
  'out-of-scope': 'state.out-of-scope',
  answered: 'state.answered',
  withdrawn: 'state.withdrawn',
} as const satisfies Record<RemarkState, MessageKey>;

export const stateSigns: Record<RemarkState, Sign> = {
  open: 's-wait',
  accepted: 's-full',
  'accepted-in-part': 's-half',
  'already-in-text': 's-both',
  'not-accepted': 's-none',
  'out-of-scope': 's-out',
  answered: 's-said',
  withdrawn: 's-back',
};
