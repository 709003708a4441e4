import { outageOf } from '#app/log/outage.server.ts';
import { outsideRequests } from '#app/log/request-context.server.ts';

/**
 * Runs `work` again and again, pausing `everyMs` between unless it says that more is due at once. A failure is tried
 * again after the pause, and stands in the log once, however long it lasts. The returned function stops the loop after the work in hand.
 */
export function startLoop(name: string, everyMs: number, work: () => Promise<boolean>): () => Promise<void> {
  const outage = outageOf(name);
  let stopping = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, everyMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const loop = outsideRequests(async () => {
    while (!stopping) {
      const more = await work().then(
        (isMore) => (outage.works(), isMore),
        (error: unknown) => {
          // The database may be away for a moment; what is due is still in it.
          outage.failed(error);
          return false;
        },
      );
      if (!more && !stopping) await pause();
    }
  });
  return async () => {
    stopping = true;
    wake();
    await loop;
  };
}
