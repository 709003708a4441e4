import { AsyncLocalStorage } from 'node:async_hooks';

type Making = { isPersonal: boolean };

const slot = Symbol.for('paragraf.making');
type Slot = { [slot]?: AsyncLocalStorage<Making> };

/** The start script and the built server are two bundles and have one note. */
const storage = ((globalThis as Slot)[slot] ??= new AsyncLocalStorage<Making>());

/** Makes a document for everybody and says whether anything that is somebody's own was read meanwhile. */
export async function making<T>(work: () => Promise<T>): Promise<{ made: T; isPersonal: boolean }> {
  const note: Making = { isPersonal: false };
  const made = await storage.run(note, work);
  return { made, isPersonal: note.isPersonal };
}

/** Called by whoever reads a cookie, a session or a secret. */
export function markPersonal(): void {
  const note = storage.getStore();
  if (note) note.isPersonal = true;
}
