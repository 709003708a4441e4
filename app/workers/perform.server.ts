import { AppError } from '#app/errors/app-error.ts';
import { TextLimitError } from '#app/text/tree/limits.ts';
import type { Job, Outcome } from './pool.server.ts';

/** Functions by the name of their task, each loaded with its first job. */
export type TaskCode = Readonly<Record<string, () => Promise<(input: never) => unknown>>>;

/** Runs one job, here or on a thread. What is over a bound of the work itself is an answer; the names of errors do not travel between threads. */
export async function perform(code: TaskCode, { name, input }: Job): Promise<Outcome> {
  const load = code[name];
  if (!load) throw new RangeError(`no task is called ${name}`);
  const work = await load();
  try {
    return { ok: true, value: await work(input as never) };
  } catch (error) {
    if (isOverBound(error)) return { ok: false, detail: `${name}: ${error.message}` };
    throw error;
  }
}

/** A stack that ran out is a text nested deeper than anybody writes. */
function isOverBound(error: unknown): error is Error {
  return (
    error instanceof TextLimitError ||
    (error instanceof AppError && error.code === 'too-much-work') ||
    (error instanceof RangeError && /call stack/.test(error.message))
  );
}
