/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const editText = heavyWork('edit-text', async () => (await import('./editorial-text.ts')).editText);
