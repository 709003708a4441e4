import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedLine } from '#app/forms/typed-text.ts';
import { emailField } from '#app/people/schema.ts';
import { officeChannels } from '../state/channels.ts';
import type { FormErrors } from './filing-form-reader.ts';
import { contactWays, type GuestContact } from './guest-payload.ts';

const line = (max: number) => typedLine({ max });
/** A box nobody ticked for them: the name is public only when the person asks for it. */
const nameIsPublic = z
  .literal(['', 'yes'])
  .default('')
  .transform((value) => value === 'yes');
const noEmpty = (text: string) => (text === '' ? null : text);

/**
 * Who a guest is. The information clause has to be read before anything is sent. Of the three ways to be reached only the chosen one
 * is read, by `guestContact`: what stands in the field of another one is nobody's mistake.
 */
export const guestSchema = z.object({
  name: typedLine({ min: 1, max: bounds.guestName }),
  organisation: line(bounds.organisation).default('').transform(noEmpty),
  contactBy: z.enum(contactWays, 'error.choice').default('email'),
  email: line(bounds.email).default(''),
  phone: line(bounds.contactPhone).default(''),
  postAddress: line(bounds.contactAddress).default(''),
  nameIsPublic,
  consent: z.literal('yes', 'register.error.consent'),
});

type Reached = { ok: true; value: GuestContact } | { ok: false; errors: FormErrors };

/** How the guest is reached, or what is wrong with the field of the chosen way. */
export function guestContact(values: Readonly<Record<string, readonly string[]>>): Reached {
  const by = contactWays.find((way) => way === (values.contactBy?.[0] ?? 'email'));
  const typed = (field: string) => values[field]?.[0] ?? '';
  if (by === undefined) return { ok: false, errors: { contactBy: [{ key: 'error.choice' }] } };
  if (by === 'email') {
    const email = emailField.safeParse(typed('email'));
    if (email.success) return { ok: true, value: { by, email: email.data } };
    return { ok: false, errors: { email: [{ key: typed('email').trim() === '' ? 'error.required' : 'error.email' }] } };
  }
  const field = by === 'phone' ? 'phone' : 'postAddress';
  const words = line(by === 'phone' ? bounds.contactPhone : bounds.contactAddress).safeParse(typed(field));
  // What is too long is complained about by the schema of the form.
  if (!words.success || words.data === '')
    return {
      ok: false,
      errors: { [field]: [{ key: by === 'phone' ? 'register.error.phone' : 'register.error.address' }] },
    };
  if (by === 'phone' && words.data.replace(/\D/g, '').length < shortestPhone)
    return { ok: false, errors: { phone: [{ key: 'register.error.phone' }] } };
  return { ok: true, value: { by, words: words.data } };
}

/** Digits of a number with its area code. */
const shortestPhone = 9;

/** The code of a letter that waits at the office. */
export const codeSchema = z.object({ code: line(bounds.filingCode).min(1, 'error.required') });

/** How and when a letter came, and under which sign. */
const receivedFields = {
  channel: z.enum(officeChannels, 'error.choice'),
  receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
  receivedAt: z
    .string()
    .regex(/^(\d{2}:\d{2})?$/, 'error.invalid')
    .default(''),
  caseSign: line(bounds.caseSign).default('').transform(noEmpty),
};

/** What an official says of a letter that came by its code; the rest its author said. */
export const codeEntrySchema = codeSchema.extend(receivedFields);

/** What an official says of a letter that came elsewhere. Without a name it is unsigned. */
export const officeSchema = z.object({
  ...receivedFields,
  authorName: line(bounds.authorName).default(''),
  nameIsPublic,
  organisation: line(bounds.organisation).default('').transform(noEmpty),
  contactEmail: z
    .union([z.literal(''), emailField], 'error.email')
    .default('')
    .transform(noEmpty),
  contactAddress: line(bounds.contactAddress).default('').transform(noEmpty),
  contactPhone: line(bounds.contactPhone).default('').transform(noEmpty),
});

/** What an account says of its signature. */
export const accountSchema = z.object({ nameIsPublic });

/** Fields about who signs and how it came; all others are those of the points. */
export const personFields: readonly string[] = [
  'name',
  'nameIsPublic',
  'organisation',
  'contactBy',
  'email',
  'phone',
  'postAddress',
  'consent',
  'channel',
  'receivedOn',
  'receivedAt',
  'caseSign',
  'authorName',
  'contactEmail',
  'contactAddress',
  'contactPhone',
  'scanHash',
  'scanName',
  'file',
];
