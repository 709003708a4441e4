import type { PrismaClient } from '#app/generated/prisma/client.ts';
import type { Db } from './client.server.ts';

const slot = Symbol.for('paragraf.revision-notes');
type Notes = { changed: Set<string> };
type Slot = { [slot]?: Notes };

/** The start script and the built server are two bundles and have one set of notes. */
const notes = ((globalThis as Slot)[slot] ??= { changed: new Set() });
const raisedIn = new WeakMap<object, Set<string>>();

/**
 * Notes that counters were raised. Inside a transaction it counts once that is committed (`noteCommitted`); what is undone
 * leaves no note.
 */
export function noteChanged(db: Db | PrismaClient, scopes: readonly string[]): void {
  const into = '$connect' in db ? notes.changed : (raisedIn.get(db) ?? new Set<string>());
  for (const scope of scopes) into.add(scope);
  if (into !== notes.changed) raisedIn.set(db, into);
}

/** To be called after the commit: whoever wrote sees the change with his next request to this process. */
export function noteCommitted(tx: Db): void {
  for (const scope of raisedIn.get(tx) ?? []) notes.changed.add(scope);
}

/** Counters raised in this process since the last call. */
export function takeChanged(): string[] {
  const changed = [...notes.changed];
  notes.changed.clear();
  return changed;
}

export function hasChanged(): boolean {
  return notes.changed.size > 0;
}
