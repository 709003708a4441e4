import { expect, test } from 'vitest';
import {
  compareNumbers,
  follows,
  fromRoman,
  letterMark,
  letterPosition,
  ordinal,
  readOrdinal,
  toRoman,
} from './letters.ts';

test('letters run a … z, za … zz, zza … (§ 57 ust. 4–5 ZTP)', () => {
  expect([1, 2, 26, 27, 28, 52, 53, 78, 79].map(letterMark)).toEqual([
    'a',
    'b',
    'z',
    'za',
    'zb',
    'zz',
    'zza',
    'zzz',
    'zzza',
  ]);
  for (let n = 1; n <= 200; n += 1) expect(letterPosition(letterMark(n))).toBe(n);
  expect(letterPosition('ł')).toBeNull();
  expect(letterPosition('ab')).toBeNull();
  expect(() => letterMark(0)).toThrow(RangeError);
});

test('inserted numbers sort between their neighbours (§ 89 ZTP)', () => {
  const order = ['1', '2', '2a', '2aa', '2b', '2z', '2za', '3', '10'];
  expect([...order].reverse().sort(compareNumbers)).toEqual(order);
  expect(['a', 'z', 'za', 'zz'].sort(compareNumbers)).toEqual(['a', 'z', 'za', 'zz']);
});

test('only the next number follows', () => {
  for (const [before, after] of [
    ['1', '2'],
    ['5', '5a'],
    ['5a', '5b'],
    ['5a', '5aa'],
    ['5aa', '5b'],
    ['5z', '5za'],
    ['5b', '6'],
    ['385', '385[1]'],
    ['385[1]', '386'],
    ['z', 'za'],
    ['b', 'ba'],
    ['9', '10'],
  ] as const) {
    expect([before, after, follows(before, after)]).toEqual([before, after, true]);
  }
  for (const [before, after] of [
    ['1', '3'],
    ['5', '5b'],
    ['5b', '5a'],
    ['2', '2'],
    ['a', 'c'],
    ['3', '1'],
  ] as const) {
    expect([before, after, follows(before, after)]).toEqual([before, after, false]);
  }
});

test('Roman numerals both ways, ill-formed ones refused', () => {
  for (const n of [1, 4, 9, 14, 40, 90, 399, 1994]) expect(fromRoman(toRoman(n))).toBe(n);
  expect([fromRoman('IIII'), fromRoman('IC'), fromRoman(''), fromRoman('ABC')]).toEqual([null, null, null, null]);
});

test('ordinals of tirets are written and read in any case', () => {
  expect([1, 2, 11, 20, 21, 35].map(ordinal)).toEqual([
    'pierwsze',
    'drugie',
    'jedenaste',
    'dwudzieste',
    'dwudzieste pierwsze',
    'trzydzieste piąte',
  ]);
  for (let n = 1; n <= 99; n += 1) expect(readOrdinal(ordinal(n))).toBe(n);
  expect(['pierwszym', 'drugiego', 'trzeciej', 'trzecim', 'ósmym'].map(readOrdinal)).toEqual([1, 2, 3, 3, 8]);
  expect(readOrdinal('żadne')).toBeNull();
});
