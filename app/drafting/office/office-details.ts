import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedLine, typedText } from '#app/forms/typed-text.ts';
import { emailField } from '#app/people/schema.ts';

/** What is given about an office, in the order of its form; '' where it is not. */
const officeFields = ['name', 'address', 'hours', 'phone', 'email', 'edoreczenia', 'controller', 'inspector'] as const;

export type OfficeDetails = Record<(typeof officeFields)[number], string>;

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
});
