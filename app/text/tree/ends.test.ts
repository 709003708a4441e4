import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composed, decomposed } from './compose.ts';
import { lastWord, onOneLine, withoutEnd, withoutEnds, withoutLastWord } from './ends.ts';

const words = fc
  .array(fc.constantFrom(' ', '\n', '\t', '\r', '\u00a0', '-', '.', 'a', 'ż', 'a\u0301', '😀', '\u2028'), {
    maxLength: 24,
  })
  .map((parts) => parts.join(''));

test('the ends of a text are what the patterns would take', () => {
  fc.assert(
    fc.property(words, (text) => {
      expect(withoutEnd(text, '.-')).toBe(text.replace(/[.-]+$/, ''));
      expect(withoutEnds(text, '-')).toBe(text.replace(/^-+|-+$/g, ''));
      expect(lastWord(text)).toBe(/\S*$/.exec(text)![0]);
      expect(withoutLastWord(text)).toBe(text.replace(/\s+\S*$/, ''));
      expect(onOneLine(text)).toBe(text.replace(/\s*\n\s*/g, ' '));
    }),
    { numRuns: 3000 },
  );
});

test('composing gives what Unicode says, however many marks stand on a letter', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'e', '\u0301', '\u0323', '\u0328', 'ż', '😀', '\ud83d') }),
      (text) => {
        expect(composed(text)).toBe(text.normalize('NFC'));
        expect(decomposed(text)).toBe(text.normalize('NFD'));
      },
    ),
  );
  // 160,000 marks put in order by insertion would be 25 billion steps.
  const zalgo = `a${'\u0301\u0323'.repeat(80_000)}`;
  expect(composed(zalgo).length).toBeGreaterThan(150_000);
  expect(composed(composed(zalgo).slice(0, 20))).toBe(composed(zalgo).slice(0, 20));
});
