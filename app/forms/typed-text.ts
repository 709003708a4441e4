import { z } from 'zod';
import type { MessageKey, MessageParams } from '#app/i18n/translate.ts';
import { cleanText } from './clean-text.ts';

type Length = { min?: number; max: number };

/**
 * Words somebody types, several lines allowed. The length is checked on what was sent, before any pattern runs on it: what is
 * too long is refused unread. `max` is also what the form's field allows.
 */
export function typedText({ min = 0, max }: Length): z.ZodString {
  return z.string().max(max, { abort: true }).overwrite(cleanText).check(z.minLength(min));
}

/** The same on one line: every stretch of blanks is one space. */
export function typedLine({ min = 0, max }: Length): z.ZodString {
  return z
    .string()
    .max(max, { abort: true })
    .overwrite((text) => cleanText(text).replace(/\s+/g, ' '))
    .check(z.minLength(min));
}

type Complaints = Record<string, { key: MessageKey; params?: MessageParams }[]>;

/**
 * Reads fields that no schema names, because their number is not known before: cleaned words, or – with a complaint about the
 * field – what was typed as it came. Whoever gets a complaint does no more with the words than show them again.
 */
export function readTypedFields(
  values: Readonly<Record<string, readonly string[]>>,
  max: number,
  complaints: Complaints,
): (name: string) => string {
  return (name) => {
    const typed = values[name]?.[0] ?? '';
    if (typed.length <= max) return cleanText(typed);
    complaints[name] = [{ key: 'error.too-long', params: { max } }];
    return typed;
  };
}
