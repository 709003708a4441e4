import { AsyncLocalStorage } from 'node:async_hooks';

export type RequestContext = {
  /** Name of the request: in the log, on the answer (X-Request-Id) and on the page about a failure. */
  id: string;
  /** Set by the first failure that was written to the log: one request leaves one line. */
  failed: boolean;
};

const slot = Symbol.for('paragraf.request');
type Slot = { [slot]?: AsyncLocalStorage<RequestContext> };

/** The server is started from sources and the pages from a bundle of their own: both must find the same store. */
function store(): AsyncLocalStorage<RequestContext> {
  return ((globalThis as Slot)[slot] ??= new AsyncLocalStorage());
}

/** Runs `work`, and everything it starts, as the request `id`. */
export function asRequest<T>(id: string, work: () => T): T {
  return store().run({ id, failed: false }, work);
}

/** The request this call belongs to; undefined outside of requests, as in the loops and at the start. */
export function currentRequest(): RequestContext | undefined {
  return store().getStore();
}

/** Runs `work` as nobody's: what looks after the program may be woken by a request, but its lines are not about that request. */
export function outsideRequests<T>(work: () => T): T {
  return store().exit(work);
}
