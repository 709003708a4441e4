/** `npm run dev`: builds and starts again whenever a source file changes. The database stays. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);
let child = null;
let timer = null;

function start() {
  child = spawn(process.execPath, ['scripts/start.mjs', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'development' },
  });
}

function restart() {
  const old = child;
  if (!old || old.exitCode !== null) return start();
  old.once('exit', start);
  old.kill('SIGTERM');
}

for (const folder of ['app', 'prisma', 'public']) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (String(file).startsWith('generated')) return;
    clearTimeout(timer);
    timer = setTimeout(restart, 200);
  });
}
process.on('SIGINT', () => {
  child?.kill('SIGINT');
  process.exit(0);
});
start();
