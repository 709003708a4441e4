import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startChild } from '#tests/setup/child.ts';
import { migrationsFolder, snapshotFile } from '#tests/setup/snapshot.ts';

/** A disk of its own, for root where mounting is allowed; null elsewhere. */
function smallDisk(size: string): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-disk-'));
  const isMounted =
    process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0;
  onTestFinished(() => {
    if (isMounted) spawnSync('umount', ['-l', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return isMounted ? folder : null;
}

const template = await snapshotFile();

async function program(folder: string) {
  const child = startChild('tests/contract/full-disk-child.ts', [folder, migrationsFolder, template]);
  onTestFinished(async () => {
    child.process.kill('SIGKILL');
    await child.ended;
  });
  await child.line('open');
  const ask = async (order: string) => {
    const before = child.lines().length;
    child.process.stdin?.write(`${order}\n`);
    await vi.waitFor(() => expect(child.lines().length).toBeGreaterThan(before), { timeout: 100_000, interval: 20 });
    return child.lines()[before];
  };
  return { ask, ended: child.ended };
}

test('a disk that fills up stops writing and not reading, also when others fill the rest, and room makes it write again', async ({
  skip,
}) => {
  const disk = smallDisk('190m');
  if (!disk) return skip();
  const folder = join(disk, 'data');
  const first = await program(folder);
  expect(await first.ask('fill')).toBe('refused 507');
  const kept = await first.ask('read');
  expect(kept).toMatch(/^read [1-9]/);
  const ballast = join(disk, 'of-somebody-else');
  expect(() => writeFileSync(ballast, Buffer.alloc(190 * 1024 * 1024))).toThrow('ENOSPC');
  expect([
    await first.ask('write'),
    await first.ask('read'),
    await first.ask('write'),
    await first.ask('read'),
  ]).toEqual(['refused 507', kept, 'refused 507', kept]);
  // It ends without a last record, and a start in this state is refused in words.
  expect(await first.ask('close')).toBe('closed');
  const second = startChild('tests/contract/full-disk-child.ts', [folder, migrationsFolder, template]);
  expect(await second.ended).toBe(1);
  expect(second.errors()).toMatch(/no room left on the disk|the disk of the data folder is full/);
  rmSync(ballast);
  spawnSync('mount', ['-o', 'remount,size=290m', disk]);
  const third = await program(folder);
  expect([await third.ask('read'), await third.ask('write'), await third.ask('close')]).toEqual([
    kept,
    'written',
    'closed',
  ]);
});
