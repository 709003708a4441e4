/**
 * Alignment of long sequences: cut at short phrases that occur once on both sides, and what is left too long for the
 * table goes through Myers' algorithm with a bound on its work, so that hostile texts cost linear time.
 */
import { alignByTable, TABLE_CELLS, type Range, type Side } from './align-table.ts';

/** Tokens of a phrase used as an anchor: three in a row that occur once in each text are hardly ever a coincidence. */
const PHRASE = 3;
/** Edits after which Myers' search settles for the furthest point reached (its cost grows with the square). */
const MAX_EDITS = 256;

/** Writes the alignment of the range into `matches`; exact when the range is short, near-minimal otherwise. */
export function alignRange(a: Side, b: Side, range: Range, matches: Int32Array): void {
  const rest = trim(a, b, range, matches);
  const rows = rest.aTo - rest.aFrom;
  const width = rest.bTo - rest.bFrom;
  if (rows === 0 || width === 0) return;
  if (rows * width <= TABLE_CELLS) {
    alignByTable(a, b, rest, matches);
    return;
  }
  const anchors = commonPhrases(a, b, rest);
  if (anchors.length === 0) {
    alignByMyers(a, b, rest, matches);
    return;
  }
  let aFrom = rest.aFrom;
  let bFrom = rest.bFrom;
  for (const [i, j] of anchors) {
    if (i < aFrom || j < bFrom) continue;
    alignRange(a, b, { aFrom, aTo: i, bFrom, bTo: j }, matches);
    for (let k = 0; k < PHRASE; k++) matches[i + k] = j + k;
    aFrom = i + PHRASE;
    bFrom = j + PHRASE;
  }
  alignRange(a, b, { aFrom, aTo: rest.aTo, bFrom, bTo: rest.bTo }, matches);
}

function trim(a: Side, b: Side, range: Range, matches: Int32Array): Range {
  let { aFrom, aTo, bFrom, bTo } = range;
  while (aFrom < aTo && bFrom < bTo && a.codes[aFrom] === b.codes[bFrom]) matches[aFrom++] = bFrom++;
  while (aFrom < aTo && bFrom < bTo && a.codes[aTo - 1] === b.codes[bTo - 1]) matches[--aTo] = --bTo;
  return { aFrom, aTo, bFrom, bTo };
}

/** Positions of phrases that occur exactly once in each range, in an order both texts share. */
function commonPhrases(a: Side, b: Side, range: Range): [number, number][] {
  const inB = phrasePositions(b.codes, range.bFrom, range.bTo);
  const pairs: [number, number][] = [];
  for (const [phrase, i] of phrasePositions(a.codes, range.aFrom, range.aTo)) {
    const j = inB.get(phrase);
    if (i >= 0 && j !== undefined && j >= 0) pairs.push([i, j]);
  }
  return longestRising(pairs);
}

/** Phrase → its position, or -1 when it occurs more than once. */
function phrasePositions(codes: Int32Array, from: number, to: number): Map<string | number, number> {
  const positions = new Map<string | number, number>();
  for (let i = from; i + PHRASE <= to; i++) {
    const x = codes[i]!;
    const y = codes[i + 1]!;
    const z = codes[i + 2]!;
    // Numbers are exact up to 2^53: below 2^17 different tokens three codes fit, beyond that the key is a string.
    const key = x < 131_072 && y < 131_072 && z < 131_072 ? (x * 131_072 + y) * 131_072 + z : `${x},${y},${z}`;
    positions.set(key, positions.has(key) ? -1 : i);
  }
  return positions;
}

/** The longest subsequence of pairs rising on both sides; the pairs come sorted by the first. */
function longestRising(pairs: [number, number][]): [number, number][] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length);
  for (let k = 0; k < pairs.length; k++) {
    const value = pairs[k]![1];
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]![1] < value) low = middle + 1;
      else high = middle;
    }
    before[k] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = k;
  }
  const result: [number, number][] = [];
  for (let k = tails.length > 0 ? tails[tails.length - 1]! : -1; k >= 0; k = before[k]!) result.push(pairs[k]!);
  return result.reverse();
}

/**
 * Myers' greedy search ("An O(ND) Difference Algorithm", 1986), forward only. When a stretch needs more than MAX_EDITS
 * edits, the path to the furthest point is taken and the search starts again from there.
 */
function alignByMyers(a: Side, b: Side, range: Range, matches: Int32Array): void {
  let rest: Range | null = range;
  while (rest !== null) rest = searchOnce(a, b, rest, matches);
}

function searchOnce(a: Side, b: Side, range: Range, matches: Int32Array): Range | null {
  const { aFrom, aTo, bFrom, bTo } = range;
  const rows = aTo - aFrom;
  const width = bTo - bFrom;
  if (rows === 0 || width === 0) return null;
  const limit = Math.min(MAX_EDITS, rows + width);
  const offset = limit + 1;
  let reach = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];
  let furthest = { edits: 0, diagonal: 0, sum: -1 };
  for (let edits = 0; edits <= limit; edits++) {
    furthest = { edits, diagonal: 0, sum: -1 };
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down =
        diagonal === -edits || (diagonal !== edits && reach[offset + diagonal - 1]! < reach[offset + diagonal + 1]!);
      let x = edits === 0 ? 0 : down ? reach[offset + diagonal + 1]! : reach[offset + diagonal - 1]! + 1;
      let y = x - diagonal;
      while (x < rows && y < width && x >= 0 && y >= 0 && a.codes[aFrom + x] === b.codes[bFrom + y]) {
        x++;
        y++;
      }
      reach[offset + diagonal] = x;
      if (x <= rows && y <= width && y >= 0 && x + y > furthest.sum) furthest = { edits, diagonal, sum: x + y };
    }
    history.push(reach);
    if (furthest.sum >= rows + width) break;
    reach = reach.slice();
  }
  return walkMyers(history, furthest, range, matches);
}

function walkMyers(
  history: Int32Array[],
  end: { edits: number; diagonal: number },
  range: Range,
  matches: Int32Array,
): Range | null {
  const offset = (history[0]!.length - 1) / 2;
  let diagonal = end.diagonal;
  let x = history[end.edits]![offset + diagonal]!;
  const stop = { x, y: x - diagonal };
  for (let edits = end.edits; edits >= 0; edits--) {
    const y = x - diagonal;
    let startX = 0;
    let next = 0;
    let nextX = 0;
    if (edits > 0) {
      const past = history[edits - 1]!;
      const down =
        diagonal === -edits || (diagonal !== edits && past[offset + diagonal - 1]! < past[offset + diagonal + 1]!);
      next = down ? diagonal + 1 : diagonal - 1;
      nextX = past[offset + next]!;
      startX = down ? nextX : nextX + 1;
    }
    for (let k = 1; k <= x - startX; k++) matches[range.aFrom + x - k] = range.bFrom + y - k;
    x = nextX;
    diagonal = next;
  }
  const rest = { aFrom: range.aFrom + stop.x, aTo: range.aTo, bFrom: range.bFrom + stop.y, bTo: range.bTo };
  const done = rest.aFrom >= rest.aTo || rest.bFrom >= rest.bTo || (stop.x === 0 && stop.y === 0);
  return done ? null : rest;
}
