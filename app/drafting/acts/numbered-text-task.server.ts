/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const markInsertion = heavyWork(
  'mark-insertion',
  async () => (await import('./numbered-text.ts')).markInsertion,
);
