/** Before the browser tests: the program they start must be built from the sources as they are. */
import { build } from '../../scripts/build.mjs';
import { isFresh } from '../../scripts/build-stamp.mjs';

export default async function buildOnce(): Promise<void> {
  if (!isFresh()) await build();
}
