/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const viewImportedTable = heavyWork(
  'view-import',
  async () => (await import('./import-form.ts')).viewImportedTable,
);
export const keysOfLikeness = heavyWork(
  'likeness-keys',
  async () => (await import('#app/drafting/near/likeness.server.ts')).likenessKeys,
);
