/** Groups the edits of all sides into the places of the base where they must be judged together. */
import type { ConflictOption } from '../diff/change-types.ts';
import { doTouch, isSentenceInsertion, type MergeSide, type SideHunk } from './merge-hunks.ts';
import { isSentenceBorder, textOf, wordingKey, type TokenText } from '../diff/tokens.ts';

/** Tokens [from, to) of the base with the edits that touch each other there. */
export interface Region {
  from: number;
  to: number;
  hunks: SideHunk[];
}

/** The regions in the order of the text; hunks in different regions do not touch. */
export function groupHunks(base: TokenText, sides: readonly MergeSide[]): Region[] {
  const hunks = sides.flatMap((side) => side.hunks).sort((a, b) => a.from - b.from || a.to - b.to || a.side - b.side);
  const regions: Region[] = [];
  for (const hunk of hunks) {
    const joined: Region = { from: hunk.from, to: hunk.to, hunks: [hunk] };
    const apart: Region[] = [];
    for (let k = regions.length - 1; k >= 0; k--) {
      const region = regions[k]!;
      if (region.to < hunk.from - 1) {
        // Regions rise, so all earlier ones lie further off still.
        regions.length = k + 1;
        break;
      }
      regions.length = k;
      if (belongs(base, sides, region, joined)) absorb(joined, region);
      else apart.unshift(region);
    }
    regions.push(...apart, joined);
  }
  return regions.sort((a, b) => a.from - b.from || a.to - b.to);
}

function belongs(base: TokenText, sides: readonly MergeSide[], region: Region, joined: Region): boolean {
  const doOverlap = region.from < joined.to && joined.from < region.to;
  if (doOverlap) return true;
  return region.hunks.some((one) =>
    joined.hunks.some((other) => one.side !== other.side && doTouch(base, sides, one, other)),
  );
}

function absorb(target: Region, region: Region): void {
  target.from = Math.min(target.from, region.from);
  target.to = Math.max(target.to, region.to);
  const [more, fewer] =
    region.hunks.length > target.hunks.length ? [region.hunks, target.hunks] : [target.hunks, region.hunks];
  for (const hunk of fewer) more.push(hunk);
  target.hunks = more;
}

/** What one side has in a region: its tokens [from, to). */
interface SideRange {
  side: MergeSide;
  from: number;
  to: number;
}

/** The counterparts of a region in every side that edits it. */
function sideRanges(sides: readonly MergeSide[], region: Region): SideRange[] {
  return sides.flatMap((side) => {
    const own = region.hunks.filter((hunk) => hunk.side === side.index).sort((a, b) => a.from - b.from || a.to - b.to);
    if (own.length === 0) return [];
    const first = own.find((hunk) => hunk.from === region.from);
    const last = own.findLast((hunk) => hunk.to === region.to);
    const from = first === undefined ? side.matches[region.from]! : first.otherFrom;
    const to = last === undefined ? side.matches[region.to - 1]! + 1 : last.otherTo;
    return [{ side, from, to }];
  });
}

/** The range that all editing sides agree on, or the different proposals. */
export type Verdict = { agreed: SideRange; by: number[] } | { options: ConflictOption[] };

/** Judges a region: one wording is agreed (also when it is proposed by several), different wordings are a conflict. */
export function judge(base: TokenText, sides: readonly MergeSide[], region: Region): Verdict {
  const ranges = sideRanges(sides, region);
  const byWording = new Map<string, SideRange[]>();
  for (const range of ranges) {
    const key = wordingKey(textOf(range.side.tokens, range.from, range.to));
    byWording.set(key, [...(byWording.get(key) ?? []), range]);
  }
  const by = ranges.map((range) => range.side.index);
  if (byWording.size === 1) return { agreed: plainest(ranges), by };
  const fullest = fullestSentences(base, sides, region, ranges);
  if (fullest !== null) return { agreed: fullest, by };
  const options = [...byWording.values()].map((same) => ({
    sides: same.map((range) => range.side.index),
    text: textOf(same[0]!.side.tokens, same[0]!.from, same[0]!.to),
  }));
  return { options };
}

/** Of equal wordings the one whose bytes come first, so that the choice does not depend on who filed first. */
function plainest(ranges: readonly SideRange[]): SideRange {
  const written = (range: SideRange): string => textOf(range.side.tokens, range.from, range.to);
  return ranges.reduce((best, range) => (written(range) < written(best) ? range : best));
}

/**
 * When two people add sentences at one place and one of them adds all that the other adds and more, the shared
 * sentences count once and the further ones survive.
 */
function fullestSentences(
  base: TokenText,
  sides: readonly MergeSide[],
  region: Region,
  ranges: readonly SideRange[],
): SideRange | null {
  if (!region.hunks.every((hunk) => isSentenceInsertion(base, sides, hunk))) return null;
  const sentences = ranges.map(sentencesOf);
  const longest = sentences.reduce((best, list, k) => (list.length > sentences[best]!.length ? k : best), 0);
  return sentences.every((list) => isSubsequence(list, sentences[longest]!)) ? ranges[longest]! : null;
}

function sentencesOf({ side, from, to }: SideRange): string[] {
  const sentences: string[] = [];
  let start = from;
  for (let i = from + 1; i <= to; i++) {
    if (i < to && !isSentenceBorder(side.tokens, i)) continue;
    sentences.push(wordingKey(textOf(side.tokens, start, i)));
    start = i;
  }
  return sentences;
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0;
  for (const item of whole) if (found < part.length && part[found] === item) found++;
  return found === part.length;
}
