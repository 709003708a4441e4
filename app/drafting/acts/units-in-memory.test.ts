import { expect, test } from 'vitest';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { sample, unitsOf } from '#app/drafting/acts/test-units.ts';
import { textMemory, type TextKey } from './units-in-memory.server.ts';

const units: readonly DraftUnit[] = unitsOf(sample);
const key = (version: number, covers = '0.0', consultationId = 'c'): TextKey => ({
  consultationId,
  version,
  versionId: `${consultationId}${version}`,
  covers,
});

test('a text is found by its version and by what was covered in it', () => {
  const memory = textMemory(1_000);
  memory.put(key(1), units);
  expect(memory.get(key(1))).toBe(units);
  expect(memory.get(key(2))).toBeUndefined();
  expect(memory.get(key(1, '1.0'))).toBeUndefined();
});

test('the nearest version is of the same consultation, with the same covered words', () => {
  const memory = textMemory(1_000);
  expect(memory.nearest(key(4))).toBeNull();
  for (const each of [key(1), key(3), key(9), key(4, '1.0'), key(4, '0.0', 'd')]) memory.put(each, units);
  expect(memory.nearest(key(4))?.key).toEqual(key(3));
  expect(memory.nearest(key(7))?.key).toEqual(key(9));
  expect(memory.nearest(key(5, '1.0'))?.key).toEqual(key(4, '1.0'));
});

test('texts take no more room than they are given: who was asked for longest ago goes first', () => {
  const memory = textMemory(units.length * 2);
  memory.put(key(1), units);
  memory.put(key(2), units);
  memory.get(key(1));
  memory.put(key(3), units);
  expect([1, 2, 3].map((version) => memory.get(key(version)) !== undefined)).toEqual([true, false, true]);
  expect(memory.units).toBe(units.length * 2);
  memory.put(key(4), [...units, ...units, ...units]);
  expect(memory.get(key(4))).toBeUndefined();
  expect(memory.get(key(3))).toBe(units);
});
