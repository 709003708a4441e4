/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const stateComments = heavyWork(
  'state-comments',
  async () => (await import('./comment-state.ts')).stateComments,
);
