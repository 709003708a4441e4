/** Heavy work of this folder, done by `runTask`. */
import { heavyWork } from '#app/workers/heavy-work.ts';

export const readWordChanges = heavyWork(
  'read-word-changes',
  async () => (await import('./read-file.server.ts')).readFile,
);
export const writeWord = heavyWork(
  'write-word',
  async () => (await import('#app/documents/word/make-word.ts')).makeWord,
);
export const mapReturned = heavyWork(
  'map-returned',
  async () => (await import('#app/documents/returned/map-returned.ts')).mapReturned,
);
