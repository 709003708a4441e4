/** Before the browser tests: the program they start is built from the sources as they are, and its demonstration is filled once for all. */
import { build } from '../../scripts/build.mjs';
import { isFresh } from '../../scripts/build-stamp.mjs';
import { fillOnce, isFilled } from './app-server.ts';

export default async function prepare(): Promise<(() => void) | undefined> {
  if (!isFresh()) await build();
  // Whoever runs several parts of the tests side by side has filled it.
  return isFilled() ? undefined : fillOnce();
}
