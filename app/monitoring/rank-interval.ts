import { publishedUnits, settingsOf, visitDraws } from './draw-totals.ts';
import type { ScoreTable } from './draw-totals.ts';
import { sharedRanks } from './ranks.ts';
import { isFixed } from './weight-draws.ts';

/** Where a unit stands when the weights are drawn anew; all null without a published total. */
export interface RankInterval {
  id: string;
  /** Rank with the weights of the methodology. */
  rank: number | null;
  /** Median and 5th and 95th percentile of the ranks, nearest rank: element ⌈pN⌉ of the sorted list. */
  median: number | null;
  p05: number | null;
  p95: number | null;
  /** Share of draws (0–1) in which the unit is among ranks 1–10. */
  top10: number | null;
  /** Share of draws (0–1) in which fewer than ten units have a smaller displayed total. */
  bottom10: number | null;
}

/** How many places from either end `top10` and `bottom10` count. */
const END_PLACES = 10;

/**
 * Rank intervals of all units under drawn weights (monitoring method 2.4), in the order of
 * the table. Ranks share ties on the total rounded as printed. The same seed gives the same
 * intervals; the order of units, areas and items changes nothing. With a weight spread of 0
 * nothing is drawn, neither for items nor for areas, and every interval is the base rank.
 */
export function rankIntervals(table: ScoreTable): RankInterval[] {
  const settings = settingsOf(table);
  const published = publishedUnits(table);
  const ranks = sharedRanks(published.rounded).map((rank) => rank ?? 0);
  const counts = isFixed(settings.drawing) ? fixedCounts(published.rounded, ranks) : createCounts(ranks.length);
  if (!isFixed(settings.drawing)) {
    const count = rankCounter(counts, 100 * 10 ** settings.options.decimals);
    visitDraws(table.model, published.units, settings, count);
  }
  const intervals = new Map(published.units.map((unit, place) => [unit.id, intervalOf(counts, place, ranks[place] ?? 0)]));
  return table.units.map(({ id }) => ({ id, ...(intervals.get(id) ?? NO_INTERVAL) }));
}

const NO_INTERVAL = { rank: null, median: null, p05: null, p95: null, top10: null, bottom10: null };

/** How often each unit had each rank; row by row, `size` ranks per unit. */
interface RankCounts {
  size: number;
  draws: number;
  ranks: Uint32Array;
  bottom: Uint32Array;
}

function createCounts(size: number): RankCounts {
  return { size, draws: 0, ranks: new Uint32Array(size * size), bottom: new Uint32Array(size) };
}

function fixedCounts(rounded: readonly bigint[], ranks: readonly number[]): RankCounts {
  const counts = createCounts(ranks.length);
  counts.draws = 1;
  ranks.forEach((rank, unit) => {
    counts.ranks[unit * counts.size + rank - 1] = 1;
    const below = rounded.filter((other) => other < (rounded[unit] ?? 0n)).length;
    counts.bottom[unit] = below < END_PLACES ? 1 : 0;
  });
  return counts;
}

/** Scores above this many different values are ranked by sorting, not by counting each value. */
const COUNTING_LIMIT = 10_000;

/** Returns the visitor that ranks one draw and adds it to the counts. */
function rankCounter(counts: RankCounts, greatest: number): (rounded: Int32Array) => void {
  const toRanks = greatest <= COUNTING_LIMIT ? rankByCounting(counts.size, greatest) : rankBySorting(counts.size);
  const ranks = new Int32Array(counts.size);
  return (rounded) => {
    const bottom = toRanks(rounded, ranks);
    counts.draws += 1;
    for (let unit = 0; unit < counts.size; unit += 1) {
      const at = unit * counts.size + (ranks[unit] as number) - 1;
      counts.ranks[at] = (counts.ranks[at] as number) + 1;
      if ((rounded[unit] as number) <= bottom) counts.bottom[unit] = (counts.bottom[unit] as number) + 1;
    }
  };
}

/** Writes shared ranks and returns the greatest value that has fewer than ten values below it. */
type Ranker = (rounded: Int32Array, ranks: Int32Array) => number;

function rankByCounting(size: number, greatest: number): Ranker {
  const places = new Int32Array(greatest + 1);
  return (rounded, ranks) => {
    places.fill(0);
    for (let unit = 0; unit < size; unit += 1) {
      const value = rounded[unit] as number;
      places[value] = (places[value] as number) + 1;
    }
    let rank = 1;
    let bottom = greatest;
    for (let value = greatest; value >= 0; value -= 1) {
      const own = places[value] as number;
      if (own === 0) continue;
      places[value] = rank;
      rank += own;
      if (size - rank + 1 >= END_PLACES) bottom = value - 1;
    }
    for (let unit = 0; unit < size; unit += 1) ranks[unit] = places[rounded[unit] as number] as number;
    return bottom;
  };
}

function rankBySorting(size: number): Ranker {
  const sorted = new Int32Array(size);
  return (rounded, ranks) => {
    sorted.set(rounded);
    sorted.sort();
    for (let unit = 0; unit < size; unit += 1) ranks[unit] = size - countUpTo(sorted, rounded[unit] as number) + 1;
    return sorted[Math.min(END_PLACES, size) - 1] ?? 0;
  };
}

/** How many elements of a rising list are at most `value`. */
function countUpTo(sorted: Int32Array, value: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((sorted[middle] as number) <= value) from = middle + 1;
    else to = middle;
  }
  return from;
}

function intervalOf(counts: RankCounts, unit: number, rank: number): Omit<RankInterval, 'id'> {
  const own = counts.ranks.subarray(unit * counts.size, (unit + 1) * counts.size);
  const inTop = own.subarray(0, END_PLACES).reduce((sum, count) => sum + count, 0);
  return {
    rank,
    median: percentileOf(own, counts.draws, 50) + 1,
    p05: percentileOf(own, counts.draws, 5) + 1,
    p95: percentileOf(own, counts.draws, 95) + 1,
    top10: inTop / counts.draws,
    bottom10: (counts.bottom[unit] ?? 0) / counts.draws,
  };
}

/**
 * Nearest-rank percentile of values given by how often each occurs: the value of element
 * ⌈percent · total / 100⌉ of the sorted list. `percent` is whole, so that the product is exact.
 */
export function percentileOf(occurrences: ArrayLike<number>, total: number, percent: number): number {
  const element = Math.max(1, Math.ceil((percent * total) / 100));
  let seen = 0;
  for (let value = 0; value < occurrences.length; value += 1) {
    seen += occurrences[value] ?? 0;
    if (seen >= element) return value;
  }
  throw new RangeError('Fewer values than their total says');
}
