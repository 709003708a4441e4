import { createDoor, type Door, type Given } from './door.server.ts';
import type { HeavyWork } from './heavy-work.ts';
import { perform, type TaskCode } from './perform.server.ts';
import { createPool, type Pool } from './pool.server.ts';
import { lanes, tasks } from './tasks.ts';

type State = { pools: Map<string, Pool>; door: Door; code: Record<string, TaskCode[string]> };

const slot = Symbol.for('paragraf.workers');
type Slot = { [slot]?: State };

/** One door for the process: the start script and the built server are two bundles with one set of threads. */
function state(): State {
  const pools = new Map<string, Pool>();
  const code: State['code'] = {};
  return ((globalThis as Slot)[slot] ??= {
    pools,
    code,
    door: createDoor(tasks, lanes, { poolOf: (lane) => pools.get(lane) ?? null, here: (job) => perform(code, job) }),
  });
}

/**
 * Does one piece of heavy work within the bounds of its task: on a thread in the server, here in tests and commands. Input and
 * output are plain data. Whoever asks for the same gets the same result, made once and kept for a while; `key` says what is the
 * same where the input is only loaded when the work begins. Throws AppError: too-much-work, busy.
 */
export function runTask<Input, Output>(
  { name, load }: HeavyWork<Input, Output>,
  given: Given<Input>,
  key?: string,
): Promise<Output> {
  const { door, code } = state();
  code[name] = load as TaskCode[string];
  return door.run(name, given, key) as Promise<Output>;
}

/** From now on heavy work runs on threads, which run the built `file`. The returned function ends them. */
export function startWorkers(file: string): () => Promise<void> {
  const { pools } = state();
  for (const [name, lane] of Object.entries(lanes)) pools.set(name, createPool(file, lane));
  return async () => {
    const started = [...pools.values()];
    pools.clear();
    await Promise.all(started.map((pool) => pool.close()));
  };
}
