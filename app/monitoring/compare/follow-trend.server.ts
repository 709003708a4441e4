import { runTask } from '#app/workers/run-task.server.ts';
import type { Bridge } from '../scoring/compare.ts';
import type { EditionManifest } from '../cards/scorecard-document.ts';
import type { TrendStep } from './trend.ts';
import { followTrendOfCard } from './draw-tasks.server.ts';

/** Steps from every earlier edition to this one; none where there is none to compare with. */
export async function followTrend(
  current: EditionManifest,
  earlier: readonly EditionManifest[],
  teryt: string,
  bridges: ReadonlyMap<string, Bridge>,
): Promise<TrendStep[]> {
  const others = earlier.filter(({ edition }) => edition.slug !== current.edition.slug);
  return others.length === 0 ? [] : runTask(followTrendOfCard, { current, earlier: others, teryt, bridges });
}
