import { publishedUnits, settingsOf, visitDraws } from './draw-totals.ts';
import type { ScoreTable } from './draw-totals.ts';
import { isFixed } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

/** Share of draws, in per cent, from which on a difference is called clear. */
const CLEAR_PERCENT = 95;

/** Two units under drawn weights; shares and `clear` are null when one has no published total. */
export interface PairComparison {
  a: string;
  b: string;
  /** Share of draws (0–1) in which the displayed total of a is greater; ties count for neither. */
  aBeatsB: number | null;
  bBeatsA: number | null;
  /** One of the two, whichever it is, is ahead in at least 95 % of draws; otherwise "not distinguishable". */
  clear: boolean | null;
}

/**
 * Compares pairs of units by id under the same draws as `rankIntervals`, in the order
 * given. Throws RangeError for an id that the table does not hold.
 */
export function comparePairs(table: ScoreTable, pairs: readonly (readonly [string, string])[]): PairComparison[] {
  const settings = settingsOf(table);
  const published = publishedUnits(table);
  const known = new Set(table.units.map((unit) => unit.id));
  const place = new Map(published.units.map((unit, index) => [unit.id, index]));
  const counts = pairs.map(([a, b]) => {
    const stranger = [a, b].find((id) => !known.has(id));
    if (stranger !== undefined) throw new RangeError(`No unit has the id "${stranger}"`);
    return { a: place.get(a) ?? -1, b: place.get(b) ?? -1, won: 0, lost: 0 };
  });
  const comparable = counts.filter((pair) => pair.a >= 0 && pair.b >= 0);
  let draws = 0;
  const compareOnce = (pair: (typeof counts)[number], a: number | bigint, b: number | bigint) => {
    if (a > b) pair.won += 1;
    else if (a < b) pair.lost += 1;
  };
  if (isFixed(settings.drawing)) {
    draws = 1;
    for (const pair of comparable) compareOnce(pair, published.rounded[pair.a] ?? 0, published.rounded[pair.b] ?? 0);
  } else if (comparable.length > 0) {
    visitDraws(table.model, published.units, settings, (rounded, count) => {
      draws += count;
      for (const pair of comparable) {
        for (let draw = 0; draw < count; draw += 1) {
          compareOnce(pair, rounded[pair.a * CHUNK + draw] ?? 0, rounded[pair.b * CHUNK + draw] ?? 0);
        }
      }
    });
  }
  return counts.map((pair, index) => {
    const [a, b] = pairs[index] ?? ['', ''];
    if (!comparable.includes(pair)) return { a, b, aBeatsB: null, bBeatsA: null, clear: null };
    const isClear = 100 * Math.max(pair.won, pair.lost) >= CLEAR_PERCENT * draws;
    return { a, b, aBeatsB: pair.won / draws, bBeatsA: pair.lost / draws, clear: isClear };
  });
}
