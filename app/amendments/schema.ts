import { z } from 'zod';
import { decisions } from '#app/consultations/remark-state.ts';
import { cleanText } from './clean-text.ts';
import { textLimits } from './remark.ts';

const words = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max));
const requiredWords = (max: number) => z.string().transform(cleanText).pipe(z.string().min(1).max(max));
const wholeNumber = z.string().regex(/^\d{1,9}$/, 'error.invalid').transform(Number);

export const commentSchema = z.object({
  body: requiredWords(textLimits.comment),
  parent: z.union([z.literal(''), z.uuid()]).default(''),
  quote: words(textLimits.quote).default(''),
});

export const answerSchema = z.object({
  answer: z.enum(['confirm', 'rewrite', 'withdraw'], 'error.choice'),
  revision: wholeNumber,
});

export const rulingSchema = z.object({
  decision: z.enum(decisions, 'drafting.error.decision'),
  reason: words(textLimits.reason).default(''),
  version: wholeNumber,
  revision: wholeNumber,
  draftRevision: wholeNumber.default(0),
});

export type RulingInput = z.infer<typeof rulingSchema>;
