/** Knows whether the build fits the sources: a hash over every file that goes into it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
const stampFile = join(root, 'build/stamp');
const inputs = [
  'app',
  'prisma',
  'public',
  'package-lock.json',
  'remix.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/serve.ts',
  'scripts/end-on-signal.ts',
  'scripts/terminal.mjs',
  'scripts/watchdog.mjs',
  'scripts/make-template.ts',
  'scripts/build-workers.mjs',
  'scripts/route-files.mjs',
];

function* files(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const full = join(path, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* files(full);
    } else if (!/\.test\.tsx?$/.test(entry.name)) yield full;
  }
}

/** Hash of the sources as they are now, hex. */
export function sourceHash() {
  const hash = createHash('sha256').update(process.version.split('.')[0]);
  for (const input of inputs) {
    const full = join(root, input);
    if (!existsSync(full)) continue;
    const list = /\.\w+$/.test(input) ? [full] : files(full);
    for (const file of list) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export function isFresh() {
  const made = [
    'build/server/index.js',
    'build/server/serve.js',
    'build/workers/worker.mjs',
    'build/database-template.tar',
    'app/generated/prisma/client.ts',
  ];
  return (
    existsSync(stampFile) &&
    made.every((file) => existsSync(join(root, file))) &&
    readFileSync(stampFile, 'utf8') === sourceHash()
  );
}

export function writeStamp() {
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, sourceHash());
}
