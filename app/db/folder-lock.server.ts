/**
 * Exclusive lock on the data folder. PGlite has none of its own: a second process on the same folder loses
 * acknowledged rows without an error.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

export class FolderLockedError extends Error {
  override readonly name = 'FolderLockedError';
  readonly pid: number;
  constructor(folder: string, pid: number) {
    super(`the data folder ${folder} is in use by another process (pid ${pid})`);
    this.pid = pid;
  }
}

type Owner = { pid: number; started: string; host: string };

const heartbeatMs = 5_000;
/** A holder on another host cannot be asked whether it lives; its heartbeat can. */
const silentMs = 30_000;

/** Takes the lock or throws FolderLockedError. The returned function releases it. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'lock');
  const mine = JSON.stringify({ pid: process.pid, started: startOf(process.pid), host: hostname() } satisfies Owner);
  const offer = `${file}.${process.pid}`;
  writeFileSync(offer, mine);
  try {
    if (!tryLink(offer, file)) takeOver(folder, file, offer);
  } finally {
    rmSync(offer, { force: true });
  }
  const beat = setInterval(() => utimesSync(file, new Date(), new Date()), heartbeatMs);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** link(2) fails when the name exists: of several processes exactly one wins. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function takeOver(folder: string, file: string, offer: string): void {
  const owner = readOwner(file);
  if (owner && isAlive(file, owner)) throw new FolderLockedError(folder, owner.pid);
  // Only one process at a time may remove a dead lock, else it could remove the winner's.
  const guard = `${file}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (Date.now() - statSync(guard).mtimeMs > silentMs) rmSync(guard, { recursive: true, force: true });
    throw new FolderLockedError(folder, owner?.pid ?? 0);
  }
  try {
    const again = readOwner(file);
    if (again && isAlive(file, again)) throw new FolderLockedError(folder, again.pid);
    if (again) unlinkSync(file);
    if (!tryLink(offer, file)) throw new FolderLockedError(folder, readOwner(file)?.pid ?? 0);
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

function readOwner(file: string): Owner | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // An unreadable lock is nobody's: its writer died before link(2), which never shows half a file.
    return { pid: 0, started: '', host: hostname() };
  }
}

function isAlive(file: string, owner: Owner): boolean {
  if (owner.host !== hostname()) return Date.now() - statSync(file).mtimeMs < silentMs;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  // The number may have been given to another process since, also to this one: in a container they repeat.
  return startOf(owner.pid) === owner.started;
}

/**
 * Start time of a process in clock ticks since boot, from /proc; empty where there is no /proc, and for one that is dead
 * but whose end nobody has taken note of yet: in a container that can last.
 */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /^[ZX]/.test(fields[0] ?? '') ? '' : fields[19] ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return '';
    throw error;
  }
}
