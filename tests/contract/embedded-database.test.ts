import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderLockedError, lockFolder } from '#app/db/folder-lock.server.ts';
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

test('of several processes that find a dead lock exactly one takes it over', async () => {
  const folder = temporaryFolder();
  const first = child('lock-taker.ts', folder);
  await first.line('taken');
  first.process.kill('SIGKILL');
  await first.ended;
  const rivals = [1, 2, 3].map(() => child('lock-taker.ts', folder));
  const answers = await Promise.all(rivals.map((rival) => Promise.race([rival.line('taken'), rival.line('refused')])));
  expect(answers.sort()).toEqual(['refused', 'refused', 'taken']);
});

// Only /proc tells a dead process from a living one.
test.skipIf(!existsSync('/proc/self/stat'))('a killed process whose parent has not taken note of its end holds no lock', async () => {
  const folder = temporaryFolder();
  // The shell becomes a program that never asks after the child it inherited.
  const tsx = ['--import', 'tsx', 'tests/contract/lock-taker.ts', folder].map((word) => `'${word}'`).join(' ');
  const careless = spawn('sh', ['-c', `'${process.execPath}' ${tsx} & exec sleep 600`], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void careless.kill('SIGKILL'));
  await once(careless.stdout, 'data');
  const { pid } = JSON.parse(readFileSync(join(folder, 'lock'), 'utf8')) as { pid: number };
  expect(() => lockFolder(folder)).toThrow(FolderLockedError);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => lockFolder(folder)(), { timeout: 5_000 });
  // It is still on the list of processes.
  expect(() => process.kill(pid, 0)).not.toThrow();
});

test('a lock left by an earlier process with the number of this one is not mistaken for a living one', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: process.pid, started: '1', host: hostname() }));
  const unlock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderLockedError);
  unlock();
  expect(existsSync(join(folder, 'lock'))).toBe(false);
});

test('a lock of another host counts while its heartbeat is fresh', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid: 1, started: '1', host: `not-${hostname()}` }));
  expect(statSync(join(folder, 'lock')).mtimeMs).toBeGreaterThan(Date.now() - 10_000);
  expect(() => lockFolder(folder)).toThrow(FolderLockedError);
});

test('an embedded database that does not reach the disk is refused', async () => {
  const create = PGlite.create.bind(PGlite) as (folder: string, options: object) => Promise<PGlite>;
  const unsynced = async (folder: string, options: object) => create(folder, { ...options, startParams: PGlite.defaultStartParams });
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
