import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FolderLockedError, lockFolder } from '#app/db/folder-lock.server.ts';
import { openPglite, pgliteRunner } from '#app/db/pglite.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';
import { BackupError } from './backup-format.ts';
import { writeBackup, type BackupMade } from './write-backup.server.ts';

export type BackupPlaces = {
  url?: string | undefined;
  folder: string;
  program: string;
  /** Asks the program that holds the folder for a copy of its files; resolves with where it is, or with why there is none. */
  askForCopy(copy: string): Promise<{ ok: true } | { ok: false; message: string }>;
};

/** Copies of files that a command that was cut off has left. */
const copyPrefix = 'backup-copy-';

/** Writes the whole database into one file, also while the program runs. */
export async function makeBackup(file: string, places: BackupPlaces): Promise<BackupMade> {
  const { url, folder, program } = places;
  if (existsSync(file)) throw new BackupError(`${file} exists already; a backup never replaces another`);
  if (url) return withPostgres(url, (runner) => writeBackup(runner, { file, program, database: 'postgres' }));
  if (!existsSync(join(folder, 'pglite'))) throw new BackupError(`there is no database in ${folder}`);
  try {
    const lock = await lockFolder(folder);
    try {
      return await fromFolder(folder, { file, program });
    } finally {
      lock.release();
    }
  } catch (error) {
    if (!(error instanceof FolderLockedError)) throw error;
    return fromCopy(file, places);
  }
}

/** The running program is held up only while the files are copied; rows are read from the copy, in this process. */
async function fromCopy(file: string, { folder, program, askForCopy }: BackupPlaces): Promise<BackupMade> {
  for (const name of readdirSync(folder))
    if (name.startsWith(copyPrefix)) await rm(join(folder, name), { recursive: true, force: true });
  const copy = join(folder, `${copyPrefix}${randomUUID().slice(0, 8)}`);
  try {
    const asked = await askForCopy(copy);
    if (!asked.ok) throw new BackupError(asked.message);
    return await fromFolder(copy, { file, program });
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function fromFolder(folder: string, { file, program }: { file: string; program: string }): Promise<BackupMade> {
  const pg = await openPglite(folder);
  try {
    return await writeBackup(pgliteRunner(pg), { file, program, database: 'pglite' });
  } finally {
    await pg.close();
  }
}
