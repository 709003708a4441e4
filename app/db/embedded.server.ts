import type { PGlite } from '@electric-sql/pglite';
import { requireRoomToStart, spaceGate } from './disk-space.server.ts';
import { lockFolder } from './folder-lock.server.ts';
import { guardPglite, onlyTurns, type Gates } from './guarded-pglite.server.ts';
import type { HeldLock, LockLostError } from './held-lock.server.ts';
import type { SqlRunner } from './migrate.server.ts';
import { openPglite, pgliteRunner } from './pglite.server.ts';
import { tightenFolder } from './private-files.server.ts';

export type EmbeddedOptions = {
  folder: string;
  /** Tar of an initialised embedded database, to make the first start fast. */
  template?: string;
  /** Told in a sentence why opening takes longer. */
  note?: (text: string) => void;
  /** Told when another process took the folder: nothing may be written any more. Without it the process ends at once. */
  onLost?: (error: LockLostError) => void;
};

export type Embedded = { pg: PGlite; gates: Gates; runner: SqlRunner; close(): Promise<void> };

/** Exit code of a process whose data folder was taken by another one. */
const lostFolderCode = 74;

/** Opens the embedded database of a folder for this process alone. Throws FolderLockedError when another one has it. */
export async function openEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const lock = await lockFolder(options.folder, {
    note: options.note ?? console.error,
    onLost: options.onLost ?? endAtOnce,
  });
  try {
    tightenFolder(options.folder);
    requireRoomToStart(options.folder);
    const pg = await openPglite(options.folder, options.template);
    // What was unpacked just now has the rights that the template gives it.
    tightenFolder(options.folder);
    const gates: Gates = { ...onlyTurns, held: () => lock.check(), room: spaceGate(options.folder) };
    const close = async () => {
      if (mayClose(lock, gates)) await pg.close();
      lock.release();
    };
    return { pg, gates, runner: pgliteRunner(guardPglite(pg, gates)), close };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Closing writes a last record. Left out, the next start repeats what the log holds, as after a power failure. */
function mayClose(lock: HeldLock, gates: Gates): boolean {
  try {
    lock.check();
    gates.room(0);
    return true;
  } catch (error) {
    console.error(`the database is left without a last record: ${(error as Error).message}`);
    return false;
  }
}

function endAtOnce(error: LockLostError): void {
  console.error(error.message);
  process.exit(lostFolderCode);
}
