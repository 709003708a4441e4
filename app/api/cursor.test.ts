import { expect, test } from 'vitest';
import { z } from 'zod';
import { pageOf, readCursor, writeCursor } from './cursor.ts';

const key = z.tuple([z.string(), z.int()]);

test('a cursor gives back the key it was made of, also with Polish letters', () => {
  const cursor = writeCursor(['Łódź', 7]);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor(cursor, key)).toEqual(['Łódź', 7]);
});

test('anything else is no cursor', () => {
  for (const bad of ['', 'x', '%%%', 'e30', writeCursor([7]), `${writeCursor(['a', 1])}x`, 'A'.repeat(400)])
    expect(readCursor(bad, key), bad).toBeNull();
});

test('a part of a list ends with a cursor only when something follows', () => {
  const rows = [{ n: 1 }, { n: 2 }, { n: 3 }];
  expect(pageOf(rows, 3, ({ n }) => [n])).toEqual({ items: rows, nextCursor: null });
  expect(pageOf(rows, 2, ({ n }) => [n])).toEqual({ items: rows.slice(0, 2), nextCursor: writeCursor([2]) });
  expect(pageOf([], 2, () => [0])).toEqual({ items: [], nextCursor: null });
});
