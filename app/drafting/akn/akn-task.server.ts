/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const writeAkn = heavyWork('write-akn', async () => (await import('#app/documents/akn/make-akn.ts')).makeAkn);
