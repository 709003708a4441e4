import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderLockedError } from '#app/db/folder-lock.server.ts';
import { readMigrations } from '#app/db/migrate.server.ts';
import { openDatabase } from '#app/db/open.server.ts';
import { openPglite } from '#app/db/pglite.server.ts';
import { startChild, type Child } from '#tests/setup/child.ts';
import { migrationsFolder, snapshotFile } from '#tests/setup/snapshot.ts';

const template = await snapshotFile();

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function child(file: string, ...args: string[]): Child {
  const started = startChild(`tests/contract/${file}`, args);
  onTestFinished(async () => {
    started.process.kill('SIGKILL');
    await started.ended;
  });
  return started;
}

const open = (folder: string) => openDatabase({ folder, migrations: migrationsFolder, template });

test('a folder in use is refused, and after kill -9 taken over with every acknowledged row', async () => {
  const folder = temporaryFolder();
  for (const rows of ['25', '3']) {
    const writer = child('embedded-writer.ts', folder, migrationsFolder, template);
    await writer.line('open');
    await expect(open(folder)).rejects.toThrow(FolderLockedError);
    await writer.line(rows);
    writer.process.kill('SIGKILL');
    expect(await writer.ended).toBe('SIGKILL');
    const last = Number(writer.lines().at(-1));
    expect(last).toBeGreaterThanOrEqual(Number(rows));
    const { db, close } = await open(folder);
    const found = await db.revision.groupBy({ by: ['n'], _count: true, orderBy: { n: 'asc' } });
    await db.revision.deleteMany();
    await close();
    expect(found.length).toBeGreaterThanOrEqual(last);
    expect(found.map(({ n, _count }) => [n, _count])).toEqual(found.map((_, index) => [index + 1, 2]));
  }
}, 240_000);

test('nobody else of the machine may read a data folder, neither a new one nor an older one after a start', async () => {
  const folder = temporaryFolder();
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const open0 = async () => {
    const { db, close } = await open(folder);
    await db.revision.create({ data: { scope: 'x', n: 1 } });
    await db.revision.deleteMany();
    await close();
  };
  await open0();
  expect(readableByOthers(folder)).toEqual([]);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) chmodSync(join(folder, name), 0o777);
  await open0();
  expect(readableByOthers(folder)).toEqual([]);
});

const readableByOthers = (folder: string) =>
  ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].filter(
    (name) => (statSync(join(folder, name)).mode & 0o077) !== 0,
  );

test('an embedded database that does not reach the disk is refused', async () => {
  const create = PGlite.create.bind(PGlite) as (folder: string, options: object) => Promise<PGlite>;
  const unsynced = async (folder: string, options: object) =>
    create(folder, { ...options, startParams: PGlite.defaultStartParams });
  vi.spyOn(PGlite, 'create').mockImplementation(unsynced as typeof PGlite.create);
  await expect(openPglite(temporaryFolder(), template)).rejects.toThrow(/does not sync/);
});

test('a start from the template has nothing left to migrate, a start without it migrates', async () => {
  const quick = await open(temporaryFolder());
  await quick.close();
  expect(quick.applied).toEqual([]);
  const slow = await openDatabase({ folder: temporaryFolder(), migrations: migrationsFolder });
  await slow.close();
  expect(slow.applied).toEqual(readMigrations(migrationsFolder).map(({ name }) => name));
}, 240_000);
