/** `npm start`: builds when the build is missing or stale, then serves. */
import { register } from 'tsx/esm/api';
import { build } from './build.mjs';
import { isFresh } from './build-stamp.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Paragraf needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

process.env.NODE_ENV ??= 'production';
if (process.argv.includes('--demo')) process.env.PARAGRAF_DEMO = 'yes';
try {
  if (!isFresh()) await build();
  register();
  const { serve } = await import('./serve.ts');
  await serve({ empty: process.argv.includes('--empty') });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
