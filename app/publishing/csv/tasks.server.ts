/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const writeTableRows = heavyWork('write-table', async () => (await import('./write-csv.ts')).csvRows);
