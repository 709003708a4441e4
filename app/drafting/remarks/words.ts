import type { Sign } from '#app/components/icon.tsx';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { Fit, WordingKind } from '../state/remark.ts';

export const fitKeys = {
  unchanged: 'drafting.fit.unchanged',
  contained: 'drafting.fit.contained',
  adapted: 'drafting.fit.adapted',
  conflict: 'drafting.fit.conflict',
} as const satisfies Record<Fit, MessageKey>;

export const fitSigns: Record<Fit, Sign> = {
  unchanged: 's-ok',
  contained: 's-ok',
  adapted: 's-adapt',
  conflict: 's-clash',
};

export const fitLetterKeys = {
  contained: 'drafting.mail.fit.contained',
  adapted: 'drafting.mail.fit.adapted',
  conflict: 'drafting.mail.fit.conflict',
} as const satisfies Record<Exclude<Fit, 'unchanged'>, MessageKey>;

export const wordingKeys = {
  filed: 'drafting.step.filed',
  unchanged: 'drafting.step.unchanged',
  contained: 'drafting.step.contained',
  adapted: 'drafting.step.adapted',
  conflict: 'drafting.step.conflict',
  confirmed: 'drafting.step.confirmed',
  rewritten: 'drafting.step.rewritten',
} as const satisfies Record<WordingKind, MessageKey>;
