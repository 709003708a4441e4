import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedText } from '#app/forms/typed-text.ts';
import { textLimits } from '../state/remark.ts';
import { editorialOps } from './editorial-change.ts';

const words = (max: number) => typedText({ max }).default('');

export const editorialSchema = z.object({
  op: z.enum([...editorialOps, 'renumber']),
  code: z
    .string()
    .regex(/^\d{0,9}$/)
    .transform(Number)
    .default(0),
  version: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number),
  report: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number)
    .default(0),
  heading: words(bounds.unitHeading),
  text: words(bounds.unitText),
  rest: words(bounds.unitText),
  target: z
    .union([
      z.literal('').transform(() => null),
      z
        .string()
        .regex(/^\d{1,9}$/, 'error.choice')
        .transform(Number),
    ])
    .default(null),
  mark: z
    .string()
    .optional()
    .transform((value) => (value === 'yes' ? ('keep' as const) : undefined)),
  reason: words(textLimits.reason),
});
