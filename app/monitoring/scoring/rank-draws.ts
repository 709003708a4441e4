import { CHUNK } from './weighted-sums.ts';

/** How many places from either end of the table "top ten" and "bottom ten" count. */
export const END_PLACES = 10;

/** Up to this greatest value (two decimals) each value is counted; beyond it, values are sorted. */
export const COUNTING_LIMIT = 10_000;

/** Where a ranker writes. */
interface RankedDraws {
  /**
   * Shared ranks from 1; of unit u in draw d at u · stride + offset + d. Negative for a
   * unit with fewer than END_PLACES units below it.
   */
  ranks: Int32Array;
  stride: number;
  offset: number;
}

/** Ranks the values of `draws` draws, the greatest first, ties sharing. */
export type Ranker = (rounded: Int32Array, draws: number, to: RankedDraws) => void;

/** Ranks values from 0 to `greatest` by counting how often each occurs. */
export function rankByCounting(size: number, greatest: number): Ranker {
  const row = greatest + 1;
  const places = new Int32Array(row * CHUNK);
  return (rounded, draws, to) => {
    places.fill(0);
    countValues(rounded, places, row);
    for (let draw = 0; draw < draws; draw += 1) {
      countsToRanks(places.subarray(draw * row, (draw + 1) * row), size);
    }
    readRanks(rounded, places, row, to);
  };
}

// The two loops below run over a whole chunk, also over draws that the last chunk does not
// have (their values are 0 to `greatest` all the same): a fixed length is much faster.

function countValues(rounded: Int32Array, places: Int32Array, row: number): void {
  for (let unit = 0; unit < rounded.length; unit += CHUNK) {
    for (let draw = 0, own = 0; draw < CHUNK; draw += 1, own += row) {
      const place = own + (rounded[unit + draw] as number);
      places[place] = (places[place] as number) + 1;
    }
  }
}

function readRanks(rounded: Int32Array, places: Int32Array, row: number, to: RankedDraws): void {
  const { ranks, stride, offset } = to;
  for (let unit = 0, at = offset; unit < rounded.length; unit += CHUNK, at += stride) {
    for (let draw = 0, own = 0; draw < CHUNK; draw += 1, own += row) {
      ranks[at + draw] = places[own + (rounded[unit + draw] as number)] as number;
    }
  }
}

/** Turns how often each value occurs into the rank of that value. */
function countsToRanks(places: Int32Array, size: number): void {
  let rank = 1;
  for (let value = places.length - 1; value >= 0; value -= 1) {
    const own = places[value] as number;
    if (own === 0) continue;
    const below = size - rank + 1 - own;
    places[value] = below < END_PLACES ? -rank : rank;
    rank += own;
  }
}

/** Ranks any values by sorting them. */
export function rankBySorting(size: number): Ranker {
  const sorted = new Int32Array(size);
  return (rounded, draws, { ranks, stride, offset }) => {
    for (let draw = 0; draw < draws; draw += 1) {
      for (let unit = 0; unit < size; unit += 1) sorted[unit] = rounded[unit * CHUNK + draw] as number;
      sorted.sort();
      const bottom = sorted[Math.min(END_PLACES, size) - 1] ?? 0;
      for (let unit = 0; unit < size; unit += 1) {
        const value = rounded[unit * CHUNK + draw] as number;
        const rank = size - countUpTo(sorted, value) + 1;
        ranks[unit * stride + offset + draw] = value <= bottom ? -rank : rank;
      }
    }
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
