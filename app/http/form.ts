import { z } from 'zod';
import { isMessageKey, type MessageKey, type MessageParams } from '#app/i18n/translate.ts';

/** What is wrong with a field, as a message of the catalogue. */
export type FieldError = { key: MessageKey; params?: MessageParams };

/** A refused form: what was typed and what is wrong, field by field. */
export type FormFailure = { values: Record<string, string[]>; errors: Record<string, FieldError[]> };

export type ParsedForm<T> = { ok: true; value: T; values: FormFailure['values'] } | { ok: false; failure: FormFailure };

/**
 * Reads a form by a zod object schema. Fields named `x` arrive as strings ('' when empty), repeated ones as arrays when
 * the schema wants an array. Messages in the schema are catalogue keys; issues without one get a fitting key.
 */
export function parseForm<S extends z.ZodObject>(form: FormData, schema: S): ParsedForm<z.infer<S>> {
  const values = formValues(form);
  const input: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const all = form.getAll(name);
    input[name] = wantsArray(field) ? all : all[0] instanceof File ? all[0] : normaliseLines(all[0]);
  }
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data, values };
  return { ok: false, failure: { values, errors: errorsOf(result.error) } };
}

/** A refusal decided by a use case rather than by the schema, with what was typed kept. */
export function fieldFailure(values: FormFailure['values'], field: string, key: MessageKey, params?: MessageParams): FormFailure {
  return { values, errors: { [field]: [params ? { key, params } : { key }] } };
}

export function formValues(form: FormData): FormFailure['values'] {
  const values: FormFailure['values'] = {};
  for (const [name, value] of form) {
    // A password never travels back to the page.
    if (typeof value !== 'string' || /password/i.test(name)) continue;
    (values[name] ??= []).push(normaliseLines(value));
  }
  return values;
}

/** Browsers send line ends as CRLF; the product keeps LF. */
function normaliseLines(value: string): string;
function normaliseLines(value: FormDataEntryValue | undefined): string | undefined;
function normaliseLines(value: FormDataEntryValue | undefined): unknown {
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : value;
}

function wantsArray(field: unknown): boolean {
  let inner = field;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap();
  return inner instanceof z.ZodArray;
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
      return Number(issue.minimum) <= 1 ? { key: 'error.required' } : { key: 'error.too-short', params: { min: Number(issue.minimum) } };
    case 'too_big':
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
