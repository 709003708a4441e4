import { expect, onTestFinished, test } from 'vitest';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { mostListeners } from './bounds.ts';
import { makeHub } from './hub.server.ts';
import { addLiveSubject } from './subjects.server.ts';

function hubOf(shown: (about: string) => Promise<unknown> = async (about) => ({ about })) {
  const counters = new Map([['1', 1]]);
  addLiveSubject('thing', { counters: async () => counters, shown: (_db, about) => shown(about) });
  const hub = makeHub(() => ({}) as PrismaClient);
  onTestFinished(() => hub.stop());
  const listen = (network = 'here') => {
    const read: string[] = [];
    let ended = false;
    const leave = hub.add('thing:1', { network, send: (text) => read.push(text), end: () => (ended = true) });
    return { leave, read, isEnded: () => ended };
  };
  return { hub, listen, counters };
}
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('what was kept first is told first, however long it takes to look at', async () => {
  let release = (_shown: unknown) => {};
  const slow = new Promise<unknown>((resolve) => (release = resolve));
  const { hub, listen } = hubOf((about) => (about === 'a' ? slow : Promise.resolve({ about })));
  const { read } = listen();
  hub.heard('thing:1 2 a');
  hub.heard('thing:1 3 b');
  await settled();
  expect(read).toEqual([]);
  release({ about: 'a' });
  await settled();
  expect(read).toEqual([
    'id: 2\nevent: changed\ndata: {"n":2,"shown":{"about":"a"}}\n\n',
    'id: 3\nevent: changed\ndata: {"n":3,"shown":{"about":"b"}}\n\n',
  ]);
});

test('a notice that comes twice, or after a newer one, is told once', async () => {
  const { hub, listen } = hubOf();
  const { read } = listen();
  for (const notice of ['thing:1 3', 'thing:1 3', 'thing:1 2', 'thing:2 9']) hub.heard(notice);
  await settled();
  expect(read).toEqual(['id: 3\nevent: changed\ndata: {"n":3}\n\n']);
});

test('what cannot be looked at is told as a change without content', async () => {
  const { hub, listen } = hubOf(async () => null);
  const { read } = listen();
  hub.heard('thing:1 2 gone');
  await settled();
  expect(read).toEqual(['id: 2\nevent: changed\ndata: {"n":2}\n\n']);
});

test('after notices may have been missed the counters are looked up', async () => {
  const { hub, listen, counters } = hubOf();
  const { read } = listen();
  counters.set('1', 7);
  await hub.lookUp();
  await hub.lookUp();
  expect(read).toEqual(['id: 7\nevent: changed\ndata: {"n":7}\n\n']);
});

test('one network has a bound of its own, and whoever leaves makes room', () => {
  const { hub, listen } = hubOf();
  const lines = Array.from({ length: mostListeners.network }, () => listen());
  expect(listen().leave).toBeNull();
  expect(listen('elsewhere').leave).not.toBeNull();
  lines[0]!.leave?.();
  lines[0]!.leave?.();
  expect(hub.listeners()).toBe(mostListeners.network);
  expect(listen().leave).not.toBeNull();
});

test('a program that stops ends every line and takes no new one', () => {
  const { hub, listen } = hubOf();
  const line = listen();
  hub.stop();
  expect(line.isEnded()).toBe(true);
  expect(listen().leave).toBeNull();
});
