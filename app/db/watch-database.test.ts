import { expect, test, vi } from 'vitest';
import { log } from '#app/log/log.server.ts';
import { asRequest, currentRequest } from '#app/log/request-context.server.ts';
import { watchDatabase } from './watch-database.server.ts';

test('a look that a request asked for is told once, as nobody’s: the request has a line of its own', async () => {
  const told: [string, string | undefined][] = [];
  for (const level of ['warn', 'info'] as const)
    vi.spyOn(log(), level).mockImplementation(((line: string) => told.push([line, currentRequest()?.id])) as never);
  let isAway = true;
  const watch = watchDatabase(
    { ask: () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve(1)), cut: () => {} },
    { boundMs: 1_000, everyMs: 60_000 },
  );
  try {
    expect(await asRequest('first', () => watch.check())).toBe(false);
    expect(await asRequest('second', () => watch.check())).toBe(false);
    expect(watch.isAnswering()).toBe(false);
    isAway = false;
    expect(await asRequest('third', () => watch.check())).toBe(true);
    expect(told.map(([, id]) => id)).toEqual([undefined, undefined]);
    expect(told[1]?.[0]).toBe('the database answers again');
  } finally {
    watch.stop();
    vi.restoreAllMocks();
  }
});
