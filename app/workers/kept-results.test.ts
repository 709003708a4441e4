import { expect, test } from 'vitest';
import { createKeptResults } from './kept-results.ts';

const bytes = (length: number) => () => Promise.resolve(new Uint8Array(length));

test('the ones asked for longest ago make room, and what is too large for the shelf is not put there', async () => {
  const kept = createKeptResults(1_000);
  await kept.of('a', bytes(250));
  await kept.of('b', bytes(250));
  await kept.of('c', bytes(250));
  await kept.of('a', bytes(1));
  await kept.of('d', bytes(250));
  await kept.of('e', bytes(250));
  expect((await kept.of('a', bytes(1))).length).toBe(250);
  expect((await kept.of('b', bytes(2))).length).toBe(2);
  expect((await kept.of('large', bytes(900))).length).toBe(900);
  expect((await kept.of('large', bytes(3))).length).toBe(3);
  expect(kept.bytes()).toBeLessThanOrEqual(1_000);
});

test('a failure reaches everybody who waits for it, and the next one tries again', async () => {
  const kept = createKeptResults(1_000);
  const fail = () => Promise.reject(new Error('no'));
  const both = await Promise.allSettled([kept.of('a', fail), kept.of('a', bytes(1))]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect((await kept.of('a', bytes(5))).length).toBe(5);
});
