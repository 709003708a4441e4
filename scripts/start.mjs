/** `npm start`: builds when the build is missing or stale, then serves. */
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isFresh } from './build-stamp.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Paragraf needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

process.env.NODE_ENV ??= 'production';
if (process.argv.includes('--demo')) process.env.PARAGRAF_DEMO = 'yes';
try {
  // What builds is read only when there is something to build.
  if (!isFresh()) await (await import('./build.mjs')).build();
  const root = dirname(import.meta.dirname);
  const { serve } = await import(pathToFileURL(join(root, 'build/server/serve.js')).href);
  await serve({ empty: process.argv.includes('--empty'), root });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
