import { z } from 'zod';
import { decisions } from '#app/drafting/state/remark-state.ts';
import { typedText } from '#app/forms/typed-text.ts';
import { textLimits } from '../state/remark.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'error.invalid')
  .transform(Number);

export const commentSchema = z.object({
  body: typedText({ min: 1, max: textLimits.comment }),
  parent: z.union([z.literal(''), z.uuid()]).default(''),
  quote: typedText({ max: textLimits.quote }).default(''),
});

export const answerSchema = z.object({
  answer: z.enum(['confirm', 'rewrite', 'withdraw'], 'error.choice'),
  revision: wholeNumber,
});

export const rulingSchema = z.object({
  decision: z.enum(decisions, 'drafting.error.decision'),
  reason: typedText({ max: textLimits.reason }).default(''),
  version: wholeNumber,
  revision: wholeNumber,
  draftRevision: wholeNumber.default(0),
});

export const correctionSchema = z.object({
  intent: z.enum(['check', 'edit', 'write'], 'error.choice'),
  decision: z.enum(decisions, 'drafting.error.decision'),
  reason: typedText({ max: textLimits.reason }).default(''),
  why: typedText({ max: textLimits.comment }).default(''),
  ruling: z.uuid('error.invalid'),
  version: wholeNumber,
});
