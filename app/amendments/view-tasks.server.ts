/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const viewChanges = heavyWork('view-changes', async () => (await import('./view-work.ts')).viewChanges);
export const viewVersionChanges = heavyWork('view-version-changes', async () => (await import('./view-work.ts')).viewVersionChanges);
export const wordVersionChanges = heavyWork('word-version-changes', async () => (await import('./view-work.ts')).viewVersionChanges);
