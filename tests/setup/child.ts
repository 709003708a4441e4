/** Another process of ours, for what only several processes show. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../..');
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export type Child = {
  process: ChildProcess;
  /** Whole lines printed so far. */
  lines(): string[];
  /** Resolves when a line begins with `start`; rejects when the process ends before. */
  line(start: string): Promise<string>;
  /** Exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  errors(): string;
};

/** Runs a TypeScript file of the project, given by its path from the top; `through` are words of a program that starts it, such as `unshare --pid`. */
export function startChild(file: string, args: string[], through: string[] = []): Child {
  const [program = '', ...words] = [...through, process.execPath, '--import', tsx, file, ...args];
  const child = spawn(program, words, { cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  let errors = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.on('data', (data) => (errors += data));
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  );
  const lines = () => out.split('\n').slice(0, -1);
  const line = (start: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = lines().find((text) => text.startsWith(start));
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      void ended.then(
        (code) => (look(), reject(new Error(`${file} ended with ${code} before it printed ${start}\n${errors}`))),
      );
      look();
    });
  return { process: child, lines, line, ended, errors: () => errors };
}
