import type { ConflictOption } from '../diff/change-types.ts';
import { toMergeSide, type MergeSide } from './merge-hunks.ts';
import { followSentenceMoves } from './merge-sentences.ts';
import { groupHunks, judge, type Region } from './merge-regions.ts';
import { slideApart } from './merge-slide.ts';
import { spaceBefore, textOf, tokenAt, tokenize, type TokenText } from '../diff/tokens.ts';

/** A disputed place of one text: [from, to) in the base, UTF-16 units. */
export interface TextConflict {
  from: number;
  to: number;
  base: string;
  options: ConflictOption[];
}

/** The merged text in pieces, for showing: what stayed, what was changed and by whom, what is disputed. */
export type MergePiece =
  | { kind: 'keep'; text: string }
  | { kind: 'change'; before: string; text: string; by: number[] }
  | { kind: 'conflict'; before: string; options: ConflictOption[] };

export interface TextMerge {
  /** The merged text, null when there is a conflict. */
  text: string | null;
  conflicts: TextConflict[];
  pieces: MergePiece[];
}

/**
 * Merges any number of rewordings of one text. Edits in different words all survive, the same edit counts once, edits
 * that touch (nothing but blanks between them) are a conflict. Sides that left the text alone have no say. The result
 * does not depend on the order of the sides; the indices in `by` and `sides` follow the given order.
 */
export function mergeText(base: string, sides: readonly string[]): TextMerge {
  const changed = sides.flatMap((text, index) => (text === base ? [] : [{ text, index }]));
  if (changed.length === 0) return { text: base, conflicts: [], pieces: [{ kind: 'keep', text: base }] };
  if (changed.every(({ text }) => text === changed[0]!.text)) {
    const { text } = changed[0]!;
    const by = changed.map(({ index }) => index);
    return { text, conflicts: [], pieces: [{ kind: 'change', before: base, text, by }] };
  }
  // Where an edit can be read in several ways the first side to choose limits the others: that must not be who filed first.
  changed.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : a.index - b.index));
  const tokens = tokenize(base);
  const merged = mergeTokens(tokens, changed);
  return merged.text === null ? (mergeMovedSentences(tokens, changed) ?? merged) : merged;
}

/** The merge after the other sides have followed the one side that moved sentences; null when that does not settle it. */
function mergeMovedSentences(base: TokenText, changed: readonly { text: string; index: number }[]): TextMerge | null {
  const texts = changed.map(({ text }) => text);
  const moves = texts.flatMap((_, mover) => followSentenceMoves(base, texts, mover) ?? []);
  if (moves.length !== 1) return null;
  const sides = moves[0]!.sides.map((text, k) => ({ text, index: changed[k]!.index }));
  const merged = mergeTokens(
    tokenize(moves[0]!.base),
    sides.filter(({ text }) => text !== moves[0]!.base),
  );
  return merged.text === null ? null : merged;
}

function mergeTokens(base: TokenText, changed: readonly { text: string; index: number }[]): TextMerge {
  const sides = changed.map(({ text }, k) => toMergeSide(base, text, k));
  slideApart(base, sides);
  const regions = groupHunks(base, sides);
  const toGiven = (list: readonly number[]): number[] => list.map((k) => changed[k]!.index).sort((a, b) => a - b);
  const assembly = new Assembly(base, sides);
  const conflicts: TextConflict[] = [];
  let at = 0;
  for (const region of regions) {
    assembly.keep(at, region.from);
    at = region.to;
    const verdict = judge(base, sides, region);
    if ('agreed' in verdict) {
      assembly.change(region, verdict.agreed, toGiven(verdict.by));
      continue;
    }
    const options = verdict.options
      .map((option) => ({ ...option, sides: toGiven(option.sides) }))
      .sort((a, b) => a.sides[0]! - b.sides[0]!);
    conflicts.push({ ...baseRange(base, region), base: textOf(base, region.from, region.to), options });
    assembly.conflict(region, options);
  }
  assembly.keep(at, base.count);
  assembly.finish();
  return { text: conflicts.length > 0 ? null : assembly.text, conflicts, pieces: assembly.pieces };
}

/** Where a region stands in the base text; an insertion stands right after the token before it. */
function baseRange(base: TokenText, region: Region): { from: number; to: number } {
  if (region.to > region.from) return { from: base.starts[region.from]!, to: base.ends[region.to - 1]! };
  const at = region.from === 0 ? 0 : base.ends[region.from - 1]!;
  return { from: at, to: at };
}

