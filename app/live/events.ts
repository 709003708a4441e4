/** Lines of `text/event-stream`. An id is the counter of the channel: whoever comes back names the last one. */

/** Something changed: the page fetches itself again, or puts `shown` in its place when it had the state before. */
export function changedEvent(n: number, shown: unknown = null): string {
  return `id: ${n}\nevent: changed\ndata: ${JSON.stringify(shown === null ? { n } : { n, shown })}\n\n`;
}

/** Nothing happened; a page that hears none for a while begins again. */
export const beatEvent = 'event: beat\ndata: {}\n\n';

/** How a line begins: when to come back should it break. */
export const helloEvent = (retryMs: number) => `retry: ${Math.round(retryMs)}\nevent: beat\ndata: {}\n\n`;

/** The counter that a reader who comes back names; null when it is none. */
export function namedCounter(text: string | null | undefined): number | null {
  return text && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
