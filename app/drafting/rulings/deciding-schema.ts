import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { dayOf, warsawEnd } from '#app/i18n/dates.ts';
import { typedText } from '#app/forms/typed-text.ts';
import { textLimits } from '../state/remark.ts';
import { bulkDecisions } from './bulk.ts';

const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'error.invalid')
  .transform(Number);
const words = (max: number) => typedText({ max });

/** Draft that is meant, as it was on the page. */
export const draftSchema = z.object({
  draft: z.uuid(),
  draftRevision: wholeNumber,
  version: wholeNumber.or(z.literal('').transform(() => 0)).default(0),
  note: words(textLimits.comment).default(''),
});

/** All collected rulings that were on the page, in their order („12:3" is remark 12, its ruling in revision 3), and the text. */
export const releaseSchema = z.object({
  version: wholeNumber,
  basket: z.string().max(bounds.basket),
});

/** A collected ruling as it was on the page; `before` is the one that it is put in front of. */
export const basketDraftSchema = z.object({
  draft: z.uuid(),
  draftRevision: wholeNumber,
  before: z.union([z.literal(''), z.uuid()]).default(''),
  beforeRevision: wholeNumber.or(z.literal('').transform(() => 0)).default(0),
});

export const assignSchema = z.object({ person: z.union([z.literal(''), z.uuid()]) });

/** The last minute of the day in Poland; no day takes the term back. */
export const dueSchema = z.object({
  due: z
    .string()
    .regex(/^(\d{4}-\d{2}-\d{2})?$/, 'error.date')
    .transform((day) => (day === '' ? null : warsawEnd(day, '23:59')))
    .refine((at) => at === null || dayOf(at) >= '2000-01-01', 'error.date'),
});

export const groupTitleSchema = z.object({
  title: words(bounds.groupTitle).default(''),
  revision: wholeNumber.default(0),
});

export const bulkSchema = z.object({
  decision: z.enum(bulkDecisions, 'drafting.error.decision'),
  reason: words(textLimits.reason).default(''),
  version: wholeNumber,
});

/** „12:3" is remark 12 in revision 3. */
export function seenRevisions(values: readonly string[]): Map<number, number> {
  return new Map(
    values.flatMap((value) => {
      const match = /^([1-9]\d{0,8}):([1-9]\d{0,8})$/.exec(value);
      return match ? [[Number(match[1]), Number(match[2])] as const] : [];
    }),
  );
}

/** „12:x" is remark 12 with x beside it, as the page showed it: an official or an instant; nothing after the colon is none. */
export function shownOf(values: readonly string[]): Map<number, string> {
  return new Map(
    values.flatMap((value) => {
      const match = /^([1-9]\d{0,8}):(.{0,40})$/.exec(value);
      return match ? [[Number(match[1]), match[2] ?? ''] as const] : [];
    }),
  );
}

/** Numbers of remarks from an address or a form: repeated, or one list with commas; each once, nonsense left out. */
export function numbersFrom(values: readonly string[], limit: number): number[] {
  const numbers = values
    .flatMap((value) => value.split(/[\s,;]+/))
    .filter((value) => /^[1-9]\d{0,8}$/.test(value))
    .map(Number);
  return [...new Set(numbers)].slice(0, limit);
}
