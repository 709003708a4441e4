/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const measureReliability = heavyWork(
  'measure-reliability',
  async () => (await import('./reliability-of.ts')).reliabilityOf,
);
