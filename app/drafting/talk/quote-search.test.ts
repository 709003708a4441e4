import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findQuote, findQuotes, tellApart, type Range } from './quote.ts';

/** The promise as a pattern, which on words that repeat takes the product of both lengths. */
function byPattern(text: string, quote: string): Range | null {
  const words = quote.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const found = new RegExp(
    words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`),
    'u',
  ).exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}

test('quoted words are found where the pattern finds them', () => {
  const words = (max: number) =>
    fc
      .array(fc.constantFrom('a', 'b', 'ż', ' ', '\u00a0', '\n', '.', '(', 'aa'), { maxLength: max })
      .map((parts) => parts.join(''));
  fc.assert(
    fc.property(words(30), words(6), (text, quote) => {
      expect(findQuotes(text, quote)[0] ?? null).toEqual(byPattern(text, quote));
    }),
    { numRuns: 3000 },
  );
});

test('a quote that nearly repeats is sought in one pass', () => {
  expect(findQuote('a '.repeat(150_000), `${'a '.repeat(900)}b`)).toBeNull();
  expect(findQuote(`${'a '.repeat(150_000)}b`, 'a b')).toEqual({ from: 299_998, to: 300_001 });
});

test('words that stand twice are no place, and a word beside each tells them apart', () => {
  const text = 'Uwagi w terminie 14 dni, odpowiedzi w terminie 14 dni od uwag.';
  expect(findQuotes(text, '14 dni')).toEqual([
    { from: 17, to: 23 },
    { from: 47, to: 53 },
  ]);
  expect(findQuote(text, '14 dni')).toBeNull();
  expect(findQuote(text, '14 dni od')).toEqual({ from: 47, to: 56 });
  expect(tellApart(text, '14 dni')).toEqual(['terminie 14 dni,', 'terminie 14 dni od']);
});

test('what tells words apart stands in the text once, and holds them', () => {
  const word = fc.constantFrom('a', 'b', 'ab', '14', 'dni,');
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 14 }), word, (words, quote) => {
      const text = words.join(' ');
      for (const phrase of tellApart(text, quote)) {
        expect(findQuotes(text, phrase)).toHaveLength(1);
        expect(phrase).toContain(quote);
      }
    }),
  );
});
