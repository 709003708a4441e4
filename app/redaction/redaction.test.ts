import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPersonalData } from '#app/record/covered/personal-data.ts';
import { coverJson, coverText, repeatsAny } from '#app/record/covered/cover-words.ts';
import { grounds, marksIn, redactionMark as markOf } from '#app/record/covered/grounds.ts';
import { redact, suggestWording } from '#app/record/covered/public-wording.ts';

const redactionMark = markOf('personal-data', new Date('2026-11-12T10:00:00Z'));

const kinds = (text: string) => findPersonalData(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);

test('a PESEL counts with its check digit only', () => {
  expect(kinds('Mój PESEL to 44051401359.')).toEqual([['pesel', '44051401359']]);
  expect(kinds('Numer sprawy 44051401358.')).toEqual([]);
});

test('telephones, addresses of e-mail and account numbers are found in the ways people write them', () => {
  expect(kinds('Proszę dzwonić: 501 234 567 albo +48 501-234-567, dom (32) 234 56 78.').map(([kind]) => kind)).toEqual([
    'phone',
    'phone',
    'phone',
  ]);
  expect(kinds('Piszcie na jan.kowalski+gmina@poczta.example.pl.')).toEqual([
    ['email', 'jan.kowalski+gmina@poczta.example.pl'],
  ]);
  expect(kinds('Konto PL61 1090 1014 0000 0712 1981 2874')).toEqual([['iban', 'PL61 1090 1014 0000 0712 1981 2874']]);
  expect(kinds('Konto 61 1090 1014 0000 0712 1981 2875').filter(([kind]) => kind === 'iban')).toEqual([]);
});

test('a street with a number is an address, a street alone and numbers of law are not', () => {
  expect(kinds('Mieszkam przy ul. Polnej 12/4, 41-100 Jurowice.')).toEqual([
    ['address', 'ul. Polnej 12/4, 41-100 Jurowice'],
  ]);
  expect(kinds('os. 1000-lecia nie, ale al. Jana Pawła II 3 tak')).toEqual([['address', 'al. Jana Pawła II 3']]);
  expect(kinds('Na ul. Szkolnej brakuje lamp. § 12 ust. 3 pkt 4, Dz. U. z 2024 r. poz. 1465, 14 dni.')).toEqual([]);
});

test('only removal is allowed', () => {
  const original = 'Nazywam się Jan Kowalski i mieszkam w Łęgach.';
  expect(redact(original, 'Nazywam się ███ ████ i mieszkam w Łęgach.', redactionMark)).toEqual({
    ok: true,
    wording: `Nazywam się ${redactionMark} i mieszkam w Łęgach.`,
    removed: ['Jan Kowalski'],
  });
  expect(redact(original, 'Nazywam się [...] i mieszkam w […].', redactionMark)).toMatchObject({
    ok: true,
    removed: ['Jan Kowalski', 'Łęgach'],
  });
  expect(redact(original, 'Nazywam się █ i mieszkam w Zarzeczu.', redactionMark)).toEqual({
    ok: false,
    code: 'not-derivable',
  });
  expect(redact(original, 'Nazywam się Jan Kowalski i mieszkam w Łęgach. █', redactionMark)).toEqual({
    ok: false,
    code: 'not-derivable',
  });
  expect(redact(original, original, redactionMark)).toEqual({ ok: false, code: 'nothing-removed' });
  expect(redact(original, '█', redactionMark)).toMatchObject({ ok: true, wording: redactionMark });
});

test('whatever is cut out of a text is accepted, and no removed stretch is left in place', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 9 }), (parts) => {
      const words = parts.map((part, at) => `${at}${part.replace(/[█[\]\r\n\s]/g, 'x')}`);
      const original = words.join(' ');
      const typed = words.map((word, at) => (at % 2 === 0 ? word : '█')).join(' ');
      const result = redact(original, typed, redactionMark);
      expect(result.ok).toBe(true);
    }),
  );
});

test('the suggestion blacks out what was found and keeps everything else', () => {
  const text = 'Telefon 501 234 567, e-mail a@b.pl.';
  expect(suggestWording(text, findPersonalData(text))).toBe('Telefon █, e-mail █.');
});

test('a mark names its ground and day, and can be typed again', () => {
  expect(redactionMark).toBe('[zasłonięto: dane osobowe, 12.11.2026]');
  for (const ground of grounds) {
    const mark = markOf(ground, new Date('2026-11-12T10:00:00Z'));
    expect(marksIn(`a ${mark} b`)).toBe(1);
    expect(redact('a x b', `a ${mark} b`, '*')).toEqual({ ok: true, wording: 'a * b', removed: ['x'] });
  }
});

const rule = (words: string, reach: 'field' | 'own' | 'copy' | 'law' = 'copy') => ({ reach, words, instead: '█' });

test('covered words are found however they are set, as whole words, and cut short too', () => {
  const cover = (text: string) => coverText(text, [rule('Jan Kowalski')], 'copy');
  expect(cover('JAN \n KOWALSKI, jan kowalski. Jana Kowalskiego.')).toBe('█, █. Jana Kowalskiego.');
  expect(cover('Pisze Jan Kowa…')).toBe('Pisze █…');
  expect(cover('Pisze Marian Ja…')).toBe('Pisze Marian Ja…');
  expect(coverText('Ola i szkoła', [rule('Ola', 'own')], 'own')).toBe('█ i szkoła');
  expect(coverText('Ola i szkoła', [rule('Ola', 'own')], 'copy')).toBe('Ola i szkoła');
  expect(coverText('a+b (c) [d] $&', [rule('a+b (c) [d] $&')], 'copy')).toBe('█');
});

test('covering twice changes nothing more', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 60 }),
      fc.string({ minLength: 1, maxLength: 12 }).filter((words) => words.trim() !== '' && !words.includes('█')),
      (text, words) => {
        const once = coverText(`${text} ${words} ${text}`, [rule(words)], 'copy');
        expect(coverText(once, [rule(words)], 'copy')).toBe(once);
      },
    ),
  );
});

test('in a document words are covered and what the program put there is not', () => {
  const document = {
    state: 'open',
    id: '019a0000-0000-7000-8000-000000000000',
    day: '2026-11-10',
    lines: [{ words: 'open 2026' }],
  };
  expect(coverJson(document, [rule('open'), rule('2026')], 'copy')).toEqual({ ...document, lines: [{ words: '█ █' }] });
});

test('a reason may not repeat what it covers', () => {
  expect(repeatsAny('Numer 501 234 567 jest prywatny.', ['501 234 567'])).toBe(true);
  expect(repeatsAny('Numer prywatny.', ['501 234 567', 'ul'])).toBe(false);
});
