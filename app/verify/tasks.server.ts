/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const retraceRuling = heavyWork(
  'retrace-ruling',
  async () => (await import('#app/drafting/rulings/recorded-ruling.ts')).retraceRuling,
);
export const retraceTogether = heavyWork(
  'retrace-together',
  async () => (await import('#app/drafting/rulings/recorded-together.ts')).retraceTogether,
);
export const replaySteps = heavyWork('replay-steps', async () => (await import('./replay-step.ts')).replaySteps);
