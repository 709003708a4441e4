import { expect, onTestFinished, test } from 'vitest';
import { startChild } from '#tests/setup/child.ts';

function watched(how: string) {
  const child = startChild('tests/contract/watchdog-child.ts', [how]);
  onTestFinished(() => void child.process.kill('SIGKILL'));
  return child;
}

test('a process whose main thread never comes round is ended with a line that says so', async () => {
  const child = watched('hang');
  expect(await child.ended).toBe('SIGKILL');
  expect(child.lines()).toEqual(['begins']);
  expect(child.errors()).toMatch(/has not come round for 1 s/);
});

test('a process that waits is left alone and ends when its work is done', async () => {
  const child = watched('wait');
  expect(await child.ended).toBe(0);
  expect(child.lines()).toEqual(['begins', 'came round']);
});
