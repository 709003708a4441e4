import Piscina from 'piscina';
import { AppError } from '#app/errors/app-error.ts';
import type { Lane } from './tasks.ts';

/** What a thread gets, and what it gives back: a refusal is an answer, everything thrown is a fault of ours. */
export type Job = { name: string; input: unknown };
export type Outcome = { ok: true; value: unknown } | { ok: false; detail: string };

/** Runs jobs on threads of their own. `run` ends within `ms`, whatever the job does. */
export type Pool = { run: (job: Job, ms: number) => Promise<Outcome>; close: () => Promise<void> };

/** Threads start with the first job and end when they have had nothing to do for a while: an idle server holds none. */
const IDLE_MS = 60_000;

/** Threads of one lane that run the default export of `file`. A thread over its bounds is ended, and the next job gets a new one. */
export function createPool(file: string, { threads, megabytes }: Lane): Pool {
  const pool = new Piscina<Job, Outcome>({
    filename: file,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: IDLE_MS,
    concurrentTasksPerWorker: 1,
    atomics: 'disabled',
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    // No loader of the parent's: the file is built already.
    execArgv: [],
  });
  pool.on('error', (error: Error) => console.error('a worker thread ended:', error.message));
  return { run: (job, ms) => within(pool, job, ms), close: () => pool.destroy() };
}

async function within(pool: Piscina<Job, Outcome>, job: Job, ms: number): Promise<Outcome> {
  const bound = new AbortController();
  const timer = setTimeout(() => bound.abort(), ms);
  try {
    return await pool.run(job, { signal: bound.signal });
  } catch (error) {
    if (bound.signal.aborted) throw new AppError('too-much-work', `${job.name} took over ${ms} ms`, { cause: error });
    if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new AppError('too-much-work', `${job.name} took too much memory`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
