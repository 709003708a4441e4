import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FolderLockedError, lockFolder, type LockOptions } from '#app/db/folder-lock.server.ts';
import { LockLostError } from '#app/db/held-lock.server.ts';
import { startChild, type Child } from '#tests/setup/child.ts';
import { takeComplaints } from '#tests/setup/vitest.ts';

/** Quick enough for a test; a beat is still many times longer than what happens between two. */
const times = { beatMs: 80, watchMs: 800, unreadableMs: 400 };
const hasProc = existsSync('/proc/self/stat');
const canUnshare = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
const asRoot = process.getuid?.() === 0;

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-lock-'));
  onTestFinished(() => {
    if (existsSync(folder)) chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const lockOf = (folder: string) => join(folder, 'lock');

async function take(folder: string, options: LockOptions = {}) {
  const lock = await lockFolder(folder, { times, ...options });
  onTestFinished(() => lock.release());
  return lock;
}

function taker(folder: string, { quick = times, through = [] as string[] } = {}): Child {
  const started = startChild('tests/contract/lock-taker.ts', [folder, JSON.stringify(quick)], through);
  onTestFinished(async () => {
    started.process.kill('SIGKILL');
    await started.ended;
  });
  return started;
}

const mayWrite = async (child: Child) => {
  const before = child.lines().length;
  child.process.stdin?.write('write\n');
  await vi.waitFor(
    () =>
      expect(
        child
          .lines()
          .slice(before)
          .find((line) => line.startsWith('may')),
      ).toBeDefined(),
    { timeout: 10_000 },
  );
  return (
    child
      .lines()
      .slice(before)
      .find((line) => line.startsWith('may')) ?? ''
  );
};

/** A process that has ended, with its number: nobody has it now. */
const deadPid = spawnSync(process.execPath, ['-e', '']).pid;
const boot = hasProc ? readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() : '';
const space = hasProc ? readlinkSync('/proc/self/ns/pid') : '';
const owner = (over: object = {}) =>
  JSON.stringify({ token: 'other', pid: deadPid, started: '1', host: hostname(), boot, space, ...over });

const year = 365 * 86_400_000;
/** Everything that may stand under the name of the lock at a start, and nobody behind it. */
const leftOvers: [string, (file: string) => void][] = [
  ['is missing', () => {}],
  ['is empty', (file) => writeFileSync(file, '')],
  [
    'is empty and of next year',
    (file) => (writeFileSync(file, ''), utimesSync(file, new Date(Date.now() + year), new Date(Date.now() + year))),
  ],
  ['is half of one', (file) => writeFileSync(file, owner().slice(0, 30))],
  ['is binary', (file) => writeFileSync(file, Buffer.from([0, 255, 1, 254, 200]))],
  ['is far too long', (file) => writeFileSync(file, 'x'.repeat(1_000_000))],
  ['is another JSON', (file) => writeFileSync(file, '[1, null]')],
  ['is JSON null', (file) => writeFileSync(file, 'null')],
  ['names process 0', (file) => writeFileSync(file, owner({ pid: 0 }))],
  ['names process -1', (file) => writeFileSync(file, owner({ pid: -1 }))],
  ['names a process by a word', (file) => writeFileSync(file, owner({ pid: 'one' }))],
  [
    'is of an older version',
    (file) => writeFileSync(file, JSON.stringify({ pid: deadPid, started: '1', host: hostname() })),
  ],
  ['names a dead process', (file) => writeFileSync(file, owner())],
  [
    'names a dead process and is of next year',
    (file) => (
      writeFileSync(file, owner()),
      utimesSync(file, new Date(Date.now() + year), new Date(Date.now() + year))
    ),
  ],
  ['names a process whose number another one has now', (file) => writeFileSync(file, owner({ pid: process.pid }))],
  [
    'is of another machine that is gone',
    (file) => writeFileSync(file, owner({ host: `not-${hostname()}`, pid: process.pid })),
  ],
  [
    'is of an earlier start of this machine',
    (file) => writeFileSync(file, owner({ boot: 'before', pid: process.pid })),
  ],
  [
    'is of another container that is gone',
    (file) => writeFileSync(file, owner({ space: 'pid:[1]', pid: process.pid })),
  ],
  [
    'has a guard of a takeover that was cut off',
    (file) => (writeFileSync(file, owner()), mkdirSync(`${file}.takeover`)),
  ],
];

test.skipIf(!hasProc)(
  'whatever a process that is gone left under the name of the lock, the next start takes the folder',
  async () => {
    await Promise.all(
      leftOvers.map(async ([what, leave]) => {
        const folder = temporaryFolder();
        leave(lockOf(folder));
        const lock = await lockFolder(folder, { times });
        await expect(lockFolder(folder, { times }), what).rejects.toThrow(FolderLockedError);
        lock.check();
        lock.release();
        expect([what, existsSync(lockOf(folder)), existsSync(`${lockOf(folder)}.takeover`)]).toEqual([
          what,
          false,
          false,
        ]);
      }),
    );
  },
);

test('a lock that somebody touches is somebody’s, whatever stands in it and whatever its clock says', async () => {
  const texts = ['', '{"pid":', owner({ host: 'elsewhere' }), owner({ boot: 'other' }), owner({ space: 'pid:[2]' })];
  await Promise.all(
    texts.flatMap((text) =>
      [0, year, -year].map(async (offset) => {
        const folder = temporaryFolder();
        let tick = 0;
        const beat = () => {
          writeFileSync(lockOf(folder), text);
          const at = new Date(Date.now() + offset + (tick += 1));
          utimesSync(lockOf(folder), at, at);
        };
        beat();
        const timer = setInterval(beat, times.beatMs);
        onTestFinished(() => clearInterval(timer));
        await expect(lockFolder(folder, { times }), `${text} ${offset}`).rejects.toThrow(FolderLockedError);
        clearInterval(timer);
      }),
    ),
  );
});

test('what cannot be a data folder is refused in a sentence', async () => {
  const folder = temporaryFolder();
  const strange: [string, () => void][] = [
    ['a folder', () => mkdirSync(lockOf(folder))],
    [
      'a link to a file',
      () => (writeFileSync(join(folder, 'elsewhere'), owner()), symlinkSync('elsewhere', lockOf(folder))),
    ],
    ['a link to nowhere', () => symlinkSync('/nowhere/at/all', lockOf(folder))],
    ['a link to itself', () => symlinkSync('lock', lockOf(folder))],
    ['a link to a device', () => symlinkSync('/dev/zero', lockOf(folder))],
    ['a pipe', () => void spawnSync('mkfifo', [lockOf(folder)])],
  ];
  for (const [what, make] of strange) {
    make();
    if (lstatSync(lockOf(folder), { throwIfNoEntry: false }))
      await expect(lockFolder(folder, { times }), what).rejects.toThrow(/lock is not the file that this program makes/);
    rmSync(lockOf(folder), { recursive: true, force: true });
  }
  writeFileSync(join(folder, 'file'), '');
  await expect(lockFolder(join(folder, 'file'), { times })).rejects.toThrow(/is not a folder/);
  await expect(lockFolder(join(folder, 'file', 'below'), { times })).rejects.toThrow(/is not a folder/);
});

test.skipIf(asRoot)('a folder or a lock that this user may not use is refused in a sentence', async () => {
  const folder = temporaryFolder();
  writeFileSync(lockOf(folder), owner());
  chmodSync(lockOf(folder), 0o000);
  await expect(lockFolder(folder, { times })).rejects.toThrow(/cannot be read/);
  chmodSync(folder, 0o500);
  await expect(lockFolder(folder, { times })).rejects.toThrow(/cannot be written by this user/);
});

test.skipIf(!asRoot || spawnSync('mount', ['--version']).status !== 0)(
  'a read-only disk is refused in a sentence',
  async () => {
    const folder = temporaryFolder();
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]).status !== 0) return;
    onTestFinished(() => void spawnSync('umount', [folder]));
    await expect(lockFolder(folder, { times })).rejects.toThrow(/read-only/);
  },
);

