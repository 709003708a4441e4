/** What stands in the lock file of a data folder, and whether its writer still lives. */
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';

/** A process that cannot be mistaken for another: numbers of processes repeat, also on one machine with containers. */
export type Owner = { token: string; pid: number; started: string; host: string; boot: string; space: string };

export type LockFile =
  | { kind: 'missing' }
  /** Something of that name that is no file, and so was never made by this program. */
  | { kind: 'folder' }
  /** Empty, half, or of another format; `mark` changes when somebody writes to the file or touches it. */
  | { kind: 'unreadable'; mark: string }
  | { kind: 'owned'; owner: Owner; text: string; mark: string };

/** Reads the file anew through an open of its own: a network file system answers that from the server, not from memory. */
export function readLock(file: string): LockFile {
  let handle: number;
  try {
    handle = openSync(file, asItStands);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { kind: 'missing' };
    // A link under that name, or a socket.
    if (code === 'ELOOP' || code === 'ENXIO') return { kind: 'folder' };
    throw error;
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { kind: 'folder' };
    const mark = `${stat.ino}:${stat.mtimeMs}:${stat.size}`;
    // Nobody's lock is longer; what else somebody put there is not read.
    if (stat.size > longest) return { kind: 'unreadable', mark };
    const text = readFileSync(handle, 'utf8');
    const owner = parseOwner(text);
    return owner ? { kind: 'owned', owner, text, mark } : { kind: 'unreadable', mark };
  } finally {
    closeSync(handle);
  }
}

/** A link is not followed, also one to nowhere, which is neither there nor missing; a pipe is not waited for. */
const asItStands = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

const longest = 4096;

/** An older program wrote no token, boot or space: it is known by what it wrote. */
function parseOwner(text: string): Owner | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  if (typeof value !== 'object' || value === null || !('pid' in value)) return null;
  const { pid } = value;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1) return null;
  const word = (name: string) => {
    const found = (value as Record<string, unknown>)[name];
    return typeof found === 'string' ? found : '';
  };
  return {
    pid,
    token: word('token'),
    started: word('started'),
    host: word('host'),
    boot: word('boot'),
    space: word('space'),
  };
}

/** This process, as others will have to recognise it. */
export function describeSelf(token: string): Owner {
  return {
    token,
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
    boot: bootId(),
    space: processSpace(),
  };
}

/**
 * Whether the owner lives: `unknown` when only its heartbeat can tell. A number of a process means something within one
 * boot of one kernel and one space of process numbers; two containers may share their host name and both be number 7.
 */
export function judge(owner: Owner): 'alive' | 'dead' | 'unknown' {
  const here = describeSelf('');
  if (owner.host !== here.host || owner.boot !== here.boot || owner.space !== here.space) return 'unknown';
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return 'dead';
  }
  const started = startOf(owner.pid);
  // Without /proc the number alone says little; with it, the number may have been given to another process since.
  if (started === '' && here.started === '') return owner.pid === process.pid ? 'unknown' : 'alive';
  return started === owner.started ? 'alive' : 'dead';
}

/** Differs after every start of the kernel; empty where there is no /proc. */
const bootId = () => fromProc(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim();

/** The namespace of process numbers, which each container has for itself. */
const processSpace = () => fromProc(() => readlinkSync('/proc/self/ns/pid'));

/**
 * Start time of a process in clock ticks since boot, from /proc; empty where there is no /proc, and for one that is dead
 * but whose end nobody has taken note of yet: in a container that can last.
 */
function startOf(pid: number): string {
  const stat = fromProc(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return /^[ZX]/.test(fields[0] ?? '') ? '' : (fields[19] ?? '');
}

/** Empty where the system has no such thing, or does not show it. */
function fromProc(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return '';
    throw error;
  }
}

/** Who has it, for people. */
export function holderOf(lock: LockFile): string {
  return lock.kind === 'owned'
    ? `pid ${lock.owner.pid} of ${lock.owner.host || 'an unnamed machine'}`
    : 'its lock file changes';
}

/** link(2) fails when the name exists: of several processes exactly one wins, and none ever sees half a file. */
export function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw error;
  }
  // A file system without links.
  try {
    writeFileSync(to, readFileSync(from), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
