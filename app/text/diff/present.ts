import type { Span } from './change-types.ts';
import { afterText, beforeText, SpanBuilder } from './diff-text.ts';
import { countWords, isSentenceBorder, tokenize } from './tokens.ts';

/** Changes with fewer kept words than this between them are shown as one (design rule for tracked changes). */
const JOIN_BELOW_WORDS = 3;
/** Above this many inserted characters old and new are shown one under the other. */
const LONG_INSERTION = 400;
/** A unit of which more than this share of words changed is shown as old and new. */
const WHOLE_SHARE = 0.5;

/** A redline made for reading: inside the line, or the whole old unit followed by the whole new one. */
export interface Presentation {
  form: 'inline' | 'whole';
  /** Deletion first, then insertion; joined as `Span` promises they still give the old and the new text. */
  spans: Span[];
}

interface Change {
  removed: string;
  added: string;
}

type Piece = { keep: Span } | Change;

/** Joins the scraps of a minimal redline into spans that people can read. No spans give no spans. */
export function present(spans: readonly Span[]): Presentation {
  const before = beforeText(spans);
  const after = afterText(spans);
  if (isShownWhole(spans, before, after)) {
    return {
      form: 'whole',
      spans: [
        { op: 'delete', text: before },
        { op: 'insert', text: after },
      ],
    };
  }
  const builder = new SpanBuilder();
  for (const piece of joinPieces(toPieces(spans))) {
    if ('keep' in piece) builder.keep(piece.keep.before ?? piece.keep.text, piece.keep.text);
    else addChange(builder, piece);
  }
  return { form: 'inline', spans: builder.spans };
}

function isShownWhole(spans: readonly Span[], before: string, after: string): boolean {
  if (before === '' || after === '') return false;
  let removed = 0;
  let added = 0;
  let addedCharacters = 0;
  for (const { op, text } of spans) {
    if (op === 'delete') removed += countWords(text);
    if (op !== 'insert') continue;
    added += countWords(text);
    addedCharacters += text.length;
  }
  if (addedCharacters > LONG_INSERTION) return true;
  // A sentence added to a short unit leaves the old words as they were: that reads well inside the line.
  if (removed === 0) return false;
  return Math.max(removed / countWords(before), added / Math.max(1, countWords(after))) > WHOLE_SHARE;
}

function toPieces(spans: readonly Span[]): Piece[] {
  const pieces: Piece[] = [];
  for (const span of spans) {
    const last = pieces.at(-1);
    const change: Change = span.op === 'delete' ? { removed: span.text, added: '' } : { removed: '', added: span.text };
    if (span.op === 'keep') pieces.push({ keep: span });
    else if (last !== undefined && 'removed' in last) {
      last.removed += change.removed;
      last.added += change.added;
    } else pieces.push(change);
  }
  return pieces;
}

function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const between = joined.at(-1);
    const previous = joined.at(-2);
    if ('removed' in piece && between && previous && 'keep' in between && 'removed' in previous) {
      if (shouldJoin(previous, between.keep, piece)) {
        joined.length -= 2;
        joined.push(join(previous, between.keep, piece));
        continue;
      }
    }
    joined.push({ ...piece });
  }
  return joined;
}

function join(first: Change, { text, before }: Span, second: Change): Change {
  return { removed: first.removed + (before ?? text) + second.removed, added: first.added + text + second.added };
}

/** Two insertions (or two deletions) around a kept word read better apart: joined they would strike a word that stays. */
function shouldJoin(first: Change, keep: Span, second: Change): boolean {
  if (countWords(keep.text) >= JOIN_BELOW_WORDS || hasSentenceBorder(first.removed + keep.text + second.removed))
    return false;
  const isInsertionOnly = first.removed === '' && second.removed === '';
  const isDeletionOnly = first.added === '' && second.added === '';
  const isMarkOnly = countWords(first.removed + first.added) === 0 || countWords(second.removed + second.added) === 0;
  return !isInsertionOnly && !isDeletionOnly && !isMarkOnly;
}

function hasSentenceBorder(text: string): boolean {
  const tokens = tokenize(text);
  for (let i = 1; i < tokens.count; i++) if (isSentenceBorder(tokens, i)) return true;
  return false;
}

/** Writes one change, with the blanks that both texts share at its edges left unmarked. */
function addChange(builder: SpanBuilder, { removed, added }: Change): void {
  const isReplacement = removed !== '' && added !== '';
  const lead = isReplacement ? sharedBlanks(removed, added) : '';
  const tail = isReplacement ? sharedTail(removed.slice(lead.length), added.slice(lead.length)) : '';
  builder.keep(lead, lead);
  builder.add('delete', removed.slice(lead.length, removed.length - tail.length));
  builder.add('insert', added.slice(lead.length, added.length - tail.length));
  builder.keep(tail, tail);
}

function sharedBlanks(one: string, other: string): string {
  const blanks = /^\s*/u.exec(one)![0];
  let length = 0;
  while (length < blanks.length && other[length] === blanks[length]) length++;
  return blanks.slice(0, length);
}

function sharedTail(one: string, other: string): string {
  const blanks = one.slice(one.trimEnd().length);
  let length = 0;
  while (length < blanks.length && length < other.length && other.at(-1 - length) === blanks.at(-1 - length)) length++;
  return length === 0 ? '' : blanks.slice(-length);
}
