import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outgrows } from '#tests/hostile/growth.ts';
import { findWords } from './find-words.ts';

/** The promise as a pattern, which says it shortly and tries the words anew from each place. */
function byPattern(text: string, words: string): { from: number; to: number }[] {
  const literal = words
    .trim()
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`))
    .join(String.raw`\s+`);
  const isLetter = (sign: string) => /[\p{L}\p{N}]/u.test(sign);
  const signs = [...words.trim()];
  const [before, after] = [
    isLetter(signs[0] ?? '') ? String.raw`(?<![\p{L}\p{N}])` : '',
    isLetter(signs.at(-1) ?? '') ? String.raw`(?![\p{L}\p{N}])` : '',
  ];
  return [...text.matchAll(new RegExp(`${before}${literal}${after}`, 'giu'))].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}

test('words are found where a pattern would find them', () => {
  const sign = fc.constantFrom(
    'a',
    'A',
    'b',
    'ż',
    'Ż',
    ' ',
    '\n',
    '\u00a0',
    '.',
    '(',
    '1',
    '𝐀',
    '😀',
    'İ',
    'Σ',
    'σ',
    '$',
  );
  const words = fc
    .array(sign, { minLength: 1, maxLength: 4 })
    .map((signs) => signs.join(''))
    .filter((each) => each.trim() !== '');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 40 }), words, (signs, wanted) => {
      const text = `${signs.join('')} ${wanted} ${signs.join('')}${wanted}`;
      // One letter of the Turks is another one to a pattern.
      if (/[İ]/.test(text)) return;
      expect(findWords(text, wanted)).toEqual(byPattern(text, wanted));
    }),
    { numRuns: 5_000 },
  );
  expect([findWords('', 'a'), findWords('a', ' '), findWords('İz İz', 'iz')]).toEqual([
    [],
    [],
    [
      { from: 0, to: 2 },
      { from: 3, to: 5 },
    ],
  ]);
});

test('the worst words cost what the text is long', async () => {
  expect(await outgrows(1_000_000, (size) => findWords('a'.repeat(size), `${'a'.repeat(size / 4)}b`))).toBeNull();
  expect(await outgrows(1_000_000, (size) => findWords('a '.repeat(size / 2), `${'a '.repeat(size / 8)}b`))).toBeNull();
});
