import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clustersOf } from './clusters.ts';
import { inPrintedOrder } from './direction.ts';
import { printable, printableLine } from './printable.ts';

test('printable text is composed, without ligatures and invisible signs, and stays the same when it is made so again', () => {
  expect(printable('z\u0307o\u0301\u0142c\u0301 o\ufb01ara')).toBe('żółć ofiara');
  expect(printable('a\r\nb\u2029c\td\u00ade')).toBe('a\nb\nc de');
  expect(printableLine('a\n b')).toBe('a b');
  expect(printable('Zażółć „gęślą” – § 5\n')).toBe('Zażółć „gęślą” – § 5\n');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => printable(printable(text)) === printable(text)));
});

test('letters with their marks are one, and no text is lost', () => {
  expect(clustersOf('x\u0302a👨‍👩‍👧🇵🇱')).toEqual(['x\u0302', 'a', '👨‍👩‍👧', '🇵🇱']);
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => clustersOf(text).join('') === text));
});

test('words from the right are turned round by words, figures within them are not, and no letter is lost', () => {
  const printed = (text: string) => inPrintedOrder([{ text }]).map((part) => part.text);
  expect(printed('abc def')).toEqual(['abc def']);
  expect(printed('x אב גד 12 ה y')).toEqual(['x ', 'ה', ' ', '12', ' ', 'גד', ' ', 'אב', ' y']);
  const letters = (text: string) => [...text.replaceAll('\u200f', '')].sort().join('');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'א', 'ب', '(', ')', '1', ' ', ', ', 'x\u0302', '😀')),
      (parts) => letters(printed(parts.join('')).join('')) === letters(parts.join('')),
    ),
  );
});

test('text of every kind is split in time that grows with its length', () => {
  for (const sign of ['\u0301', 'א', '\u200d', '👨‍', '中', 'a\u0302', '\ud800', '\u00ad', '(א']) {
    const start = performance.now();
    clustersOf(printable(sign.repeat(200_000)));
    inPrintedOrder([{ text: sign.repeat(20_000) }]);
    expect(performance.now() - start, sign).toBeLessThan(4_000);
  }
});
