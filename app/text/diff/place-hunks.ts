/**
 * A pure insertion or deletion can often stand at several places with the same result ("psy [i koty] i ptaki" or
 * "psy i [koty i] ptaki"). Both sides of a merge must choose the same place, and a reader expects whole sentences.
 */
import { isSentenceBorder, MARK, type TokenText } from './tokens.ts';

const LEADING = new Set([
  ',',
  '(',
  '–',
  '—',
  ...'i oraz a lub albo bądź ani ale lecz w we z ze na do od po przez za dla o u przy pod nad bez'.split(' '),
]);
const BARE_CONJUNCTIONS = new Set([...LEADING].filter((word) => word !== ','));

/** How many places a run is tried at on either side; a longer repetition is not text that people write. */
const MAX_SHIFT = 200;

interface Run {
  tokens: TokenText;
  from: number;
  to: number;
}

/** Moves every pure insertion and deletion to its best place, in `matches` itself. */
export function placeHunks(before: TokenText, after: TokenText, matches: Int32Array): void {
  placeDeletions(before, matches, after.count);
  const reverse = reversed(matches, after.count);
  placeDeletions(after, reverse, before.count);
  matches.fill(-1);
  for (let j = 0; j < reverse.length; j++) if (reverse[j]! >= 0) matches[reverse[j]!] = j;
}

/** For each token of the other side its counterpart, or -1. */
export function reversed(matches: Int32Array, count: number): Int32Array {
  const reverse = new Int32Array(count).fill(-1);
  for (let i = 0; i < matches.length; i++) if (matches[i]! >= 0) reverse[matches[i]!] = i;
  return reverse;
}

function placeDeletions(tokens: TokenText, matches: Int32Array, otherCount: number): void {
  let i = 0;
  while (i < matches.length) {
    if (matches[i]! >= 0) {
      i++;
      continue;
    }
    let end = i;
    while (end < matches.length && matches[end]! < 0) end++;
    const previous = i > 0 ? matches[i - 1]! : -1;
    const next = end < matches.length ? matches[end]! : otherCount;
    // With tokens inserted at the same place it is a replacement, which has only one place.
    const isPure = next === previous + 1;
    i = isPure ? placeRun({ tokens, from: i, to: end }, matches) : end;
  }
}

/** Moves one deleted run to its best place; returns where the scan goes on. */
function placeRun(run: Run, matches: Int32Array): number {
  const { tokens, from, to } = run;
  let bestShift = 0;
  let bestScore = placeScore(run);
  for (const direction of [-1, 1]) {
    for (let shift = 1; shift <= MAX_SHIFT && canShift(run, direction * (shift - 1), direction, matches); shift++) {
      const score = placeScore({ tokens, from: from + direction * shift, to: to + direction * shift });
      if (score > bestScore || (score === bestScore && direction < 0)) {
        bestScore = score;
        bestShift = direction * shift;
      }
    }
  }
  shiftRun(from, to, bestShift, matches);
  return to + Math.max(0, bestShift);
}

/** True when a run that has been shifted by `shift` can go one token further in the direction. */
export function canShift(run: Run, shift: number, direction: number, matches: Int32Array): boolean {
  const { tokens, from, to } = run;
  if (direction > 0) {
    const entering = to + shift;
    if (entering >= matches.length || matches[entering]! < 0) return false;
    if (shift > 0 && matches[entering]! !== matches[entering - 1]! + 1) return false;
    return tokens.keys[from + shift] === tokens.keys[entering];
  }
  const entering = from + shift - 1;
  if (entering < 0 || matches[entering]! < 0) return false;
  if (shift < 0 && matches[entering]! !== matches[entering + 1]! - 1) return false;
  return tokens.keys[entering] === tokens.keys[to + shift - 1];
}

/** Moves a deleted run by `shift` tokens, handing the counterparts over. */
export function shiftRun(from: number, to: number, shift: number, matches: Int32Array): void {
  for (let k = 0; k < shift; k++) {
    matches[from + k] = matches[to + k]!;
    matches[to + k] = -1;
  }
  for (let k = 1; k <= -shift; k++) {
    matches[to - k] = matches[from - k]!;
    matches[from - k] = -1;
  }
}

function placeScore({ tokens, from, to }: Run): number {
  const first = tokens.keys[from]!;
  const last = tokens.keys[to - 1]!;
  let score = 0;
  if (isSentenceBorder(tokens, from) && isSentenceBorder(tokens, to)) score += 8;
  else if (tokens.kinds[to - 1] === MARK && last !== ',' && last !== ')' && last !== '”') score -= 2;
  if (LEADING.has(first.toLowerCase())) score += 1;
  if (BARE_CONJUNCTIONS.has(last.toLowerCase())) score -= 1;
  return score;
}
