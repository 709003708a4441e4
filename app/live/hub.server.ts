import { randomUUID } from 'node:crypto';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { outageOf } from '#app/log/outage.server.ts';
import { beatMs, mostListeners } from './bounds.ts';
import { beatEvent, changedEvent } from './events.ts';
import { subjectOf, type LiveChannel } from './subjects.server.ts';

/** One open line. */
export type Listener = {
  network: string;
  /** Hands on what is to be read; what cannot be taken ends the line. */ send(text: string): void;
  end(): void;
};

type Channel = { listeners: Set<Listener>; n: number; telling: Promise<void> };

export type Hub = {
  /** Names this process in what it tells others, so that it does not hear itself. */
  readonly origin: string;
  /** Adds a line; null when there are too many. The returned function ends it. */
  add(channel: LiveChannel, listener: Listener): (() => void) | null;
  /** A change was kept, in this process or another: everybody on the channel is told. */
  heard(payload: string): void;
  /** Nobody may have told of changes for a while: counters are looked up. */
  lookUp(): Promise<void>;
  listeners(): number;
  /** Ends every line, for good. */
  stop(): void;
};

/** Who listens to what in this process. One for the program; tests make their own. */
export function makeHub(db: () => PrismaClient): Hub {
  const channels = new Map<string, Channel>();
  const perNetwork = new Map<string, number>();
  const outage = outageOf('live pages');
  let all = 0;
  let isStopped = false;
  const beat = setInterval(() => {
    for (const { listeners } of channels.values()) for (const each of listeners) each.send(beatEvent);
  }, beatMs).unref();

  const tell = (channel: Channel, n: number, shown: unknown) => {
    if (n <= channel.n) return;
    channel.n = n;
    const text = changedEvent(n, shown);
    for (const each of channel.listeners) each.send(text);
  };
  type Notice = { name: string; n: number; about: string | undefined };
  const tellAfter = async (before: Promise<void>, channel: Channel, { name, n, about }: Notice) => {
    await before;
    let shown: unknown = null;
    try {
      if (about) shown = (await subjectOf(name)?.subject.shown(db(), about)) ?? null;
      outage.works();
    } catch (error) {
      outage.failed(error);
    }
    tell(channel, n, shown);
  };
  const remove = (name: string, listener: Listener) => {
    const channel = channels.get(name);
    if (!channel?.listeners.delete(listener)) return;
    if (channel.listeners.size === 0) channels.delete(name);
    all -= 1;
    const left = (perNetwork.get(listener.network) ?? 1) - 1;
    if (left > 0) perNetwork.set(listener.network, left);
    else perNetwork.delete(listener.network);
  };

  return {
    origin: randomUUID().slice(0, 8),
    add(name, listener) {
      const fromNetwork = perNetwork.get(listener.network) ?? 0;
      if (isStopped || all >= mostListeners.all || fromNetwork >= mostListeners.network) return null;
      const channel = channels.get(name) ?? { listeners: new Set(), n: 0, telling: Promise.resolve() };
      channels.set(name, channel);
      channel.listeners.add(listener);
      perNetwork.set(listener.network, fromNetwork + 1);
      all += 1;
      return () => remove(name, listener);
    },
    heard(payload) {
      const [name = '', counter, about] = payload.split(' ');
      const channel = channels.get(name);
      if (!channel) return;
      const n = Number(counter);
      // One after the other: what was kept first is told first, however long it takes to look at.
      channel.telling = tellAfter(channel.telling, channel, { name, n, about });
    },
    async lookUp() {
      const ids = new Map<string, string[]>();
      for (const name of channels.keys()) {
        const found = subjectOf(name);
        if (found) ids.set(found.kind, [...(ids.get(found.kind) ?? []), found.id]);
      }
      for (const [kind, some] of ids) {
        const counters = await subjectOf(`${kind}:${some[0]}`)!.subject.counters(db(), some);
        for (const [id, n] of counters) {
          const channel = channels.get(`${kind}:${id}`);
          if (channel) tell(channel, n, null);
        }
      }
    },
    listeners: () => all,
    stop() {
      isStopped = true;
      clearInterval(beat);
      for (const { listeners } of channels.values()) for (const each of listeners) each.end();
    },
  };
}
