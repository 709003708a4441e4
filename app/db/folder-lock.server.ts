/**
 * Exclusive lock on the data folder. PGlite has none of its own: a second process on the same folder loses
 * acknowledged rows without an error. The lock is a file that names its holder; a holder that other processes cannot ask
 * whether it lives (another machine, another container) shows it by touching the file, and whoever wants the folder
 * watches for that. No clock is compared with another: only whether the file changes.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, rmdirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HeldLock, type LockLostError } from './held-lock.server.ts';
import { describeSelf, holderOf, judge, readLock, tryLink, type LockFile } from './lock-file.server.ts';

export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError';
  constructor(folder: string, holder: string) {
    super(`the data folder ${folder} is in use by another process (${holder})`);
  }
}

type LockTimes = {
  /** Between two signs of life. */
  beatMs: number;
  /** How long a file without a sign of life is watched: one that names a holder who cannot be asked, and one that names nobody. */
  watchMs: number;
  unreadableMs: number;
};

/** A holder that is only busy for long must not be taken for dead; one whose lock was emptied notices within a beat. */
const usualTimes: LockTimes = { beatMs: 2_000, watchMs: 20_000, unreadableMs: 6_000 };

export type LockOptions = {
  times?: Partial<LockTimes>;
  /** Told, once, that the lock was lost; the program must end without writing. */
  onLost?: (error: LockLostError) => void;
  /** Told, in a sentence, why the start takes longer. */
  note?: (text: string) => void;
};

/** Takes the lock, or throws FolderLockedError when another process has it, or an Error that says what is wrong with the folder. */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<HeldLock> {
  const times = { ...usualTimes, ...options.times };
  const token = randomUUID();
  const file = join(folder, 'lock');
  const offer = `${file}.${token}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(offer, JSON.stringify(describeSelf(token)), { mode: 0o600 });
  } catch (cause) {
    throw new Error(cannotWrite(folder, cause as NodeJS.ErrnoException), { cause });
  }
  try {
    await claim({ folder, file, offer, times, note: options.note ?? (() => {}) });
  } finally {
    rmSync(offer, { force: true });
  }
  return new HeldLock(folder, token, times.beatMs, options.onLost ?? (() => {}));
}

type Claim = { folder: string; file: string; offer: string; times: LockTimes; note(text: string): void };

async function claim(wanted: Claim): Promise<void> {
  const { folder, file, offer } = wanted;
  while (!tryLink(offer, file)) {
    const found = readForClaim(file);
    if (found.kind === 'missing') continue;
    if (found.kind === 'folder')
      throw new Error(`${file} is not the file that this program makes there; remove it, and start again`);
    const life = found.kind === 'owned' ? judge(found.owner) : 'unknown';
    if (life === 'alive') throw new FolderLockedError(folder, holderOf(found));
    if (life === 'unknown') await watch(wanted, found);
    if (await takeOver(wanted, found.mark)) return;
  }
}

function readForClaim(file: string): LockFile {
  try {
    return readLock(file);
  } catch (cause) {
    throw new Error(
      `${file} cannot be read (${(cause as NodeJS.ErrnoException).code}): the folder belongs to another user, or its disk fails`,
      { cause },
    );
  }
}

/** Returns when nobody has touched the file for the whole time; throws when somebody has. */
async function watch(
  { folder, file, times, note }: Claim,
  found: Exclude<LockFile, { kind: 'missing' | 'folder' }>,
): Promise<void> {
  const wait = found.kind === 'owned' ? times.watchMs : times.unreadableMs;
  note(
    `${file} ${found.kind === 'owned' ? 'was left by another machine or container' : 'cannot be read'}: looking for ${Math.ceil(wait / 1000)} s whether its holder lives`,
  );
  for (let left = wait; left > 0; left -= times.beatMs / 4) {
    await pause(times.beatMs / 4);
    const now = readLock(file);
    if ((now.kind === 'owned' || now.kind === 'unreadable') && now.mark !== found.mark)
      throw new FolderLockedError(folder, holderOf(now));
  }
}

/** Puts the own lock in place of the dead one, unless that has changed. Only one process at a time may do so, else it could remove the winner's. */
async function takeOver({ folder, file, offer, times }: Claim, mark: string): Promise<boolean> {
  const guard = `${file}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    await passBy(guard, folder, times);
    return false;
  }
  try {
    const again = readLock(file);
    if ((again.kind === 'owned' || again.kind === 'unreadable') && again.mark === mark) unlinkSync(file);
    return tryLink(offer, file);
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/** Another process takes over, which lasts an instant; one that died in it leaves a guard that does not go away. */
async function passBy(guard: string, folder: string, times: LockTimes): Promise<void> {
  const birth = () => statSync(guard, { throwIfNoEntry: false })?.ino;
  const first = birth();
  for (let left = times.beatMs; left > 0; left -= times.beatMs / 8) {
    await pause(times.beatMs / 8);
    if (birth() !== first || first === undefined) return;
  }
  try {
    rmdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
      throw new FolderLockedError(folder, `${guard} is in the way`);
  }
}

function cannotWrite(folder: string, error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return `the data folder ${folder} is not a folder`;
    case 'EROFS':
      return `the data folder ${folder} is on a file system that is read-only`;
    case 'EACCES':
    case 'EPERM':
      return `the data folder ${folder} cannot be written by this user`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `there is no room left on the disk of the data folder ${folder}`;
    default:
      return `the data folder ${folder} cannot be used: ${error.message}`;
  }
}
