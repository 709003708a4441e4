import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPersonalData } from './personal-data.ts';
import { leakOf, redact, redactionMark, suggestWording } from './public-wording.ts';

const kinds = (text: string) => findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

test('a PESEL counts with its check digit only', () => {
  expect(kinds('Mój PESEL to 44051401359.')).toEqual([['pesel', '44051401359']]);
  expect(kinds('Numer sprawy 44051401358.')).toEqual([]);
});

test('telephones, addresses of e-mail and account numbers are found in the ways people write them', () => {
  expect(kinds('Proszę dzwonić: 501 234 567 albo +48 501-234-567, dom (32) 234 56 78.').map(([kind]) => kind)).toEqual(['phone', 'phone', 'phone']);
  expect(kinds('Piszcie na jan.kowalski+gmina@poczta.example.pl.')).toEqual([['email', 'jan.kowalski+gmina@poczta.example.pl']]);
  expect(kinds('Konto PL61 1090 1014 0000 0712 1981 2874')).toEqual([['iban', 'PL61 1090 1014 0000 0712 1981 2874']]);
  expect(kinds('Konto 61 1090 1014 0000 0712 1981 2875').filter(([kind]) => kind === 'iban')).toEqual([]);
});

test('a street with a number is an address, a street alone and numbers of law are not', () => {
  expect(kinds('Mieszkam przy ul. Polnej 12/4, 41-100 Jurowice.')).toEqual([['address', 'ul. Polnej 12/4, 41-100 Jurowice']]);
  expect(kinds('os. 1000-lecia nie, ale al. Jana Pawła II 3 tak')).toEqual([['address', 'al. Jana Pawła II 3']]);
  expect(kinds('Na ul. Szkolnej brakuje lamp. § 12 ust. 3 pkt 4, Dz. U. z 2024 r. poz. 1465, 14 dni.')).toEqual([]);
});

test('only removal is allowed', () => {
  const original = 'Nazywam się Jan Kowalski i mieszkam w Łęgach.';
  expect(redact(original, 'Nazywam się ███ ████ i mieszkam w Łęgach.')).toEqual({ ok: true, wording: `Nazywam się ${redactionMark} i mieszkam w Łęgach.`, removed: ['Jan Kowalski'] });
  expect(redact(original, 'Nazywam się [...] i mieszkam w […].')).toMatchObject({ ok: true, removed: ['Jan Kowalski', 'Łęgach'] });
  expect(redact(original, 'Nazywam się █ i mieszkam w Zarzeczu.')).toEqual({ ok: false, code: 'not-derivable' });
  expect(redact(original, 'Nazywam się Jan Kowalski i mieszkam w Łęgach. █')).toEqual({ ok: false, code: 'not-derivable' });
  expect(redact(original, original)).toEqual({ ok: false, code: 'nothing-removed' });
  expect(redact(original, '█')).toMatchObject({ ok: true, wording: redactionMark });
});

test('whatever is cut out of a text is accepted, and no removed stretch is left in place', () => {
  fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 9 }), (parts) => {
    const words = parts.map((part, at) => `${at}${part.replace(/[█[\]\r\n\s]/g, 'x')}`);
    const original = words.join(' ');
    const typed = words.map((word, at) => (at % 2 === 0 ? word : '█')).join(' ');
    const result = redact(original, typed);
    expect(result.ok).toBe(true);
  }));
});

test('the suggestion blacks out what was found and keeps everything else', () => {
  const text = 'Telefon 501 234 567, e-mail a@b.pl.';
  expect(suggestWording(text, findPersonalData(text))).toBe(`Telefon ${redactionMark}, e-mail ${redactionMark}.`);
});

test('removed words that stand in the proposed wording too are told, however they are set', () => {
  expect(leakOf(['Jan Kowalski'], ['Opiekunem jest JAN  KOWALSKI.'])).toBe('Jan Kowalski');
  expect(leakOf(['Jan Kowalski', 'ul'], ['Opiekunem jest Jan Kowalskiego.', null])).toBeNull();
});
