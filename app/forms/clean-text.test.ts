import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { cleanText } from './clean-text.ts';
import { longestOf } from './longest.ts';
import { readTypedFields, typedLine, typedText } from './typed-text.ts';

/** The promise as patterns, which say it shortly and take the square of a long run of blanks. */
function byPatterns(text: string): string {
  return text
    .replace(/(?<=\p{L})\u0002(?=\p{L})/gu, '-')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\ufeff]/g, '')
    .replace(/[ \t]+$/gm, '')
    .trim();
}

test('the cleaner keeps its promise on any words', () => {
  const words = fc
    .array(fc.constantFrom(' ', '\t', '\n', '\r', '\r\n', 'a', 'ż', '.', '\u0000', '\u0002', '\u200b', '\u00a0', '„'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(words, (text) => {
      expect(cleanText(text)).toBe(byPatterns(text));
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
    }),
    { numRuns: 2000 },
  );
});

test('typed words lose control characters and blanks at the edges, nothing else', () => {
  expect(cleanText('  Ala\u0000 ma\u200b kota. \r\n Drugi\twiersz  ')).toBe('Ala ma kota.\n Drugi\twiersz');
  // As it is copied out of a PDF, where a printed line ends with a hyphen.
  expect(cleanText('Komisja Rewizyjno\u0002Wyborcza\u0002')).toBe('Komisja Rewizyjno-Wyborcza');
  expect(cleanText('zażółć — „gęślą” \u00a0 1')).toBe('zażółć — „gęślą” \u00a0 1');
});

test('what is too long is refused before the cleaner or any check reads it', () => {
  const read: number[] = [];
  const watched = z
    .string()
    .max(5, { abort: true })
    .overwrite((text) => (read.push(text.length), text))
    .check(z.minLength(1));
  expect([watched.safeParse('123456').success, watched.safeParse('12345').success, read]).toEqual([false, true, [5]]);
  expect(
    typedText({ min: 1, max: 5 })
      .safeParse(' '.repeat(6))
      .error?.issues.map(({ code }) => code),
  ).toEqual(['too_big']);
  expect(typedText({ min: 1, max: 5 }).safeParse(' a\r').data).toBe('a');
  expect(
    typedText({ min: 1, max: 5 })
      .safeParse('     ')
      .error?.issues.map(({ code }) => code),
  ).toEqual(['too_small']);
  expect(typedLine({ max: 9 }).parse('a \n\t b')).toBe('a b');
});

test('a field whose name no schema knows gets its complaint and is shown as it was typed', () => {
  const complaints = {};
  const read = readTypedFields({ 'text-1': [' a '], 'text-2': ['   123456'] }, 5, complaints);
  expect([read('text-1'), read('text-2'), read('text-3')]).toEqual(['a', '   123456', '']);
  expect(complaints).toEqual({ 'text-2': [{ key: 'error.too-long', params: { max: 5 } }] });
});

test('the bound of a field is that of its schema, wherever it stands in it', () => {
  const text = typedText({ max: 70 });
  const fields = [
    text,
    text.default(''),
    text.optional(),
    text.nullable(),
    text.catch(''),
    text.transform((words) => words.length),
    z.string().transform(cleanText).pipe(z.string().max(70)),
    z.union([z.literal(''), z.email().max(70)]),
    z.array(text),
    z.union([z.literal(''), text.trim()]).default(''),
    z.string().trim().max(70),
  ];
  expect(fields.map(longestOf)).toEqual(fields.map(() => 70));
  expect([z.string(), z.enum(['a', 'b']), z.coerce.number(), z.literal('x'), z.iso.date()].map(longestOf)).toEqual([
    1000, 1000, 1000, 1000, 1000,
  ]);
});
