import { z } from 'zod';
import { cleanText } from '../clean-text.ts';
import { officeChannels } from './channels.ts';

const line = (max: number) => z.string().transform((text) => cleanText(text).replace(/\s+/g, ' ')).pipe(z.string().max(max));
const requiredLine = (max: number) => z.string().transform((text) => cleanText(text).replace(/\s+/g, ' ')).pipe(z.string().min(1).max(max));
const email = z.string().transform((text) => text.trim().toLowerCase()).pipe(z.email().max(254));
/** A box nobody ticked for them: the name is public only when the person asks for it. */
const nameIsPublic = z.literal(['', 'yes']).default('').transform((value) => value === 'yes');
const noEmpty = (text: string) => (text === '' ? null : text);

/** Who a guest is. The information clause has to be read before anything is sent. */
export const guestSchema = z.object({
  name: requiredLine(120),
  organisation: line(200).default('').transform(noEmpty),
  email,
  nameIsPublic,
  consent: z.literal('yes', 'register.error.consent'),
});

/** What an official says of a letter that came elsewhere. Without a name it is unsigned. */
export const officeSchema = z.object({
  channel: z.enum(officeChannels, 'error.choice'),
  receivedOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
  receivedAt: z.string().regex(/^(\d{2}:\d{2})?$/, 'error.invalid').default(''),
  caseSign: line(100).default('').transform(noEmpty),
  authorName: line(200).default(''),
  nameIsPublic,
  organisation: line(200).default('').transform(noEmpty),
  contactEmail: z.union([z.literal(''), email], 'error.email').default('').transform(noEmpty),
  contactAddress: line(300).default('').transform(noEmpty),
});

/** What an account says of its signature. */
export const accountSchema = z.object({ nameIsPublic });
