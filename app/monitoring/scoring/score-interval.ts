import { publishedUnits, settingsOf, visitDraws } from './draw-totals.ts';
import type { ScoreTable } from './draw-totals.ts';
import { isFixed } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

/** 5th and 95th percentile (nearest rank) of a unit's total under drawn weights; in points. */
export interface ScoreInterval {
  from: number;
  to: number;
}

/**
 * How far the totals move when weights are drawn as for `rankIntervals`, by unit id; units
 * without a published total are left out. Keeps every total of every draw: 50 MB for 2,500
 * units and 5,000 draws.
 */
export function scoreIntervals(table: ScoreTable): Map<string, ScoreInterval> {
  const settings = settingsOf(table);
  const { units, rounded } = publishedUnits(table);
  const perPoint = 10 ** settings.options.decimals;
  if (isFixed(settings.drawing)) {
    return new Map(
      units.map((unit, place) => {
        const value = Number(rounded[place] ?? 0n) / perPoint;
        return [unit.id, { from: value, to: value }];
      }),
    );
  }
  const { draws } = settings.drawing;
  const totals = new Int32Array(units.length * draws);
  let filled = 0;
  visitDraws(table.model, units, settings, (chunk, count) => {
    for (let unit = 0; unit < units.length; unit += 1) {
      totals.set(chunk.subarray(unit * CHUNK, unit * CHUNK + count), unit * draws + filled);
    }
    filled += count;
  });
  return new Map(
    units.map((unit, place) => {
      const own = totals.subarray(place * draws, (place + 1) * draws).sort();
      const element = (percent: number) => (own[Math.max(1, Math.ceil((percent * draws) / 100)) - 1] ?? 0) / perPoint;
      return [unit.id, { from: element(5), to: element(95) }];
    }),
  );
}
