/** Builds the program: database client, pages and server, and the template of an empty database. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWorkers } from './build-workers.mjs';
import { writeStamp } from './build-stamp.mjs';
import { step } from './terminal.mjs';

const root = dirname(import.meta.dirname);
const require = createRequire(import.meta.url);

/** Runs a program of ours or of a package quietly; what it printed is shown only when it failed. */
function run(file, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: root, env: { ...process.env, ...env } });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended with ${code}\n${output}`))));
  });
}

/** `withClient` false: the database client has been generated already. */
export async function build({ withClient = true } = {}) {
  const remix = join(dirname(require.resolve('@remix-run/dev/package.json')), 'dist/cli.js');
  const tsx = pathToFileURL(require.resolve('tsx')).href;
  if (withClient) await step('Generating the database client', () => run('scripts/generate.mjs', []));
  await step('Building pages and server', () => run(remix, ['vite:build'], { NODE_ENV: 'production' }));
  await step('Building the worker threads', () => buildWorkers());
  await step('Preparing an empty database', () => run('--import', [tsx, 'scripts/make-template.ts']));
  writeStamp();
}

if (process.argv[1] === import.meta.filename) {
  build({ withClient: !process.argv.includes('--without-client') }).catch((error) => {
    console.error(error.message);
    process.exit(1);
  });
}
