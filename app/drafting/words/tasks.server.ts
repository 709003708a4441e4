/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const traceWords = heavyWork('trace-words', async () => (await import('./words-work.ts')).traceWords);
export const followWords = heavyWork('follow-words', async () => (await import('./words-work.ts')).followWords);