test('a lock that was removed or emptied by hand is put back while nobody else was there', async () => {
  const folder = temporaryFolder();
  const onLost = vi.fn<() => void>();
  const lock = await take(folder, { onLost, times: { ...times, beatMs: 60_000 } });
  for (const spoil of [
    () => rmSync(lockOf(folder)),
    () => writeFileSync(lockOf(folder), ''),
    () => writeFileSync(lockOf(folder), '{"pi'),
    () => writeFileSync(lockOf(folder), Buffer.alloc(9_000)),
  ]) {
    spoil();
    lock.check();
    await expect(lockFolder(folder, { times })).rejects.toThrow(FolderLockedError);
  }
  expect(onLost).not.toHaveBeenCalled();
  expect(takeComplaints().join('\n')).toMatch(
    /was removed while in use; it was put back[\s\S]*was emptied or overwritten while in use/,
  );
});

test('a lock removed by hand is put back by the heartbeat alone', async () => {
  const folder = temporaryFolder();
  await take(folder);
  rmSync(lockOf(folder));
  await vi.waitFor(() => expect(existsSync(lockOf(folder))).toBe(true), { timeout: 5_000 });
  expect(takeComplaints().join()).toContain('put back');
});

test('a lock that is no longer this process’s ends all writing, at once and for good, and is left alone', async () => {
  const changes: [string, (folder: string) => void][] = [
    ['another process has it', (folder) => (rmSync(lockOf(folder)), writeFileSync(lockOf(folder), owner()))],
    ['overwritten with another process', (folder) => writeFileSync(lockOf(folder), owner())],
    [
      'another process had it and left',
      (folder) => (rmSync(lockOf(folder)), writeFileSync(join(folder, 'lock.holder'), 'other')),
    ],
    ['a folder stands there', (folder) => (rmSync(lockOf(folder)), mkdirSync(lockOf(folder)))],
    [
      'another empty file stands there',
      (folder) => (
        writeFileSync(join(folder, 'new'), ''),
        rmSync(lockOf(folder)),
        writeFileSync(lockOf(folder), ''),
        writeFileSync(join(folder, 'lock.holder'), 'other')
      ),
    ],
    ['the data folder is gone', (folder) => rmSync(folder, { recursive: true })],
  ];
  for (const [what, change] of changes) {
    const folder = temporaryFolder();
    const onLost = vi.fn<() => void>();
    const lock = await lockFolder(folder, { onLost, times: { ...times, beatMs: 60_000 } });
    change(folder);
    const touched = statSync(lockOf(folder), { throwIfNoEntry: false })?.mtimeMs;
    expect(() => lock.check(), what).toThrow(LockLostError);
    expect(() => lock.check(), what).toThrow(/Nothing more is written/);
    expect([what, onLost.mock.calls.length]).toEqual([what, 1]);
    lock.release();
    expect([what, statSync(lockOf(folder), { throwIfNoEntry: false })?.mtimeMs]).toEqual([what, touched]);
  }
});

