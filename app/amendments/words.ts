import type { Sign } from '#app/components/icon.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { Decision, Fit, RemarkState, WordingKind } from './remark.ts';

/** Words and signs of the states, in one place for pages and letters. */
export const stateKeys = {
  open: 'drafting.state.open',
  accepted: 'drafting.state.accepted',
  'accepted-in-part': 'drafting.state.accepted-in-part',
  'not-accepted': 'drafting.state.not-accepted',
  withdrawn: 'drafting.state.withdrawn',
} as const satisfies Record<RemarkState, MessageKey>;

export const decisionKeys: Record<Decision, (typeof stateKeys)[Decision]> = stateKeys;

export const stateSigns: Record<RemarkState, Sign> = {
  open: 's-wait', accepted: 's-full', 'accepted-in-part': 's-half', 'not-accepted': 's-none', withdrawn: 's-back',
};

export const fitKeys = {
  unchanged: 'drafting.fit.unchanged', contained: 'drafting.fit.contained', adapted: 'drafting.fit.adapted', conflict: 'drafting.fit.conflict',
} as const satisfies Record<Fit, MessageKey>;

export const fitSigns: Record<Fit, Sign> = { unchanged: 's-ok', contained: 's-ok', adapted: 's-adapt', conflict: 's-clash' };

export const fitLetterKeys = {
  contained: 'drafting.mail.fit.contained', adapted: 'drafting.mail.fit.adapted', conflict: 'drafting.mail.fit.conflict',
} as const satisfies Record<Exclude<Fit, 'unchanged'>, MessageKey>;

export const wordingKeys = {
  filed: 'drafting.step.filed', unchanged: 'drafting.step.unchanged', contained: 'drafting.step.contained', adapted: 'drafting.step.adapted',
  conflict: 'drafting.step.conflict', confirmed: 'drafting.step.confirmed', rewritten: 'drafting.step.rewritten',
} as const satisfies Record<WordingKind, MessageKey>;
