import { runTask } from '#app/workers/run-task.server.ts';
import type { EditionManifest, ManifestRow } from '../cards/scorecard-document.ts';
import type { Pair } from './compare-pair.ts';
import { comparePairOfCards } from './draw-tasks.server.ts';

/** Whether one of two municipalities is ahead whatever the weights. */
export function comparedPair(manifest: EditionManifest, rows: [ManifestRow, ManifestRow]): Promise<Pair> {
  return runTask(comparePairOfCards, { manifest, rows });
}
