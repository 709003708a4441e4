/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const planRulings = heavyWork('plan-rulings', async () => (await import('./ruling-work.ts')).planRulings);
export const effectBeside = heavyWork(
  'effect-beside',
  async () => (await import('./recorded-together.ts')).effectBeside,
);
export const planCorrections = heavyWork(
  'plan-corrections',
  async () => (await import('./correction-plan.ts')).planCorrection,
);
export const bringTogether = heavyWork('bring-together', async () => (await import('./ruling-work.ts')).bringTogether);
export const viewConflicts = heavyWork(
  'view-conflicts',
  async () => (await import('./ruling-work.ts')).viewConflictsOf,
);
export const viewChangedUnits = heavyWork(
  'view-changed-units',
  async () => (await import('./ruling-work.ts')).viewChangedUnits,
);
