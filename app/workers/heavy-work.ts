import type { TaskName } from './tasks.ts';

/** One piece of heavy work: the name of its bounds, and its function of plain data, loaded when it is first needed. */
export type HeavyWork<Input, Output> = {
  name: TaskName;
  load: () => Promise<(input: Input) => Output | Promise<Output>>;
};

/** Says what a task does. The threads hold every work that app/jobs lists; whoever has a work in hand can have it done. */
export function heavyWork<Input, Output>(
  name: TaskName,
  load: HeavyWork<Input, Output>['load'],
): HeavyWork<Input, Output> {
  return { name, load };
}
