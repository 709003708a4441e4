import { AsyncLocalStorage } from 'node:async_hooks';
import { networkOf } from './network.ts';

/** Who is asking, as far as the connection tells. */
type Asker = { network: string | null; isCounted: boolean };

/** The start script and the built server are two bundles of one process: both must find the same store. */
const slot = Symbol.for('paragraf.asker');
type Slot = { [slot]?: AsyncLocalStorage<Asker> };
const store = ((globalThis as Slot)[slot] ??= new AsyncLocalStorage<Asker>());

/**
 * Runs `work` for a connection from `address`. Use cases count by it without being handed it, so that no caller can forget to:
 * pages and the interface set it once, in front of everything.
 */
export function askedFrom<T>(address: string | undefined, work: () => T): T {
  return store.run({ network: address ? networkOf(address) : null, isCounted: true }, work);
}

/** Runs `work` outside all limits: for what the machine itself does, such as filling the demonstration. */
export function withoutLimits<T>(work: () => T): T {
  return store.run({ network: null, isCounted: false }, work);
}

/** The connection's network, or null: the command line, a job. */
export function askersNetwork(): string | null {
  return store.getStore()?.network ?? null;
}

export function isCounted(): boolean {
  return store.getStore()?.isCounted ?? true;
}
