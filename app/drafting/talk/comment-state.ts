import { diffText, locateSpans } from '#app/text/diff/diff-text.ts';
import { present } from '#app/text/diff/present.ts';
import { sameWording } from '#app/text/diff/tokens.ts';
import type { ViewSpan } from '../remarks/change-view.ts';
import { findQuote, findQuotes, type Range } from './quote.ts';

/** A unit of the newest text, by its code and name. */
export type NamedUnit = { code: number; citation: string };

/**
 * What became of the words a comment is about, computed word by word and never guessed: the same text; other words (`is` is
 * empty when nothing is left of a quotation); the words stand in a unit that was split off; the unit was deleted; it was
 * joined with another one. Words that stand in the unit more than once say nothing about which were meant: then it is the whole unit.
 */
export type CommentState =
  | { kind: 'same' }
  | { kind: 'changed'; was: string; is: string; spans: ViewSpan[] }
  | { kind: 'split-off'; unit: NamedUnit }
  | { kind: 'removed' }
  | { kind: 'merged'; unit: NamedUnit | null }
  /** Of a comment on an amendment: it was worded anew since. */
  | { kind: 'reworded' };

export type Commented = {
  quote: string | null;
  /** Words of the unit when the comment was written. */
  before: string;
  /** Words of the unit now; null when it is gone. */
  after: string | null;
  /** Where its words went when it was joined with another unit; null when it was not. */
  mergedInto: { unit: NamedUnit | null } | null;
  /** Units split off this one since, with their words. */
  splitOff: readonly (NamedUnit & { text: string })[];
};

/** The state of a comment against the newest text. */
export function commentState({ quote, before, after, mergedInto, splitOff }: Commented): CommentState {
  if (after === null) return mergedInto ? { kind: 'merged', unit: mergedInto.unit } : { kind: 'removed' };
  if (sameWording(before, after)) return { kind: 'same' };
  const at = quote === null ? null : findQuote(before, quote);
  if (quote === null || at === null) return changed(before, after);
  const is = wordsNow(before, after, at);
  if (sameWording(is, before.slice(at.from, at.to))) return { kind: 'same' };
  const moved = is === '' ? splitOff.find(({ text }) => findQuotes(text, quote).length > 0) : undefined;
  if (moved) return { kind: 'split-off', unit: { code: moved.code, citation: moved.citation } };
  return changed(before.slice(at.from, at.to), is);
}

function changed(was: string, is: string): CommentState {
  return { kind: 'changed', was, is, spans: present(diffText(was, is)).spans.map(({ op, text }) => ({ op, text })) };
}

/** What stands after where a range of the old text stood: words kept, and words put between or in place of them. */
function wordsNow(before: string, after: string, range: Range): string {
  let from: number | null = null;
  let to = 0;
  for (const span of locateSpans(diffText(before, after))) {
    const { beforeFrom, beforeTo, afterFrom, afterTo } = span;
    const isInside =
      span.op === 'insert'
        ? beforeFrom > range.from && beforeFrom < range.to
        : beforeFrom < range.to && beforeTo > range.from;
    const replacesAll = span.op === 'insert' && beforeFrom === range.to && from !== null && from === to;
    if (!isInside && !replacesAll) continue;
    const isKept = span.op === 'keep' && span.before === undefined;
    const start = isKept ? afterFrom + Math.max(0, range.from - beforeFrom) : afterFrom;
    const end = isKept ? afterTo - Math.max(0, beforeTo - range.to) : afterTo;
    from ??= start;
    to = Math.max(to, end);
  }
  return from === null ? '' : after.slice(from, Math.max(from, to)).trim();
}

export const stateComments = (comments: readonly Commented[]): CommentState[] => comments.map(commentState);
