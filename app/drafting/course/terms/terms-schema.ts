import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedText } from '#app/forms/typed-text.ts';
import type { MessageKey } from '#app/i18n/translate.ts';
import type { TermsProblem } from './terms-change.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date');
const hour = z.string().regex(/^\d{2}:\d{2}$/, 'publish.error.hour');
const instant = z.iso.datetime('error.invalid').transform((text) => new Date(text));

export const termsSchema = z.object({
  shownOpens: instant,
  shownCloses: instant,
  shownAnswers: instant,
  opensOn: day,
  opensTime: hour,
  closesOn: day,
  closesTime: hour,
  answersOn: day,
  answersTime: hour,
  reason: typedText({ min: 10, max: bounds.termsReason }),
  /** The shortening was looked at once more. */
  confirmed: z.literal('yes', 'error.invalid').optional(),
});

/** Field and complaint for each refusal of the use case. */
export const termsComplaints: Record<
  TermsProblem | 'moved' | 'sent' | 'four-eyes' | 'needs-two' | 'term-short',
  { field: string; key: MessageKey }
> = {
  'nothing-changed': { field: 'closesOn', key: 'terms.error.nothing' },
  'already-open': { field: 'opensOn', key: 'terms.error.opened' },
  'opens-in-past': { field: 'opensOn', key: 'publish.error.past' },
  'already-closed': { field: 'closesOn', key: 'terms.error.closed' },
  'closes-in-past': { field: 'closesOn', key: 'publish.error.past' },
  'closes-before-opens': { field: 'closesOn', key: 'publish.error.closes' },
  'answers-over': { field: 'answersOn', key: 'terms.error.late' },
  'answers-in-past': { field: 'answersOn', key: 'publish.error.past' },
  'answers-before-close': { field: 'answersOn', key: 'publish.error.answers' },
  'four-eyes': { field: 'reason', key: 'drafting.error.four-eyes-office' },
  'needs-two': { field: 'closesOn', key: 'terms.error.needs-two' },
  'term-short': { field: 'closesOn', key: 'terms.error.short' },
  moved: { field: 'closesOn', key: 'terms.error.moved' },
  sent: { field: 'closesOn', key: 'terms.error.sent' },
};
