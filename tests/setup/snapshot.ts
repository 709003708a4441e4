/** Tar of a migrated, empty embedded database: made once per set of migrations, since making one takes seconds. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { migrate, readMigrations, type Migration } from '#app/db/migrate.server.ts';
import { pgliteRunner } from '#app/db/pglite.server.ts';
import { isFresh } from '../../scripts/build-stamp.mjs';

const root = join(import.meta.dirname, '../..');
export const migrationsFolder = join(root, 'prisma/migrations');
const cache = join(root, 'node_modules/.cache/paragraf');
const require = createRequire(import.meta.url);

/** After this time a maker counts as gone; making one takes less than 10 s on a busy machine. */
const makerMs = 60_000;

/** Name of the state that the migrations and this version of the embedded database lead to. */
export function snapshotKey(migrations: Migration[]): string {
  const hash = createHash('sha256').update(pgliteVersion());
  for (const { name, checksum } of migrations) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 20);
}

function pgliteVersion(): string {
  const folder = dirname(dirname(require.resolve('@electric-sql/pglite')));
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

export async function migratedSnapshot(): Promise<Blob> {
  return new Blob([readFileSync(await snapshotFile())]);
}

/** Path of the snapshot, made when it is not there. */
export async function snapshotFile(): Promise<string> {
  const migrations = readMigrations(migrationsFolder);
  const file = join(cache, `database-${snapshotKey(migrations)}.tar`);
  if (!existsSync(file)) await makeOnce(file, migrations);
  return file;
}

/** Of several test processes one makes the snapshot and the others wait; the rename keeps half a file from being seen. */
async function makeOnce(file: string, migrations: Migration[]): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const making = `${file}.making`;
  while (!claim(making)) {
    await pause(100);
    if (existsSync(file)) return;
  }
  try {
    if (existsSync(file)) return;
    const part = `${file}.${randomUUID()}`;
    writeFileSync(part, await make(migrations));
    renameSync(part, file);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function claim(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > makerMs) rmSync(folder, { recursive: true, force: true });
  return false;
}

/** A build of these sources has made the same one already. */
async function make(migrations: Migration[]): Promise<Buffer> {
  if (isFresh()) return readFileSync(join(root, 'build/database-template.tar'));
  const pg = await PGlite.create();
  try {
    await migrate(pgliteRunner(pg), migrations);
    return Buffer.from(await (await pg.dumpDataDir('none')).arrayBuffer());
  } finally {
    await pg.close();
  }
}
