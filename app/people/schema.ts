import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { locales } from '#app/i18n/locale.ts';
import { officeLetters } from './office-letters.ts';

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'error.required')
  .max(bounds.email)
  .pipe(z.email('error.email'));
const nameField = z
  .string()
  .trim()
  .min(2)
  .max(bounds.displayName)
  .regex(/^[^\u0000-\u001f<>]*$/, 'error.invalid');

/** Rules beyond length are told apart by `passwordProblem`; here only what can be read at all. */
const newPassword = z.string().min(1, 'error.required').max(bounds.password);
/** Long enough for any password that could have been set, short enough not to feed the hash megabytes. */
const givenPassword = z.string().min(1, 'error.required').max(bounds.password);

export const registrationForm = z.object({ displayName: nameField, email: emailField, password: newPassword });
export const signInForm = z.object({
  email: emailField,
  password: givenPassword,
  /** Others use this device as well. */
  shared: z
    .enum(['', 'yes'])
    .default('')
    .transform((value) => value === 'yes'),
});
export const forgottenForm = z.object({ email: emailField });
export const newPasswordForm = z.object({ password: newPassword });

export const profileForm = z.object({
  displayName: nameField,
  locale: z.enum(locales),
  /** Asked of officials alone. */
  officeLetters: z.enum(officeLetters).optional(),
});
export const passwordChangeForm = z.object({ oldPassword: givenPassword, password: newPassword });
export const endSessionForm = z.object({ session: z.uuid() });

/** A guest has no password to give. */
export const emailChangeForm = z.object({
  email: emailField,
  oldPassword: z.string().max(bounds.password).default(''),
});
export const emailChangeWithPassword = z.object({ email: emailField, oldPassword: givenPassword });
export const closingForm = z.object({ oldPassword: z.string().max(bounds.password).default('') });
export const closingWithPassword = z.object({ oldPassword: givenPassword });
export const oneSignatureForm = z.object({ kind: z.enum(['filing', 'comment']), text: z.uuid() });