test('of several processes that find a dead lock exactly one takes it over', async () => {
  const folder = temporaryFolder();
  const first = taker(folder);
  await first.line('taken');
  first.process.kill('SIGKILL');
  await first.ended;
  const rivals = [1, 2, 3].map(() => taker(folder));
  const answers = await Promise.all(rivals.map((rival) => Promise.race([rival.line('taken'), rival.line('refused')])));
  expect(answers.sort()).toEqual(['refused', 'refused', 'taken']);
});

test.skipIf(!canUnshare)(
  'two containers with one host name: the second is refused while the first lives, and takes the folder when it is gone',
  async () => {
    const folder = temporaryFolder();
    const container = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
    const first = taker(folder, { through: container });
    await first.line('taken');
    const second = taker(folder, { through: container });
    await second.line('refused');
    first.process.kill('SIGKILL');
    await first.ended;
    const third = taker(folder, { through: container });
    await third.line('note');
    await third.line('taken');
    expect((JSON.parse(readFileSync(lockOf(folder), 'utf8')) as { host: string }).host).toBe(hostname());
  },
);

test.skipIf(!canUnshare)(
  'a process that slept while another container took the folder writes nothing after it wakes',
  async () => {
    const folder = temporaryFolder();
    const sleeper = taker(folder);
    await sleeper.line('taken');
    expect(await mayWrite(sleeper)).toBe('may write');
    sleeper.process.kill('SIGSTOP');
    const successor = taker(folder, { through: ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'] });
    await successor.line('taken');
    const written = readFileSync(lockOf(folder), 'utf8');
    sleeper.process.kill('SIGCONT');
    expect(await mayWrite(sleeper)).toMatch(/^may not: the lock of the data folder was lost: .* names another process/);
    expect(sleeper.lines().filter((line) => line === 'lost')).toEqual(['lost']);
    expect(readFileSync(lockOf(folder), 'utf8')).toBe(written);
    expect(await mayWrite(successor)).toBe('may write');
  },
);

// Only /proc tells a dead process from a living one.
test.skipIf(!hasProc)('a killed process whose parent has not taken note of its end holds no lock', async () => {
  const folder = temporaryFolder();
  // The shell becomes a program that never asks after the child it inherited.
  const tsx = ['--import', 'tsx', 'tests/contract/lock-taker.ts', folder].map((word) => `'${word}'`).join(' ');
  const careless = spawn('sh', ['-c', `'${process.execPath}' ${tsx} & exec sleep 600`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void careless.kill('SIGKILL'));
  await once(careless.stdout, 'data');
  const { pid } = JSON.parse(readFileSync(lockOf(folder), 'utf8')) as { pid: number };
  await expect(lockFolder(folder)).rejects.toThrow(FolderLockedError);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(async () => (await lockFolder(folder)).release(), { timeout: 5_000 });
  // It is still on the list of processes.
  expect(() => process.kill(pid, 0)).not.toThrow();
});
