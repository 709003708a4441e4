import { expect, test } from 'vitest';
import { textLimits } from './remark.ts';
import { addsTooMuch, longestWith } from './word-limits.ts';

const long = 'słowo innego przepisu '.repeat(3_000);
const most = textLimits.wording;

test('what stands in the text does not count, however long it is and wherever it goes', () => {
  expect(addsTooMuch([long], [`${long} i nowe`])).toBe(false);
  expect(addsTooMuch([long], [long.split(' ').toReversed().join(' ')])).toBe(false);
  expect(addsTooMuch([long, long], [long + long])).toBe(false);
  expect(addsTooMuch([long], [''])).toBe(false);
});

test('what is added counts, also words that stand there fewer times', () => {
  expect([addsTooMuch([], ['x'.repeat(most)]), addsTooMuch([], ['x'.repeat(most + 1)])]).toEqual([false, true]);
  expect(addsTooMuch([long], [long + 'y'.repeat(most + 1)])).toBe(true);
  expect(addsTooMuch([long], [long + long])).toBe(true);
  expect(addsTooMuch([long], [long, `${'z'.repeat(most)} ${'v'.repeat(most)}`])).toBe(true);
});

test('a field has room for the words that stand and those that may be added, within what a clause may have', () => {
  expect([longestWith(0), longestWith(60_000), longestWith(299_999)]).toEqual([20_000, 80_000, 300_000]);
});