/** Puts the merged text together token by token, so that the blanks come out as the people who edited them meant. */
class Assembly {
  readonly pieces: MergePiece[] = [];
  text = '';
  #hasBegun = false;
  readonly #base: TokenText;
  readonly #sides: readonly MergeSide[];
  /** The side whose edit was written last, null after kept words. */
  #last: { side: MergeSide; to: number } | null = null;

  constructor(base: TokenText, sides: readonly MergeSide[]) {
    this.#base = base;
    this.#sides = sides;
  }

  keep(from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const space = this.#spaceAt(i);
      const written = [this.#base, ...this.#sides.map((side) => side.tokens)].map((tokens, k) =>
        tokenAt(tokens, k === 0 ? i : this.#sides[k - 1]!.matches[i]!),
      );
      // Sides that differ in Unicode composition only: the composed form is the one to print and to search.
      const composed = written.find((token) => token === this.#base.keys[i]);
      this.#write({ kind: 'keep', text: space + (composed ?? written[0]!) });
      this.#last = null;
    }
  }

  change(region: Region, agreed: { side: MergeSide; from: number; to: number }, by: number[]): void {
    const { side, from, to } = agreed;
    const written = textOf(side.tokens, from, to);
    const space = written === '' ? '' : this.#spaceOf(side, from, region.from);
    if (space !== '') this.#write({ kind: 'keep', text: space });
    this.#write({ kind: 'change', before: textOf(this.#base, region.from, region.to), text: written, by });
    this.#last = { side, to };
  }

  conflict(region: Region, options: ConflictOption[]): void {
    const before = textOf(this.#base, region.from, region.to);
    const space = region.to > region.from ? spaceBefore(this.#base, region.from) : ' ';
    this.#write({ kind: 'keep', text: region.from === 0 ? '' : space });
    this.#write({ kind: 'conflict', before, options });
    this.#last = null;
  }

  finish(): void {
    const space = this.#spaceAt(this.#base.count);
    if (space !== '') this.#write({ kind: 'keep', text: space });
  }

  /** The blank before kept base token `i` (or at the end): changed blanks win, first those next to an edit. */
  #spaceAt(i: number): string {
    if (this.#last !== null) {
      const { side, to } = this.#last;
      const isNext = this.#counterpart(side, i) === to && !this.#isMisplacedStart(to);
      if (isNext) return this.#mergeSpace(i, spaceBefore(side.tokens, to));
    }
    return this.#mergeSpace(i, null);
  }

  /** The blank before the first token of an edit, which may follow the edit of another side directly. */
  #spaceOf(side: MergeSide, from: number, baseIndex: number): string {
    const own = spaceBefore(side.tokens, from);
    if (this.#last === null || own !== spaceBefore(this.#base, baseIndex)) return own;
    return this.#mergeSpace(baseIndex, null);
  }

  /** What begins one side's text has no blank before it there; behind words of another side that says nothing. */
  #isMisplacedStart(j: number): boolean {
    return j === 0 && this.#hasBegun;
  }

  #counterpart(side: MergeSide, i: number): number {
    return i === this.#base.count ? side.tokens.count : side.matches[i]!;
  }

  #mergeSpace(i: number, preferred: string | null): string {
    // All that stood before has been deleted: the text begins as the base began.
    if (i > 0 && !this.#hasBegun) return spaceBefore(this.#base, 0);
    const original = spaceBefore(this.#base, i);
    if (preferred !== null && preferred !== original) return preferred;
    const seen = this.#sides.flatMap((side) => {
      const j = this.#counterpart(side, i);
      return j < 0 || this.#isMisplacedStart(j) ? [] : [spaceBefore(side.tokens, j)];
    });
    return pickBlank(original, seen);
  }

  #write(piece: MergePiece): void {
    const last = this.pieces.at(-1);
    this.#hasBegun ||= piece.kind === 'conflict' || piece.text !== '';
    if (piece.kind === 'conflict') this.pieces.push(piece);
    else {
      this.text += piece.text;
      if (piece.kind === 'keep' && last?.kind === 'keep') last.text += piece.text;
      else if (piece.kind === 'change' || piece.text !== '') this.pieces.push(piece);
    }
  }
}

/**
 * Of several blanks at one place the changed one; of several changed ones the one with the higher code, which prefers
 * the no-break space a careful typist has set to the plain one.
 */
function pickBlank(original: string, written: readonly string[]): string {
  const changed = written.filter((blank) => blank !== original);
  return changed.length === 0 ? original : changed.reduce((best, blank) => (blank > best ? blank : best));
}
