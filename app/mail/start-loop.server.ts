import { logTrouble } from '#app/log/log.server.ts';

/**
 * Runs `work` again and again, pausing `everyMs` between unless it says that more is due at once. A failure is written to
 * the log and tried again after the pause. The returned function stops the loop after the work in hand.
 */
export function startLoop(name: string, everyMs: number, work: () => Promise<boolean>): () => Promise<void> {
  let stopping = false;
  let wake = () => {};
  const pause = () => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, everyMs);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  const loop = (async () => {
    while (!stopping) {
      const more = await work().catch((error: unknown) => {
        // The database may be away for a moment; what is due is still in it.
        logTrouble(name, error);
        return false;
      });
      if (!more && !stopping) await pause();
    }
  })();
  return async () => {
    stopping = true;
    wake();
    await loop;
  };
}
