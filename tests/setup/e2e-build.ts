/** Before the browser tests: the program they start is built from the sources as they are, and its demonstration is filled once for all. */
import { build } from '../../scripts/build.mjs';
import { isFresh } from '../../scripts/build-stamp.mjs';
import { fillOnce } from './app-server.ts';

export default async function prepare(): Promise<() => void> {
  if (!isFresh()) await build();
  return fillOnce();
}
