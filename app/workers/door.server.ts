import { serialize } from 'node:v8';
import { sha256 } from '#app/hash/sha256.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { createGate, type Gate } from './gate.ts';
import { createKeptResults } from './kept-results.ts';
import type { Job, Outcome, Pool } from './pool.server.ts';
import type { Lane, Task } from './tasks.ts';
import { weighsAtMost } from './weight.ts';

/** Where work is done: on the threads of a lane, or here where nobody has started any. */
export type Places = { poolOf: (lane: string) => Pool | null; here: (job: Job) => Promise<Outcome> };

/** The input, or how to get it: then it is in memory only from the moment the work may begin. */
export type Given<Input> = Input | (() => Promise<Input>);

export type Door = { run: (name: string, given: unknown, key?: string) => Promise<unknown> };

/** Results kept for those who ask for the same soon after. */
const KEPT_BYTES = 48 * 1024 * 1024;

/** The one way to heavy work: by name, within the bounds of its task, once for everybody who asks for the same. A key is needed only where the input is not there yet. */
export function createDoor(
  tasks: Readonly<Record<string, Task>>,
  lanes: Readonly<Record<string, Lane>>,
  places: Places,
): Door {
  const gates = new Map(Object.entries(tasks).map(([name, task]) => [name, createGate(name, task)]));
  // Who is through the gate of the task waits for a thread; there are never more of them than may run of all tasks.
  const threads = new Map(
    Object.entries(lanes).map(([name, { threads: running }]) => [
      name,
      createGate(name, { running, waiting: Object.keys(tasks).length }),
    ]),
  );
  const kept = createKeptResults(KEPT_BYTES);
  const work = async (name: string, given: unknown): Promise<unknown> => {
    const task = tasks[name];
    if (!task) throw new RangeError(`no task is called ${name}`);
    if (task.light !== undefined && typeof given !== 'function' && weighsAtMost(given, task.light))
      return valueOf(await places.here({ name, input: given }));
    return through([gates.get(name)!, threads.get(task.lane)!], task.patience, async () => {
      const input: unknown = typeof given === 'function' ? await given() : given;
      const pool = places.poolOf(task.lane);
      return valueOf(await (pool ? pool.run({ name, input }, task.ms) : places.here({ name, input })));
    });
  };
  const run = (name: string, given: unknown, key?: string): Promise<unknown> => {
    const same = tasks[name]?.kept ? (key ?? contentKey(given)) : null;
    return same === null ? work(name, given) : kept.of(`${name} ${same}`, () => work(name, given));
  };
  return { run };
}

/** What is in the input, whoever it is of: words that are blacked out later make another key. */
function contentKey(given: unknown): string | null {
  return typeof given === 'function' ? null : sha256(serialize(given), 'base64url');
}

async function through<T>([gate, ...rest]: readonly Gate[], patience: number, work: () => Promise<T>): Promise<T> {
  if (!gate) return work();
  const leave = await gate.enter(patience);
  try {
    return await through(rest, patience, work);
  } finally {
    leave();
  }
}

function valueOf(outcome: Outcome): unknown {
  if (!outcome.ok) throw new AppError('too-much-work', outcome.detail);
  return outcome.value;
}
