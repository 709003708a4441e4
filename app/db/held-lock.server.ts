import {
  closeSync,
  fstatSync,
  ftruncateSync,
  futimesSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describeSelf, holderOf, readLock, tryLink, type LockFile } from './lock-file.server.ts';

/** The folder belongs to another process now, or may: this one must not write to it again. */
export class LockLostError extends Error {
  override readonly name = 'LockLostError';
}

/** Codes that say nothing about the lock: too many open files, an interrupted call. */
const passing = new Set(['EMFILE', 'ENFILE', 'EAGAIN', 'EINTR', 'ENOMEM']);

/**
 * The lock of this process: touches its file while it lives, and looks each time whether the file is still its own. One
 * that was removed or emptied by hand is put back as long as nobody else has been in the folder; after any other change
 * the lock is lost for good.
 */
export class HeldLock {
  readonly #folder: string;
  readonly #file: string;
  readonly #token: string;
  readonly #onLost: (error: LockLostError) => void;
  readonly #beat: NodeJS.Timeout;
  /** By this handle the own file is touched, whatever stands under the name by then. */
  #handle: number;
  #end: LockLostError | null = null;

  constructor(folder: string, token: string, beatMs: number, onLost: (error: LockLostError) => void) {
    this.#folder = folder;
    this.#file = join(folder, 'lock');
    this.#token = token;
    this.#onLost = onLost;
    this.#handle = openSync(this.#file, 'r+');
    // Said in a second place that stays, so that a process whose lock was removed sees whether somebody was here in between.
    writeFileSync(join(folder, 'lock.holder'), token, { mode: 0o600 });
    this.#beat = setInterval(() => this.#touch(), beatMs);
    this.#beat.unref();
  }

  /** Throws LockLostError unless the folder is still this process's. Two system calls: cheap enough for every transaction. */
  check(): void {
    if (this.#end) throw this.#end;
    const found = look(this.#file);
    if (found === 'unsure') return;
    if (found.kind === 'owned') {
      if (found.owner.token !== this.#token) this.#lose(`${this.#file} names another process (${holderOf(found)})`);
      return;
    }
    if (found.kind === 'folder') this.#lose(`${this.#file} is no longer a file`);
    if (this.#lastHolder() !== this.#token) this.#lose('another process has used the folder since');
    if (found.kind === 'unreadable') this.#rewrite();
    else this.#putBack();
  }

  release(): void {
    if (this.#end) return;
    clearInterval(this.#beat);
    this.#end = new LockLostError(`the data folder ${this.#folder} was closed`);
    closeSync(this.#handle);
    const found = look(this.#file);
    if (found !== 'unsure' && found.kind === 'owned' && found.owner.token === this.#token)
      rmSync(this.#file, { force: true });
  }

  #touch(): void {
    try {
      this.check();
      futimesSync(this.#handle, new Date(), new Date());
    } catch (error) {
      // A lost lock was told to its owner; anything else shows itself again at the next check.
      if (!(error instanceof LockLostError)) console.error(`${this.#file}: ${(error as Error).message}`);
    }
  }

  #lose(what: string): never {
    clearInterval(this.#beat);
    this.#end = new LockLostError(
      `the lock of the data folder was lost: ${what}. Nothing more is written; start again when no other process uses ${this.#folder}`,
    );
    this.#onLost(this.#end);
    throw this.#end;
  }

  #rewrite(): void {
    if (fstatSync(this.#handle).ino !== statSync(this.#file, { throwIfNoEntry: false })?.ino)
      this.#lose(`${this.#file} was replaced by something that names nobody`);
    ftruncateSync(this.#handle);
    writeSync(this.#handle, this.#text(), 0);
    console.error(`${this.#file} was emptied or overwritten while in use; it was written again`);
  }

  #putBack(): void {
    const offer = `${this.#file}.${this.#token}`;
    writeFileSync(offer, this.#text(), { mode: 0o600 });
    const back = tryLink(offer, this.#file);
    rmSync(offer, { force: true });
    if (!back) this.#lose('another process took it while it was missing');
    if (this.#lastHolder() !== this.#token) {
      rmSync(this.#file, { force: true });
      this.#lose('another process has used the folder since');
    }
    closeSync(this.#handle);
    this.#handle = openSync(this.#file, 'r+');
    console.error(`${this.#file} was removed while in use; it was put back`);
  }

  #text(): string {
    return JSON.stringify(describeSelf(this.#token));
  }

  /** Token of the process that opened the folder last. */
  #lastHolder(): string {
    try {
      return readFileSync(join(this.#folder, 'lock.holder'), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}

function look(file: string): LockFile | 'unsure' {
  try {
    return readLock(file);
  } catch (error) {
    if (passing.has((error as NodeJS.ErrnoException).code ?? '')) return 'unsure';
    throw error;
  }
}
