import { log } from '#app/log/log.server.ts';
import { outsideRequests } from '#app/log/request-context.server.ts';
import type { Health } from './health.server.ts';

export type Watched = {
  /** Asks the database something small; rejects when it cannot. */
  ask(): Promise<unknown>;
  /** Ends what waits for an answer that will not come. */
  cut(): void;
};

type Bounds = { /** How long an answer may take. */ boundMs: number; /** Pause between two looks. */ everyMs: number };

/**
 * Looks at the database again and again. After two looks without an answer it counts as away: those who wait are told so at
 * once, and nobody else begins to wait, until it answers again.
 */
export function watchDatabase(
  { ask, cut }: Watched,
  { boundMs, everyMs }: Bounds = { boundMs: 2_000, everyMs: 1_500 },
): Health & { stop(): void } {
  let missed = 0;
  let looking: Promise<boolean> | null = null;
  const look = async (): Promise<boolean> => {
    const answered = await within(boundMs, ask());
    note(answered);
    return answered;
  };
  const note = (answered: boolean) => {
    if (answered && missed > 1) log().info('the database answers again');
    missed = answered ? 0 : missed + 1;
    if (missed === 2)
      log().warn(
        'the database does not answer; pages are served from memory where they are, forms come back with their words',
      );
    if (missed > 1) cut();
  };
  const check = () => (looking ??= outsideRequests(look).finally(() => (looking = null)));
  const timer = setInterval(() => void check(), everyMs);
  timer.unref();
  return { isAnswering: () => missed < 2, check, stop: () => clearInterval(timer) };
}

/** False after `ms` or when `work` fails. A process that was busy itself first reads what has come in the meantime. */
async function within(ms: number, work: Promise<unknown>): Promise<boolean> {
  let answered: boolean | null = null;
  const asked = work.then(
    () => (answered = true),
    () => (answered = false),
  );
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(() => setImmediate(() => setImmediate(resolve)), ms);
  });
  await Promise.race([asked, late]);
  clearTimeout(timer);
  return answered ?? false;
}
