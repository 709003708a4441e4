/**
 * "w dni robocze i w soboty" shortened to "w soboty" may have lost "[w dni robocze i] w" or "w [dni robocze i w]": the
 * text does not say which. Where one reading touches the edit of another person and the other does not, the edits are
 * in different words and both survive.
 */
import { reversed, canShift, shiftRun } from '../diff/place-hunks.ts';
import { doTouch, sideHunks, type MergeSide, type SideHunk } from './merge-hunks.ts';
import { MARK, type TokenText } from '../diff/tokens.ts';

/** A longer repetition than this many words is not looked at. */
const MAX_SLIDE = 30;
/** Runs moved in one text: each costs a pass over its tokens, so hostile texts need a bound. */
const MAX_MOVED_RUNS = 200;

/** Moves pure deletions and insertions off the edits of other sides where an equal reading allows it. */
export function slideApart(base: TokenText, sides: readonly MergeSide[]): void {
  let left = MAX_MOVED_RUNS;
  for (const side of sides) {
    for (const hunk of side.hunks) {
      if (left === 0) return;
      const isDeletion = hunk.otherFrom === hunk.otherTo;
      const isInsertion = hunk.from === hunk.to;
      if (isDeletion === isInsertion || !touchesAny(base, sides, hunk)) continue;
      left--;
      const shift = findShift(base, sides, hunk, isDeletion);
      if (shift !== 0) applyShift(side, hunk, isDeletion, shift);
    }
  }
}

function touchesAny(base: TokenText, sides: readonly MergeSide[], hunk: SideHunk): boolean {
  return nearHunks(sides, hunk).some((other) => doTouch(base, sides, hunk, other));
}

/** The hunks of other sides that overlap or border a hunk. */
function nearHunks(sides: readonly MergeSide[], hunk: SideHunk): SideHunk[] {
  const near: SideHunk[] = [];
  for (const { index, hunks } of sides) {
    if (index === hunk.side) continue;
    let low = 0;
    let high = hunks.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (hunks[middle]!.to < hunk.from) low = middle + 1;
      else high = middle;
    }
    for (let k = low; k < hunks.length && hunks[k]!.from <= hunk.to; k++) near.push(hunks[k]!);
  }
  return near;
}

/** Two insertions at one place are two answers to one question: moving them apart would hide that. */
function isRivalInsertion(sides: readonly MergeSide[], hunk: SideHunk): boolean {
  if (hunk.from !== hunk.to) return false;
  return nearHunks(sides, hunk).some((other) => other.from === other.to && other.from === hunk.from);
}

function findShift(base: TokenText, sides: readonly MergeSide[], hunk: SideHunk, isDeletion: boolean): number {
  if (isRivalInsertion(sides, hunk)) return 0;
  const side = sides[hunk.side]!;
  const tokens = isDeletion ? base : side.tokens;
  const matches = isDeletion ? side.matches : reversed(side.matches, side.tokens.count);
  const from = isDeletion ? hunk.from : hunk.otherFrom;
  const to = isDeletion ? hunk.to : hunk.otherTo;
  for (const direction of [-1, 1]) {
    for (let shift = 1; shift <= MAX_SLIDE; shift++) {
      if (!canShift({ tokens, from, to }, direction * (shift - 1), direction, matches)) break;
      const passed = direction > 0 ? to + shift - 1 : from - shift;
      // The comma of an enumeration may pass to the other end of the item; no other mark is part of an item.
      if (tokens.kinds[passed] === MARK && tokens.keys[passed] !== ',') break;
      const moved = moveHunk(hunk, direction * shift);
      if (!touchesAny(base, sides, moved) && !isRivalInsertion(sides, moved)) return direction * shift;
    }
  }
  return 0;
}

function moveHunk(hunk: SideHunk, shift: number): SideHunk {
  return {
    side: hunk.side,
    from: hunk.from + shift,
    to: hunk.to + shift,
    otherFrom: hunk.otherFrom + shift,
    otherTo: hunk.otherTo + shift,
  };
}

function applyShift(side: MergeSide, hunk: SideHunk, isDeletion: boolean, shift: number): void {
  const count = side.tokens.count;
  if (isDeletion) shiftRun(hunk.from, hunk.to, shift, side.matches);
  else {
    const matches = reversed(side.matches, count);
    shiftRun(hunk.otherFrom, hunk.otherTo, shift, matches);
    side.matches.set(reversed(matches, side.matches.length));
  }
  side.hunks = sideHunks(side.matches, count, side.index);
}
