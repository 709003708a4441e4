import { expect, test } from 'vitest';
import { createDoor } from './door.server.ts';
import type { Task } from './tasks.ts';
import { weighsAtMost } from './weight.ts';

test('words count by their characters, wherever they stand, and everything else a little', () => {
  expect([weighsAtMost('x'.repeat(10), 10), weighsAtMost('x'.repeat(11), 10)]).toEqual([true, false]);
  for (const inside of [
    { a: { b: 'x'.repeat(90) } },
    ['x'.repeat(90)],
    new Map([['k', 'x'.repeat(90)]]),
    new Map([['x'.repeat(90), 1]]),
    new Set(['x'.repeat(90)]),
    new Uint8Array(90),
  ]) {
    expect([weighsAtMost(inside, 110), weighsAtMost(inside, 80)]).toEqual([true, false]);
  }
  expect([weighsAtMost([1, 2, 3], 16), weighsAtMost([1, 2, 3], 15)]).toEqual([true, false]);
});

test('what stands in it twice counts once, and what holds itself has an end', () => {
  const text = { words: 'x'.repeat(50) };
  expect(weighsAtMost([text, text, text], 80)).toBe(true);
  const round: { self?: unknown } = {};
  round.self = round;
  expect(weighsAtMost(round, 20)).toBe(true);
});

test('it looks no further than it needs to', () => {
  let looked = 0;
  const watched = {
    get a() {
      looked += 1;
      return 'x'.repeat(100);
    },
  };
  expect([weighsAtMost(['x'.repeat(100), watched].toReversed(), 50), looked]).toEqual([false, 0]);
  expect(weighsAtMost(Array.from({ length: 1_000_000 }), 1_000)).toBe(false);
});

test('a light input is done here, a heavier one on the threads', async () => {
  const task: Task = { lane: 'reckoning', ms: 1_000, running: 1, waiting: 1, patience: 1_000, kept: false, light: 100 };
  const at = (place: string) => () => Promise.resolve({ ok: true as const, value: place });
  const door = createDoor(
    { weigh: task, always: { ...task, light: 0 } },
    { reckoning: { threads: 1, megabytes: 64 } },
    { poolOf: () => ({ run: at('thread'), close: () => Promise.resolve() }), here: at('here') },
  );
  expect(await Promise.all(['x'.repeat(100), 'x'.repeat(101)].map((words) => door.run('weigh', words)))).toEqual([
    'here',
    'thread',
  ]);
  expect(await door.run('always', 'x')).toBe('thread');
});
