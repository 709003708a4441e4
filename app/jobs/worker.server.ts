/** What runs on the threads; built to a file of its own. */
import { perform } from '#app/workers/perform.server.ts';
import type { Job, Outcome } from '#app/workers/pool.server.ts';
import { taskCode } from './task-code.server.ts';

export default function work(job: Job): Promise<Outcome> {
  return perform(taskCode, job);
}
