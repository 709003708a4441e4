import { constants } from 'node:os';
import { stopTakingWork } from '#app/db/health.server.ts';
import { log, logFailure } from '#app/log/log.server.ts';

export type Ending = {
  /** Lets what has begun be finished; resolves with how many requests had to be cut. */
  finish(): Promise<number>;
  /** Closes what nobody uses any more. */
  close(): Promise<void>;
};

/** npm and a terminal send the same signal twice within a moment; a person who presses again takes longer. */
const echoMs = 200;
const closeMs = 5_000;

/**
 * Ends the program on SIGTERM, SIGINT and SIGHUP: what has begun is finished, then the rest is closed. A second signal ends it
 * at once; the database is made to bear that. A failure that nobody caught ends it the same way, with exit code 1.
 */
export function endOnSignal(ending: Ending): void {
  let begun = 0;
  const end = async (why: string, code: number) => {
    begun = Date.now();
    stopTakingWork();
    log().info({ why }, 'ending: finishing what has begun');
    try {
      const cut = await ending.finish();
      await within(closeMs, ending.close());
      log().info({ cut }, 'ended');
    } catch (error) {
      logFailure('ending', error);
      process.exit(1);
    }
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (begun === 0) return void end(signal, 0);
      if (!process.env.npm_lifecycle_event || Date.now() - begun > echoMs)
        process.exit(128 + constants.signals[signal]);
    });
  }
  process.on('uncaughtException', (error) => {
    logFailure('a failure that nobody caught', error);
    if (begun === 0) void end('failure', 1);
  });
  if (process.env.npm_lifecycle_event) endWithoutParent(() => begun === 0 && void end('npm ended', 0));
  // After SIGHUP the terminal may be gone: what is said then has no listener, and that is no reason to end half way.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** npm hands SIGTERM to the shell between, which ends without passing it on: the server would be left behind, holding its port. */
function endWithoutParent(end: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
