import { expect, test } from 'vitest';
import { z } from 'zod';
import { fieldFailure, formValues, parseForm } from './form.ts';

function form(...fields: [string, string][]): FormData {
  const made = new FormData();
  for (const [name, value] of fields) made.append(name, value);
  return made;
}

const schema = z.object({
  email: z.email(),
  age: z.coerce.number().min(18).optional(),
  roles: z.array(z.string()).optional(),
});

test('a good form gives its value', () => {
  const parsed = parseForm(form(['email', 'a@b.pl'], ['roles', 'x'], ['roles', 'y']), schema);
  expect(parsed.ok && parsed.value).toEqual({ email: 'a@b.pl', roles: ['x', 'y'] });
});

test('a refused form says what is wrong with each field and keeps what was typed, but no password', () => {
  const parsed = parseForm(
    form(['email', 'a@'], ['password', 'secret'], ['note', 'kept']),
    schema.extend({ text: z.string().min(1) }),
  );
  expect(parsed.ok).toBe(false);
  if (parsed.ok) return;
  expect(parsed.failure.errors).toEqual({ email: [{ key: 'error.email' }], text: [{ key: 'error.required' }] });
  expect(parsed.failure.values).toEqual({ email: ['a@'], note: ['kept'] });
});

test('messages of the schema that are catalogue keys are used as they are', () => {
  const parsed = parseForm(form(['day', 'x']), z.object({ day: z.string().regex(/^\d+$/, 'error.date') }));
  expect(!parsed.ok && parsed.failure.errors).toEqual({ day: [{ key: 'error.date' }] });
});

test('lengths are told with their bounds', () => {
  const bounded = z.object({ short: z.string().min(10), long: z.string().max(3) });
  const parsed = parseForm(form(['short', 'abc'], ['long', 'abcd']), bounded);
  expect(!parsed.ok && parsed.failure.errors).toEqual({
    short: [{ key: 'error.too-short', params: { min: 10 } }],
    long: [{ key: 'error.too-long', params: { max: 3 } }],
  });
});

test('a number outside its bounds is not told as a length', () => {
  const parsed = parseForm(form(['age', '17']), z.object({ age: z.coerce.number().min(18) }));
  expect(!parsed.ok && parsed.failure.errors).toEqual({ age: [{ key: 'error.invalid' }] });
  const zero = parseForm(form(['n', '0']), z.object({ n: z.coerce.number().min(1) }));
  expect(!zero.ok && zero.failure.errors).toEqual({ n: [{ key: 'error.invalid' }] });
});

test('line ends become LF everywhere', () => {
  const parsed = parseForm(
    form(['a', '1\r\n2\r3'], ['b', '1\r\n2']),
    z.object({ a: z.string(), b: z.array(z.string()) }),
  );
  expect(parsed.ok && parsed.value).toEqual({ a: '1\n2\n3', b: ['1\n2'] });
  expect(parsed.ok && parsed.values).toEqual({ a: ['1\n2\n3'], b: ['1\n2'] });
});

test('a list behind a default or a transformation is still a list', () => {
  const lists = z.object({
    a: z.array(z.string()).default([]),
    b: z.array(z.string()).transform((all) => all.length),
    c: z.array(z.string()).nullable(),
  });
  const parsed = parseForm(form(['b', 'x'], ['b', 'y'], ['c', 'z']), lists);
  expect(parsed.ok && parsed.value).toEqual({ a: [], b: 2, c: ['z'] });
});

test('a file where words are wanted is refused, and a file is passed on where one is wanted', () => {
  const sent = new FormData();
  sent.append('text', new File(['x'], 'x.txt'));
  expect(parseForm(sent, z.object({ text: z.string() })).ok).toBe(false);
  const parsed = parseForm(sent, z.object({ text: z.instanceof(File) }));
  expect(parsed.ok && parsed.value.text.name).toBe('x.txt');
});

test('field names taken from the language itself do no harm', () => {
  const values = formValues(form(['__proto__', 'a'], ['constructor', 'b'], ['toString', 'c'], ['name', 'd']));
  expect(values).toEqual({ name: ['d'] });
  expect(parseForm(form(['__proto__', 'a']), z.object({ a: z.string().optional() })).ok).toBe(true);
});

test('a refusal of a use case names its field', () => {
  expect(fieldFailure({ a: ['1'] }, 'a', 'error.invalid')).toEqual({
    values: { a: ['1'] },
    errors: { a: [{ key: 'error.invalid' }] },
  });
});

test('a field that is too long is refused at its name before its schema reads it', () => {
  const read: string[] = [];
  const careful = z.object({
    text: z
      .string()
      .transform((text) => (read.push(text), text))
      .pipe(z.string().max(20)),
    day: z.string().regex(/^\d*$/),
    tags: z.array(z.string().max(3)),
  });
  const parsed = parseForm(
    form(['text', 'x'.repeat(21)], ['day', '1'.repeat(1001)], ['tags', 'abc'], ['tags', 'abcd']),
    careful,
  );
  expect(parsed.ok ? null : parsed.failure.errors).toEqual({
    text: [{ key: 'error.too-long', params: { max: 20 } }],
    day: [{ key: 'error.too-long', params: { max: 1000 } }],
    tags: [{ key: 'error.too-long', params: { max: 3 } }],
  });
  expect(read.join('')).toBe('');
  expect(parsed.ok ? null : parsed.failure.values.text?.[0]?.length).toBe(21);
});
