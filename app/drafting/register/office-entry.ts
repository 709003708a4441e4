import type { z } from 'zod';
import { warsawInstant } from '#app/i18n/dates.ts';
import type { FormErrors } from './filing-form-reader.ts';
import type { officeSchema } from './filer-schema.ts';

type Input = z.infer<typeof officeSchema>;

/**
 * What the official typed about a letter, as the register keeps it. Without an hour it counts as received at the start of that day
 * in Poland, so that a letter of the last day is never late for want of an hour.
 */
export function readOfficeEntry({ receivedOn, receivedAt, nameIsPublic, ...entry }: Input) {
  const at = warsawInstant(receivedOn, receivedAt || '00:00');
  const errors: FormErrors = at ? {} : { receivedOn: [{ key: 'error.date' }] };
  return at ? { ok: true as const, value: { ...entry, receivedAt: at }, nameIsPublic } : { ok: false as const, errors };
}
