import { expect, test } from 'vitest';
import { isCited, isWithin, readSought } from './sought.ts';

test.each([
  ['§ 340 ust. 2', ['§', '340', 'ust', '2']],
  ['§340 ust2', ['§', '340', 'ust', '2']],
  ['§\u00a0340\u00a0ust.\u00a02', ['§', '340', 'ust', '2']],
  ['340 ust 2', ['340', 'ust', '2']],
  ['§ 7a', ['§', '7a']],
  ['§ 3 ust. 1 pkt 2 lit. b', ['§', '3', 'ust', '1', 'pkt', '2', 'lit', 'b']],
  ['ust. 3', ['ust', '3']],
  ['ZAŁĄCZNIK NR 2', ['zalacznik', '2']],
  ['art. 5 ust. 1', ['art', '5', 'ust', '1']],
])('„%s” is a citation', (typed, words) => {
  expect(readSought(typed)).toMatchObject({ citation: words, number: null });
  expect(readSought(typed.normalize('NFD')).citation).toEqual(words);
});

test.each([
  ['340'],
  ['autobus'],
  ['ust'],
  ['14 dni'],
  ['punkt widokowy'],
  ['ustawa o samorządzie'],
  ['ustawa 2'],
  ['§'],
  [''],
  ['literatura'],
  ['„§ 7 ust. 1”'],
])('„%s” is no citation', (typed) => expect(readSought(typed).citation).toBeNull());

test('a citation and words stand side by side', () => {
  const { citation, patterns, number } = readSought('§ 7 ust. 1 autobus');
  expect(citation).toEqual(['§', '7', 'ust', '1']);
  expect(patterns.map((pattern) => new RegExp(pattern, 'u').test('linia autobusu'))).toEqual([false, true]);
  expect(patterns.map((pattern) => new RegExp(pattern, 'u').test('w §\u00a07 ust.\u00a01'))).toEqual([true, false]);
  expect(number).toBeNull();
  expect(readSought('nr 8')).toMatchObject({ number: 8, citation: null });
});

test('a unit is within what is cited when it is that or stands below', () => {
  const cited = readSought('§ 34').citation!;
  expect(
    ['§ 34', '§ 34 ust. 2', '§ 340', '§ 3', 'załącznik nr 1 § 34 ust. 1', '§ 34a'].map((unit) => isWithin(unit, cited)),
  ).toEqual([true, true, false, false, true, false]);
  expect(isWithin('§ 7 ust. 3 pkt 1', readSought('ust. 3').citation!)).toBe(true);
  expect(['§ 7', '§ 7 ust. 1', '§ 34 ust. 1'].map((unit) => isCited(unit, ['ust', '1']))).toEqual([false, true, true]);
  expect(isWithin('§ 2 ust. 7', readSought('§ 7').citation!)).toBe(false);
});
