import { expect, test } from 'vitest';
import { standardLabel } from '../tree/labels.ts';
import type { UnitType } from '../tree/types.ts';
import { typedMark, typedUnits, withoutOwnMark } from './typed-mark.ts';

const kinds: Partial<Record<UnitType, string[]>> = {
  article: ['Art. 5.', 'Art. 5a.', 'Art.\u00a05.'],
  paragraph: ['§ 7.', '§ 7a.', '§7.', '§\u00a07a.', '§ 12 .'],
  subsection: ['1.', '2a.', '12.', '3 .', 'ust. 4.'],
  point: ['8)', '1a)', '8 )', '8.)', '8/', '(8)', 'pkt 8)', '8\u00a0)'],
  letter: ['a)', 'za)', 'b )', 'c.)', 'lit. d)'],
  indent: ['–', '-', '—', '•'],
  subindent: ['– –'],
};

test('a mark of the unit’s own kind is taken off, whatever blanks and unseen signs stand about it', () => {
  for (const [type, marks] of Object.entries(kinds))
    for (const mark of marks)
      for (const around of ['', ' ', '\u00a0', '\u200b', '\ufeff', '\u2060 '])
        expect(
          withoutOwnMark(
            `${around}${mark}${around || ' '}zakaz wjazdu;`.replace(/([\p{L}])(zakaz)/u, '$1 $2'),
            type as UnitType,
          ).words,
          `${type} ${mark}`,
        ).toBe('zakaz wjazdu;');
});

test('typed twice it is taken off twice', () => {
  expect(withoutOwnMark('8) 8) zakaz', 'point')).toEqual({ words: 'zakaz', mark: expect.stringContaining('8)') });
  expect(withoutOwnMark('1. 1. Zakaz.', 'subsection').words).toBe('Zakaz.');
  expect(withoutOwnMark('3. 3. Zakaz.', 'subsection').words).toBe('Zakaz.');
});

test('a mark of another kind is named and left alone', () => {
  for (const type of Object.keys(kinds))
    for (const [other, others] of Object.entries(kinds)) {
      if (other === type) continue;
      for (const mark of others) {
        const text = `${mark} zakaz wjazdu`;
        expect(typedMark(text, type as UnitType), `${mark} in ${type}`).toMatchObject({ own: false, type: other });
        expect(withoutOwnMark(text, type as UnitType)).toEqual({ words: text, mark: '' });
      }
    }
});

test('a number that begins a sentence is no mark', () => {
  const texts = [
    '14 dni od dnia ogłoszenia.',
    '2026 r. jest pierwszym rokiem.',
    '2026 rok',
    '§ 5 stosuje się odpowiednio.',
    '§ 5 ust. 2 stosuje się odpowiednio.',
    'art. 5 ustawy stosuje się.',
    '14. dnia miesiąca',
    '3. maja każdego roku',
    '1.500 zł',
    '1,5 m od krawędzi',
    '12.30 to godzina rozpoczęcia',
    'Zakaz wjazdu.',
    'a także parkowania',
    'pkt 8 stosuje się odpowiednio',
    'ust. 2 stosuje się',
    '',
  ];
  for (const type of Object.keys(kinds) as UnitType[])
    for (const text of texts) expect(typedMark(text, type), `${text} in ${type}`).toBeNull();
});

test('what stood there before was not typed now', () => {
  expect(typedMark('1) zakaz wjazdu', 'subsection', '1) zakaz postoju')).toBeNull();
  expect(withoutOwnMark('1) zakaz wjazdu', 'point', '1) zakaz postoju').words).toBe('1) zakaz wjazdu');
});

test('several marked lines are several units, and lines without a mark go on with theirs', () => {
  expect(typedUnits('8) zakaz wjazdu;\n9) zakaz postoju;', 'point')).toEqual([
    { words: 'zakaz wjazdu;', mark: '8)' },
    { words: 'zakaz postoju;', mark: '9)' },
  ]);
  expect(typedUnits('2. Pierwszy.\nDrugie zdanie.\n3. Trzeci.', 'subsection').map(({ words }) => words)).toEqual([
    'Pierwszy.\nDrugie zdanie.',
    'Trzeci.',
  ]);
  expect(typedUnits('Kto prowadzi:\n1) rejestr,\n2) wykaz', 'paragraph')).toEqual([
    { words: 'Kto prowadzi:\n1) rejestr,\n2) wykaz', mark: '' },
  ]);
  expect(typedUnits('– raz,\n– dwa', 'indent').map(({ words }) => words)).toEqual(['raz,', 'dwa']);
});

test('the mark that a unit prints is always one of its own', () => {
  for (const type of Object.keys(kinds) as UnitType[])
    expect(withoutOwnMark(`${standardLabel(type, type === 'letter' ? 'b' : '3')} Słowa.`, type).words).toBe('Słowa.');
});

test('a very long text costs no more than its beginning', () => {
  const long = `${' '.repeat(100_000)}8)${'\u200b'.repeat(100_000)} x`;
  const from = performance.now();
  typedMark(long, 'point');
  typedMark(`8)${' '.repeat(300_000)}x`, 'point');
  expect(performance.now() - from).toBeLessThan(500);
});
