/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const viewChanges = heavyWork('view-changes', async () => (await import('./change-view.ts')).viewChanges);
export const wordChanges = heavyWork('word-changes', async () => (await import('./change-view.ts')).viewChanges);
