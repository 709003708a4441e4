/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const viewMoved = heavyWork('view-moved', async () => (await import('./carry-work.ts')).viewMoved);
export const carryLateOnes = heavyWork('carry-late', async () => (await import('./carry-work.ts')).carryLateOnes);
export const carryAmendments = heavyWork(
  'carry-amendments',
  async () => (await import('./carry-work.ts')).carryAmendments,
);
export const adjustProposals = heavyWork('adjust-proposals', async () => (await import('./carry-work.ts')).adjust);
