import { z } from 'zod';
import { longestOf } from '#app/forms/longest.ts';
import { isMessageKey, type MessageKey, type MessageParams } from '#app/i18n/translate.ts';

/** What is wrong with a field, as a message of the catalogue. */
type FieldError = { key: MessageKey; params?: MessageParams };

/** A refused form: what was typed and what is wrong, field by field. */
export type FormFailure = { values: Record<string, string[]>; errors: Record<string, FieldError[]> };

export type ParsedForm<T> = { ok: true; value: T; values: FormFailure['values'] } | { ok: false; failure: FormFailure };

/**
 * Reads a form by a zod object schema. Fields named `x` arrive as strings ('' when empty), repeated ones as arrays when
 * the schema wants an array. Messages in the schema are catalogue keys; issues without one get a fitting key. A field takes as
 * many characters as its schema says; where it says nothing, what fits a date, a number or a choice.
 */
export function parseForm<S extends z.ZodObject>(form: FormData, schema: S): ParsedForm<z.infer<S>> {
  const values = formValues(form);
  const input: Record<string, unknown> = {};
  const tooLong: FormFailure['errors'] = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const max = longestOf(field);
    const all = form.getAll(name).map((value) => {
      const line = normaliseLines(value);
      if (typeof line !== 'string' || line.length <= max) return line;
      // What is too long is refused unread: no pattern of the schema sees it.
      tooLong[name] = [{ key: 'error.too-long', params: { max } }];
      return '';
    });
    input[name] = wantsArray(field) ? all : all[0];
  }
  const result = schema.safeParse(input);
  if (result.success && Object.keys(tooLong).length === 0) return { ok: true, value: result.data, values };
  return { ok: false, failure: { values, errors: { ...(result.success ? {} : errorsOf(result.error)), ...tooLong } } };
}

/** A refusal decided by a use case rather than by the schema, with what was typed kept. */
export function fieldFailure(
  values: FormFailure['values'],
  field: string,
  key: MessageKey,
  params?: MessageParams,
): FormFailure {
  return { values, errors: { [field]: [params ? { key, params } : { key }] } };
}

export function formValues(form: FormData): FormFailure['values'] {
  const values: FormFailure['values'] = {};
  for (const [name, value] of form) {
    // A password never travels back to the page.
    if (typeof value !== 'string' || /password/i.test(name)) continue;
    // Names like `constructor` every object has; no form of ours has such a field.
    if (name in Object.prototype) continue;
    (values[name] ??= []).push(normaliseLines(value));
  }
  return values;
}

/** Browsers send line ends as CRLF; the product keeps LF. No key types U+0000, and PostgreSQL stores none. */
function normaliseLines<T>(value: T): T | string {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').replaceAll('\u0000', '') : value;
}

function wantsArray(field: unknown): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault)
    return wantsArray(field.unwrap());
  // A transformation has its schema in front, a preprocessing behind.
  if (field instanceof z.ZodPipe)
    return wantsArray(field.in) || (field.in instanceof z.ZodTransform && wantsArray(field.out));
  return field instanceof z.ZodArray;
}

function errorsOf(error: z.ZodError): FormFailure['errors'] {
  const errors: FormFailure['errors'] = {};
  for (const issue of error.issues) {
    const name = String(issue.path[0] ?? '');
    // The first complaint about a field is the one to fix first.
    errors[name] ??= [fieldErrorOf(issue)];
  }
  return errors;
}

function fieldErrorOf(issue: z.core.$ZodIssue): FieldError {
  if (isMessageKey(issue.message)) return { key: issue.message };
  switch (issue.code) {
    case 'too_small':
      if (issue.origin !== 'string' && issue.origin !== 'array') return { key: 'error.invalid' };
      return Number(issue.minimum) <= 1
        ? { key: 'error.required' }
        : { key: 'error.too-short', params: { min: Number(issue.minimum) } };
    case 'too_big':
      if (issue.origin !== 'string') return { key: 'error.invalid' };
      return { key: 'error.too-long', params: { max: Number(issue.maximum) } };
    case 'invalid_format':
      return { key: issue.format === 'email' ? 'error.email' : issue.format === 'url' ? 'error.url' : 'error.invalid' };
    case 'invalid_value':
    case 'invalid_union':
      return { key: 'error.choice' };
    case 'invalid_type':
      return { key: 'error.required' };
    default:
      return { key: 'error.invalid' };
  }
}
