/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const viewAnswers = heavyWork('view-answers', async () => (await import('./import-work.ts')).viewAnswers);
