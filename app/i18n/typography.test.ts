import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBound } from '#app/text/tree/bound-spaces.ts';
import { bindSpaces, fold, slugify } from './typography.ts';

/** Shows non-breaking spaces as ~. */
const bound = (text: string) => bindSpaces(text).replaceAll('\u00a0', '~');

test('references, one-letter words and figures are bound to what follows', () => {
  expect(bound('zgodnie z § 5 ust. 2 pkt 1 lit. a')).toBe('zgodnie z~§~5 ust.~2 pkt~1 lit.~a');
  expect(bound('I w domu, i w gminie')).toBe('I~w~domu, i~w~gminie');
  expect(bound('w ciągu 14 dni, do 30 czerwca 2026 r. włącznie')).toBe(
    'w~ciągu 14~dni, do 30 czerwca 2026~r. włącznie',
  );
  expect(bound('kosztuje 5 zł za 1 dzień')).toBe('kosztuje 5~zł za 1~dzień');
  expect(bound('dla 12 osób, 3 tys. zł')).toBe('dla 12~osób, 3~tys. zł');
  expect(bound('(art. 5) o godz. 16.00')).toBe('(art.~5) o~godz.~16.00');
});

test('no line ends where a space would be bound', () => {
  expect([isBound('w', 'gminie'), isBound('§', '5'), isBound('14', 'dni,'), isBound('(art.', '5')]).toEqual(
    Array(4).fill(true),
  );
  expect([isBound('do', 'gminy'), isBound('gmina', 'w'), isBound('14', 'gmin'), isBound('', 'w')]).toEqual(
    Array(4).fill(false),
  );
});

test('a word that only begins like a unit is not bound', () => {
  expect(bound('na 5 osobach oraz 3 złote')).toBe('na 5 osobach oraz 3 złote');
});

test('binding changes nothing but spaces, and a second time nothing at all', () => {
  const words = fc.constantFrom(
    '§',
    'art.',
    'ust.',
    '5',
    '14',
    'dni',
    'r.',
    'zł',
    'w',
    'i',
    'gmina',
    '(',
    'dzień',
    '\n',
  );
  fc.assert(
    fc.property(
      fc.array(words).map((list) => list.join(' ')),
      (text) => {
        const once = bindSpaces(text);
        expect(once.replaceAll('\u00a0', ' ')).toBe(text);
        expect(bindSpaces(once)).toBe(once);
      },
    ),
  );
});

test('names are folded to lower case without diacritics', () => {
  expect(fold('  Łódź–Śródmieście, ŻÓŁĆ! ')).toBe('lodz srodmiescie zolc');
  expect(fold('')).toBe('');
});

test('a slug is made of whole words, and is never empty', () => {
  expect(slugify('Zasady i tryb konsultacji społecznych')).toBe('zasady-i-tryb-konsultacji-spolecznych');
  expect(slugify('Regulamin utrzymania czystości', 20)).toBe('regulamin-utrzymania');
  expect(slugify('a'.repeat(90))).toBe('a'.repeat(60));
  expect(slugify('§ — !')).toBe('tekst');
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slugify(text))));
});
