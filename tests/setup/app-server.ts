/** Starts the built program as its users do, with a data folder of its own, and stops it again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './free-port.ts';

export type AppOptions = {
  /** Without the demonstration set. */
  empty?: boolean;
  /** postgres://… instead of the embedded database. */
  databaseUrl?: string;
  env?: Record<string, string>;
};

export type AppServer = {
  baseUrl: string;
  dataFolder: string;
  /** Everything the program has printed so far. */
  output(): string;
  stop(): Promise<void>;
};

const root = join(import.meta.dirname, '../..');
/** The first start fills the demonstration set; on a busy machine that takes its time. */
const startMs = 400_000;

export async function startApp(options: AppOptions = {}): Promise<AppServer> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'paragraf-app-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['scripts/start.mjs', options.empty ? '--empty' : '--demo'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...cleanEnv(), PORT: String(port), HOST: '127.0.0.1', PARAGRAF_DATA: dataFolder, DATABASE_URL: options.databaseUrl ?? '', ...options.env },
  });
  let printed = '';
  child.stdout.on('data', (text) => (printed += text));
  child.stderr.on('data', (text) => (printed += text));
  const atExit = () => child.kill('SIGKILL');
  process.once('exit', atExit);
  const stop = async () => {
    await ended(child);
    process.off('exit', atExit);
    rmSync(dataFolder, { recursive: true, force: true });
  };
  const baseUrl = `http://127.0.0.1:${port}`;
  try {
    await healthy(baseUrl, child);
  } catch (error) {
    await stop();
    throw new Error(`the program did not start: ${(error as Error).message}\n${printed}`, { cause: error });
  }
  return { baseUrl, dataFolder, output: () => printed, stop };
}

const notThePrograms = new Set(['NODE_ENV', 'NODE_OPTIONS', 'VITEST', 'SMTP_URL', 'PUBLIC_URL', 'TRUST_PROXY', 'FORCE_COLOR']);

/** The test runner's own settings and those of this machine are not the program's. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !notThePrograms.has(name))) as NodeJS.ProcessEnv;
}

async function healthy(baseUrl: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + startMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`it ended with ${child.exitCode ?? child.signalCode}`);
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
  const hard = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await end;
  clearTimeout(hard);
}
