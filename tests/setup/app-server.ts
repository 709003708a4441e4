/** Starts the built program as its users do, with a data folder of its own, and stops it again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export type AppOptions = {
  /** Without the demonstration set. */
  empty?: boolean;
  /** postgres://… instead of the embedded database. */
  databaseUrl?: string;
  env?: Record<string, string>;
  /** Says that the file moves the time: its program is one of its own, so that no other test lives in its future. */
  movesTime?: boolean;
  /** A data folder that is there and stays; by default the program has one of its own, removed after it. */
  keptFolder?: string;
};

export type AppServer = {
  baseUrl: string;
  dataFolder: string;
  /** Everything the program has printed so far. */
  output(): string;
  /** The time as the program has it. */
  now(): Date;
  /** Moves the program's time to `moment`, when that is still to come. */
  passTo(moment: Date): Promise<void>;
  /** Addresses of the modules that its process has loaded, one for each instance. */
  loaded(): Promise<string[]>;
  stop(): Promise<void>;
  /** Sends a signal to the program alone. */
  signal(name: NodeJS.Signals): void;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
};

const root = join(import.meta.dirname, '../..');
const clock = pathToFileURL(join(import.meta.dirname, 'clock.mjs')).href;
/** The first start fills the demonstration set; on a busy machine that takes its time. */
const startMs = 400_000;
/** Names a data folder with the demonstration set: filled once for all browser tests, and copied by each program. */
const filledFolder = 'TEST_FILLED_FOLDER';

/**
 * Lets one program fill the demonstration set, for others to start from a copy of its folder while this process and its
 * children live. The returned function removes it.
 */
export async function fillOnce(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-filled-'));
  const app = await startApp({ keptFolder: folder });
  await app.stop();
  process.env[filledFolder] = folder;
  return () => {
    delete process.env[filledFolder];
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Whether such a folder is there. */
export function isFilled(): boolean {
  return existsSync(process.env[filledFolder] ?? '');
}

export async function startApp(options: AppOptions = {}): Promise<AppServer> {
  const dataFolder = options.keptFolder ?? mkdtempSync(join(tmpdir(), 'paragraf-app-'));
  const filled = process.env[filledFolder];
  if (!options.keptFolder && !options.empty && !options.databaseUrl && filled && isFilled())
    cpSync(filled, dataFolder, { recursive: true });
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['--import', clock, 'scripts/start.mjs', options.empty ? '--empty' : '--demo'],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: {
        ...cleanEnv(),
        PORT: String(port),
        HOST: '127.0.0.1',
        PARAGRAF_DATA: dataFolder,
        DATABASE_URL: options.databaseUrl ?? '',
        ...options.env,
      },
    },
  );
  let printed = '';
  child.stdout?.on('data', (text) => (printed += text));
  child.stderr?.on('data', (text) => (printed += text));
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  const stop = async () => {
    await ended(child);
    process.off('exit', atExit);
    if (!options.keptFolder) rmSync(dataFolder, { recursive: true, force: true });
  };
  const over = new Promise<number | string>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  );
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await healthy(baseUrl, child);
  } catch (error) {
    await stop();
    throw new Error(`the program did not start: ${(error as Error).message}\n${printed}`, { cause: error });
  }
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const passTo = async (moment: Date) => {
    const advance = moment.getTime() - now().getTime();
    if (advance <= 0) return;
    await answered(child, { advance });
    ahead += advance;
  };
  return {
    baseUrl,
    dataFolder,
    output: () => printed,
    now,
    passTo,
    loaded: async () => ((await answered(child, { loaded: true })) as { loaded: string[] }).loaded,
    stop,
    signal: (name) => void child.kill(name),
    ended: over,
  };
}

function answered(child: ChildProcess, message: { advance: number } | { loaded: true }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.send(message, (error) => error && reject(error));
  });
}

const notThePrograms = new Set([
  'NODE_ENV',
  'NODE_OPTIONS',
  'VITEST',
  'SMTP_URL',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'FORCE_COLOR',
  'npm_lifecycle_event',
  'LOG_LEVEL',
]);

/** The test runner's own settings and those of this machine are not the program's. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !notThePrograms.has(name)),
  ) as NodeJS.ProcessEnv;
}

async function healthy(baseUrl: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
    const answer = await fetch(`${baseUrl}/healthz`).catch((error: Error) => error);
    if (answer instanceof Response && answer.ok) return;
    if (Date.now() > until) throw new Error(`no answer from ${baseUrl}/healthz after ${startMs / 1000} s`);
    await pause(150);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await end;
  clearTimeout(hard);
}
