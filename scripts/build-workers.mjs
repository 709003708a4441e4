/** Builds what runs on worker threads: a file of its own, with the heavy parts loaded when they are needed. */
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const root = dirname(import.meta.dirname);

/** Packages stay where they are installed; `folder` has to lie inside the program for them to be found. */
export async function buildWorkers(folder = join(root, 'build/workers')) {
  await build({
    absWorkingDir: root,
    entryPoints: { worker: 'app/jobs/worker.server.ts' },
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    logLevel: 'warning',
  });
  return join(folder, 'worker.mjs');
}
