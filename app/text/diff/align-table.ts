/**
 * Exact alignment of two short sequences by a table of all pairs: as many words as possible are kept (so that marks are
 * minimal), then as many punctuation marks, then the alignment with the longest unbroken runs and the longest words.
 */

/** Longest product of lengths for which the table is affordable (about 2 ms). */
export const TABLE_CELLS = 400_000;

/** One more kept word outweighs everything the lesser criteria can sum up to within TABLE_CELLS. */
const WORD_WEIGHT = 1 << 20;
const MARK_WEIGHT = 48;
/** Keeping neighbours together reads better than the same words scattered. */
const RUN_BONUS = 14;

export interface Side {
  /** Interned token keys: equal numbers are equal tokens. */
  codes: Int32Array;
  /** Weight of keeping the token, by position; from `tokenWeight`. */
  weights: Int32Array;
}

/** Weight of keeping a token: words before marks, long (telling) words before short (function) words. */
export function tokenWeight(isMark: boolean, length: number): number {
  return isMark ? MARK_WEIGHT : WORD_WEIGHT + Math.min(length, 12);
}

export interface Range {
  aFrom: number;
  aTo: number;
  bFrom: number;
  bTo: number;
}

const UP = 0;
const LEFT = 1;
const DIAGONAL = 2;
const IN_RUN = 4;

/** Writes into `matches` (index in a → index in b) the best alignment of the two ranges. */
export function alignByTable(a: Side, b: Side, range: Range, matches: Int32Array): void {
  const { aFrom, aTo, bFrom, bTo } = range;
  const rows = aTo - aFrom;
  const width = bTo - bFrom;
  if (rows === 0 || width === 0) return;
  const trace = new Uint8Array(rows * width);
  let best = new Int32Array(width + 1);
  let previousBest = new Int32Array(width + 1);
  let diagonal = new Int32Array(width + 1).fill(-1);
  let previousDiagonal = new Int32Array(width + 1).fill(-1);
  for (let i = 0; i < rows; i++) {
    const code = a.codes[aFrom + i]!;
    const weight = a.weights[aFrom + i]!;
    best[0] = 0;
    for (let j = 0; j < width; j++) {
      let score = previousBest[j + 1]!;
      let step = UP;
      if (best[j]! > score) {
        score = best[j]!;
        step = LEFT;
      }
      if (code === b.codes[bFrom + j]!) {
        const run = previousDiagonal[j]!;
        const inRun = run >= 0 && run + RUN_BONUS >= previousBest[j]!;
        const kept = weight + (inRun ? run + RUN_BONUS : previousBest[j]!);
        diagonal[j + 1] = kept;
        if (inRun) step |= IN_RUN;
        if (kept >= score) {
          score = kept;
          step = DIAGONAL | (inRun ? IN_RUN : 0);
        }
      } else {
        diagonal[j + 1] = -1;
      }
      best[j + 1] = score;
      trace[i * width + j] = step;
    }
    [best, previousBest] = [previousBest, best];
    [diagonal, previousDiagonal] = [previousDiagonal, diagonal];
  }
  walkBack(trace, range, matches);
}

function walkBack(trace: Uint8Array, range: Range, matches: Int32Array): void {
  const width = range.bTo - range.bFrom;
  let i = range.aTo - range.aFrom - 1;
  let j = width - 1;
  let forced = false;
  while (i >= 0 && j >= 0) {
    const step = trace[i * width + j]!;
    if (forced || (step & 3) === DIAGONAL) {
      matches[range.aFrom + i] = range.bFrom + j;
      forced = (step & IN_RUN) !== 0;
      i--;
      j--;
    } else if ((step & 3) === UP) i--;
    else j--;
  }
}
