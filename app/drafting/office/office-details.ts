import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { warsawInstant } from '#app/i18n/dates.ts';
import type { LocalRule } from '../state/legal-term.ts';
import { emailField } from '#app/people/schema.ts';

/** What is given about an office, in the order of its form; '' where it is not. */
const officeFields = ['name', 'address', 'hours', 'phone', 'email', 'edoreczenia', 'controller', 'inspector'] as const;

export type OfficeDetails = Record<(typeof officeFields)[number], string> & LocalRule;

const optional = <T extends z.ZodType>(field: T) => z.union([z.literal(''), field]).default('');

/** An address for electronic delivery has a country, twice five digits, five letters and two digits. */
const deliveryAddress = typedLine({ max: bounds.officeDelivery }).transform((text, context) => {
  const compact = text.toUpperCase().replaceAll(' ', '');
  if (compact === '' || /^AE:[A-Z]{2}(-\d{5}){2}-[A-Z]{5}-\d{2}$/.test(compact)) return compact;
  context.addIssue({ code: 'custom', message: 'office.details.error.delivery' });
  return z.NEVER;
});

export const officeDetailsSchema = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/, 'error.invalid')
    .transform(Number),
  name: typedLine({ min: 1, max: bounds.officeName }),
  address: typedText({ min: 1, max: bounds.officeAddress }),
  hours: typedText({ max: bounds.officeHours }).default(''),
  phone: typedLine({ max: bounds.officePhone }).default(''),
  email: optional(emailField),
  edoreczenia: deliveryAddress.default(''),
  controller: typedText({ min: 1, max: bounds.officeController }),
  inspector: typedText({ max: bounds.officeInspector }).default(''),
  termDays: z
    .string()
    .max(bounds.termDays)
    .regex(/^([1-9]\d{0,2})?$/, 'office.details.error.term-days')
    .default('')
    .transform((text) => (text === '' ? null : Number(text))),
  termSource: typedLine({ max: bounds.termSource }).default(''),
  termCheckedOn: z
    .string()
    .refine((day) => day === '' || warsawInstant(day, '00:00') !== null, 'error.date')
    .default(''),
});

/** A rule without its source, or without the day on which it was looked up, is hearsay: the field that is missing. */
export function missingOfRule({
  termDays,
  termSource,
  termCheckedOn,
}: LocalRule): 'termSource' | 'termCheckedOn' | null {
  if (termDays === null) return null;
  return termSource === '' ? 'termSource' : termCheckedOn === '' ? 'termCheckedOn' : null;
}
