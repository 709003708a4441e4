import { drawOnce, settingsOf } from './draw-totals.ts';
import type { Collector, PublishedUnits, ScoreTable, Settings } from './draw-totals.ts';
import { COUNTING_LIMIT, END_PLACES, rankByCounting, rankBySorting } from './rank-draws.ts';
import { sharedRanks } from './ranks.ts';
import { isFixed } from './weight-draws.ts';
import { CHUNK } from './weighted-sums.ts';

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

/**
 * Rank intervals of all units under drawn weights (monitoring method 2.4), in the order of
 * the table. Ranks share ties on the total rounded as printed. The same seed gives the same
 * intervals; the order of units, areas and items changes nothing. With a weight spread of 0
 * nothing is drawn, neither for items nor for areas, and every interval is the base rank.
 */
export function rankIntervals(table: ScoreTable): RankInterval[] {
  return drawOnce(table, [rankCollector])[0];
}

/** Takes the ranks of every draw. */
export function rankCollector(table: ScoreTable, published: PublishedUnits): Collector<RankInterval[]> {
  const settings = settingsOf(table);
  const ranks = sharedRanks(published.rounded).map((rank) => rank ?? 0);
  const counts = isFixed(settings.drawing) ? fixedCounts(published.rounded, ranks) : createCounts(ranks.length);
  const counter = isFixed(settings.drawing) ? null : countDraws(settings, counts);
  return {
    visit: (rounded, draws) => counter?.visit(rounded, draws),
    finish: () => {
      counter?.finish();
      const intervals = new Map(
        published.units.map((unit, place) => [unit.id, intervalOf(counts, place, ranks[place] ?? 0)]),
      );
      return table.units.map(({ id }) => ({ id, ...(intervals.get(id) ?? NO_INTERVAL) }));
    },
  };
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

/**
 * Draws whose ranks are kept before they are counted: one row of counts at a time then
 * stays in the processor's cache, while all of them together (25 MB for 2,500 units) do not.
 * Not a power of two, which would make all units share the same few lines of the cache.
 */
const KEPT_DRAWS = 65 * CHUNK;

function countDraws(settings: Settings, counts: RankCounts) {
  const { size } = counts;
  const greatest = 100 * 10 ** settings.options.decimals;
  const toRanks = greatest <= COUNTING_LIMIT ? rankByCounting(size, greatest) : rankBySorting(size);
  const kept = new Int32Array(size * KEPT_DRAWS);
  let filled = 0;
  return {
    visit(rounded: Int32Array, draws: number): void {
      if (filled + draws > KEPT_DRAWS) {
        countKept(counts, kept, filled);
        filled = 0;
      }
      toRanks(rounded, draws, { ranks: kept, stride: KEPT_DRAWS, offset: filled });
      filled += draws;
      counts.draws += draws;
    },
    finish: () => countKept(counts, kept, filled),
  };
}

function countKept({ size, ranks, bottom }: RankCounts, kept: Int32Array, filled: number): void {
  for (let unit = 0; unit < size; unit += 1) {
    const own = unit * size - 1;
    const from = unit * KEPT_DRAWS;
    for (let at = from; at < from + filled; at += 1) {
      let rank = kept[at] as number;
      if (rank < 0) {
        rank = -rank;
        bottom[unit] = (bottom[unit] as number) + 1;
      }
      ranks[own + rank] = (ranks[own + rank] as number) + 1;
    }
  }
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
