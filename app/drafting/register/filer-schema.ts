import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedLine } from '#app/forms/typed-text.ts';
import { emailField } from '#app/people/schema.ts';
import { officeChannels } from '../state/channels.ts';

const line = (max: number) => typedLine({ max });
/** A box nobody ticked for them: the name is public only when the person asks for it. */
const nameIsPublic = z
  .literal(['', 'yes'])
  .default('')
  .transform((value) => value === 'yes');
const noEmpty = (text: string) => (text === '' ? null : text);

/** Who a guest is. The information clause has to be read before anything is sent. */
export const guestSchema = z.object({
  name: typedLine({ min: 1, max: bounds.guestName }),
  organisation: line(bounds.organisation).default('').transform(noEmpty),
  email: emailField,
  nameIsPublic,
  consent: z.literal('yes', 'register.error.consent'),
});

/** What an official says of a letter that came elsewhere. Without a name it is unsigned. */
export const officeSchema = z.object({
  channel: z.enum(officeChannels, 'error.choice'),
  receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
  receivedAt: z
    .string()
    .regex(/^(\d{2}:\d{2})?$/, 'error.invalid')
    .default(''),
  caseSign: line(bounds.caseSign).default('').transform(noEmpty),
  authorName: line(bounds.authorName).default(''),
  nameIsPublic,
  organisation: line(bounds.organisation).default('').transform(noEmpty),
  contactEmail: z
    .union([z.literal(''), emailField], 'error.email')
    .default('')
    .transform(noEmpty),
  contactAddress: line(bounds.contactAddress).default('').transform(noEmpty),
});

/** What an account says of its signature. */
export const accountSchema = z.object({ nameIsPublic });
