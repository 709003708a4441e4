import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createDoor } from './door.server.ts';
import { createPool, type Pool } from './pool.server.ts';
import type { Task } from './tasks.ts';

const file = join(import.meta.dirname, '../../tests/fixtures/odd-worker.mjs');
const lanes = { reading: { threads: 1, megabytes: 40 }, making: { threads: 2, megabytes: 64 } };
const task: Task = { lane: 'reading', ms: 60_000, running: 1, waiting: 1, patience: 60_000, kept: false };
const tasks = {
  plain: task,
  brief: { ...task, ms: 1_500 },
  shared: { ...task, kept: true },
  wide: { ...task, lane: 'making' as const, running: 2, waiting: 4 },
  hasty: { ...task, patience: 20 },
};

const pools = new Map<string, Pool>(Object.entries(lanes).map(([name, lane]) => [name, createPool(file, lane)]));
const here = () => Promise.reject(new Error('not here'));
const door = () => createDoor(tasks, lanes, { poolOf: (lane) => pools.get(lane) ?? null, here });

afterAll(() => Promise.all([...pools.values()].map((pool) => pool.close())));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  );

test('work that takes too long is stopped with its thread, and the next work gets a new one', async () => {
  const { run } = door();
  expect(await codeOf(run('brief', { do: 'spin' }))).toBe('too-much-work');
  expect(await run('plain', { do: 'echo', value: 7 })).toBe(7);
});

test('while a thread is busy the others get their turn', async () => {
  const { run } = door();
  let turns = 0;
  const tick = setInterval(() => (turns += 1), 5);
  await codeOf(run('brief', { do: 'spin' }));
  clearInterval(tick);
  expect(turns).toBeGreaterThan(20);
});

test('work that takes too much memory ends its thread, not the program', async () => {
  const { run } = door();
  expect(await codeOf(run('plain', { do: 'hoard' }))).toBe('too-much-work');
  expect(await run('plain', { do: 'echo', value: 'still here' })).toBe('still here');
});

test('a thread that ends by itself fails its work alone', async () => {
  const { run } = door();
  expect(await codeOf(run('plain', { do: 'leave' }))).toMatch(/exit/);
  expect(await run('plain', { do: 'echo', value: 1 })).toBe(1);
});

test('a bound of the work itself is a refusal, a fault stays a fault', async () => {
  const { run } = door();
  expect(await codeOf(run('plain', { do: 'refuse' }))).toBe('too-much-work');
  expect(await codeOf(run('plain', { do: 'fail' }))).toBe('a fault of ours');
});

test('whoever comes to a full queue is asked to come again, and the ones before are served in order', async () => {
  const { run } = door();
  const order: number[] = [];
  const first = run('plain', { do: 'wait', ms: 50, value: 1 }).then((value) => order.push(Number(value)));
  const second = run('plain', { do: 'echo', value: 2 }).then((value) => order.push(Number(value)));
  expect(await codeOf(run('plain', { do: 'echo', value: 3 }))).toBe('busy');
  await Promise.all([first, second]);
  expect(order).toEqual([1, 2]);
  expect(await run('plain', { do: 'echo', value: 4 })).toBe(4);
});

test('nobody waits longer than his patience, and his place goes to the next', async () => {
  const { run } = door();
  const first = run('hasty', { do: 'wait', ms: 400, value: 1 });
  expect(await codeOf(run('hasty', { do: 'echo', value: 2 }))).toBe('busy');
  expect(await first).toBe(1);
  expect(await run('hasty', { do: 'echo', value: 3 })).toBe(3);
});

test('the input is loaded when the turn has come, not before', async () => {
  const { run } = door();
  const loaded: number[] = [];
  const order = (value: number) => () =>
    Promise.resolve(loaded.push(value)).then(() => ({ do: 'wait', ms: 30, value }));
  const both = [run('plain', order(1)), run('plain', order(2))];
  await new Promise((resolve) => setImmediate(resolve));
  expect(loaded).toEqual([1]);
  expect(await Promise.all(both)).toEqual([1, 2]);
});

test('many who ask for the same wait for one run, and it is kept for those who come after', async () => {
  const { run } = door();
  let loads = 0;
  const load = () => Promise.resolve((loads += 1)).then(() => ({ do: 'wait', ms: 20, value: 'same' }));
  expect(await Promise.all(Array.from({ length: 50 }, () => run('shared', load, 'key')))).toEqual(
    Array.from({ length: 50 }, () => 'same'),
  );
  expect(await run('shared', load, 'key')).toBe('same');
  expect(loads).toBe(1);
  await run('shared', load, 'another');
  expect(loads).toBe(2);
});

test('results are the same for the same input alone, and a failure is not kept', async () => {
  const { run } = door();
  const values = await Promise.all([
    run('shared', { do: 'echo', value: 'a' }),
    run('shared', { do: 'echo', value: 'a' }),
  ]);
  expect(values).toEqual(['a', 'a']);
  expect(await run('shared', { do: 'echo', value: 'b' })).toBe('b');
  expect(await codeOf(run('shared', { do: 'refuse' }))).toBe('too-much-work');
  expect(await codeOf(run('shared', { do: 'refuse' }))).toBe('too-much-work');
});

test('a lane runs as many as it has threads', async () => {
  const { run } = door();
  let running = 0;
  let most = 0;
  const load = () =>
    Promise.resolve().then(() => {
      running += 1;
      most = Math.max(most, running);
      return { do: 'wait', ms: 20, value: null };
    });
  await Promise.all(Array.from({ length: 6 }, () => run('wide', load).then(() => (running -= 1))));
  expect(most).toBe(2);
});
