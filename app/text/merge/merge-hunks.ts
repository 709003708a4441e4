/**
 * The edits of one side of a merge, as hunks over the tokens of the base, and the rule when edits of two sides touch.
 */
import { alignTokens, hunksOf, type Hunk } from '../diff/align.ts';
import { isSentenceBorder, MARK, spaceBefore, tokenize, type TokenText } from '../diff/tokens.ts';

/** One side of a merge: its tokens, its alignment with the base and its hunks in order. */
export interface MergeSide {
  index: number;
  tokens: TokenText;
  matches: Int32Array;
  hunks: SideHunk[];
}

export interface SideHunk extends Hunk {
  side: number;
}

/** A sentence of which less than this share of words is kept counts as rewritten as a whole. */
const REWRITTEN_SHARE = 0.4;
/** Below this length a sentence has too few words for a share to mean anything. */
const REWRITTEN_MIN_WORDS = 5;

/** Aligns a side with the base. */
export function toMergeSide(base: TokenText, text: string, index: number): MergeSide {
  const tokens = tokenize(text);
  const matches = alignTokens(base, tokens);
  replaceRewrittenSentences(base, tokens, matches);
  return { index, tokens, matches, hunks: sideHunks(matches, tokens.count, index) };
}

export function sideHunks(matches: Int32Array, count: number, side: number): SideHunk[] {
  return hunksOf(matches, count).map((hunk) => ({ ...hunk, side }));
}

/**
 * In a rewritten sentence a few words ("w", "gminy") are always found again by chance; an edit of another person must
 * not be planted between them. Such a sentence becomes one hunk.
 */
function replaceRewrittenSentences(base: TokenText, other: TokenText, matches: Int32Array): void {
  let from = 0;
  for (let i = 1; i <= base.count; i++) {
    if (!isSentenceBorder(base, i)) continue;
    if (isRewritten({ base, other, matches, from, to: i })) matches.fill(-1, from, i);
    from = i;
  }
}

function isRewritten(sentence: {
  base: TokenText;
  other: TokenText;
  matches: Int32Array;
  from: number;
  to: number;
}): boolean {
  const { base, other, matches, from, to } = sentence;
  let words = 0;
  let kept = 0;
  let first = -1;
  let last = -1;
  for (let i = from; i < to; i++) {
    const j = matches[i]!;
    if (base.kinds[i] !== MARK) words++;
    if (j < 0) continue;
    if (base.kinds[i] !== MARK) kept++;
    if (first < 0) first = j;
    last = j;
  }
  if (words < REWRITTEN_MIN_WORDS || kept >= words * REWRITTEN_SHARE || first < 0) return false;
  let present = 0;
  const counterpartFrom = from > 0 && matches[from - 1]! >= 0 ? matches[from - 1]! + 1 : first;
  const counterpartTo = to < base.count && matches[to]! >= 0 ? matches[to]! : last + 1;
  for (let j = counterpartFrom; j < counterpartTo; j++) if (other.kinds[j] !== MARK) present++;
  return present - kept > kept;
}

const END_MARKS = new Set(['.', ';', ',']);

/** True when a hunk only sets, changes or removes the mark that ends the clause, as a list does when its last item moves. */
function isEndMarkHunk(base: TokenText, side: MergeSide, hunk: SideHunk): boolean {
  if (hunk.to !== base.count || hunk.otherTo !== side.tokens.count) return false;
  if (hunk.to - hunk.from > 1 || hunk.otherTo - hunk.otherFrom > 1) return false;
  const isEndMark = (key: string | undefined): boolean => key === undefined || END_MARKS.has(key);
  const removed = hunk.to > hunk.from ? base.keys[hunk.from] : undefined;
  const added = hunk.otherTo > hunk.otherFrom ? side.tokens.keys[hunk.otherFrom] : undefined;
  return isEndMark(removed) && isEndMark(added);
}

/**
 * True when one of two neighbouring edits changes punctuation only and a blank separates it from the other: the comma
 * after a word or the closing quotation mark belongs to that word, not to the one that follows.
 */
function isSetApart(base: TokenText, sides: readonly MergeSide[], first: SideHunk, second: SideHunk): boolean {
  const [left, right] = [sides[first.side]!, sides[second.side]!];
  if (isMarkOnly(base, left, first)) {
    const isGlued =
      spaceBefore(left.tokens, first.otherTo) === '' || (first.to > first.from && spaceBefore(base, first.to) === '');
    if (!isGlued) return true;
  }
  if (!isMarkOnly(base, right, second)) return false;
  return (
    spaceBefore(right.tokens, second.otherFrom) !== '' &&
    (second.to === second.from || spaceBefore(base, second.from) !== '')
  );
}

function isMarkOnly(base: TokenText, side: MergeSide, hunk: SideHunk): boolean {
  for (let i = hunk.from; i < hunk.to; i++) if (base.kinds[i] !== MARK) return false;
  for (let j = hunk.otherFrom; j < hunk.otherTo; j++) if (side.tokens.kinds[j] !== MARK) return false;
  return true;
}

/**
 * Whether edits of two sides touch, so that a human has to decide. They do not when at least one word or mark between
 * them is left as it was, when each stays within its own sentence, or when one of them is only the mark that ends the
 * clause.
 */
export function doTouch(base: TokenText, sides: readonly MergeSide[], one: SideHunk, other: SideHunk): boolean {
  const [first, second] =
    one.from < other.from || (one.from === other.from && one.to <= other.to) ? [one, other] : [other, one];
  if (first.to < second.from) return false;
  if (first.to > second.from) return true;
  const isFirstInsertion = first.from === first.to;
  const isSecondInsertion = second.from === second.to;
  if (isFirstInsertion && isSecondInsertion) return true;
  const isFirstEndMark = isEndMarkHunk(base, sides[first.side]!, first);
  const isSecondEndMark = isEndMarkHunk(base, sides[second.side]!, second);
  if (isFirstEndMark) return true;
  if (isSecondEndMark) return false;
  if (isSetApart(base, sides, first, second)) return false;
  if (!isSentenceBorder(base, first.to)) return true;
  if (isFirstInsertion) return !isSentenceInsertion(base, sides, first) || coversSentence(base, second, second.from);
  if (isSecondInsertion) return !isSentenceInsertion(base, sides, second) || coversSentence(base, first, first.to);
  return false;
}

/** True when an insertion at a sentence border is made of whole sentences itself. */
export function isSentenceInsertion(base: TokenText, sides: readonly MergeSide[], hunk: SideHunk): boolean {
  const { tokens } = sides[hunk.side]!;
  return (
    hunk.from === hunk.to &&
    isSentenceBorder(base, hunk.from) &&
    isSentenceBorder(tokens, hunk.otherFrom) &&
    isSentenceBorder(tokens, hunk.otherTo) &&
    (tokens.kinds[hunk.otherFrom] !== MARK || !END_MARKS.has(tokens.keys[hunk.otherFrom]!))
  );
}

/** True when a hunk takes away the whole sentence that begins or ends at `border`. */
function coversSentence(base: TokenText, hunk: SideHunk, border: number): boolean {
  if (border === hunk.from) {
    let end = border + 1;
    while (!isSentenceBorder(base, end)) end++;
    return hunk.to >= end;
  }
  let start = border - 1;
  while (!isSentenceBorder(base, start)) start--;
  return hunk.from <= start;
}
