import { drawOnce, settingsOf } from './draw-totals.ts';
import type { Collector, PublishedUnits, ScoreTable } from './draw-totals.ts';
import { isFixed } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

/** 5th and 95th percentile (nearest rank) of a unit's total under all draws; in points. */
export interface ScoreInterval {
  from: number;
  to: number;
}

/**
 * How far the totals move under the draws of `rankIntervals`, by unit id; units without a published total are left out. Keeps every
 * total of every draw: 100 MB for 2,500 units and 5,000 draws of all sources.
 */
export function scoreIntervals(table: ScoreTable): Map<string, ScoreInterval> {
  return drawOnce(table, [scoreCollector])[0];
}

/** Takes the totals of every draw. */
export function scoreCollector(
  table: ScoreTable,
  { units, rounded }: PublishedUnits,
): Collector<Map<string, ScoreInterval>> {
  const { drawing, options } = settingsOf(table);
  const perPoint = 10 ** options.decimals;
  if (isFixed(drawing))
    return {
      visit: () => undefined,
      finish: () =>
        new Map(
          units.map((unit, place) => {
            const value = Number(rounded[place] ?? 0n) / perPoint;
            return [unit.id, { from: value, to: value }];
          }),
        ),
    };
  const draws = drawing.draws * (drawing.all === null ? 1 : 2);
  const totals = new Int32Array(units.length * draws);
  let filled = 0;
  return {
    visit(chunk, count) {
      for (let unit = 0; unit < units.length; unit += 1) {
        totals.set(chunk.subarray(unit * CHUNK, unit * CHUNK + count), unit * draws + filled);
      }
      filled += count;
    },
    finish: () =>
      new Map(
        units.map((unit, place) => {
          const own = totals.subarray(place * draws, (place + 1) * draws).sort();
          const element = (percent: number) =>
            (own[Math.max(1, Math.ceil((percent * draws) / 100)) - 1] ?? 0) / perPoint;
          return [unit.id, { from: element(5), to: element(95) }];
        }),
      ),
  };
}
