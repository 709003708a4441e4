/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const buildIssue = heavyWork('build-issue', async () => (await import('./build-issue.server.ts')).buildIssue);
