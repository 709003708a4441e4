import { follows } from './letters.ts';
import type { Line } from './lines.ts';
import { readMark } from './marks.ts';

/** Quoted new wording follows such words: "otrzymuje brzmienie:", "w brzmieniu:", "o treści:" (ZTP § 86–94). */
const COMMAND = /(?:brzmieni[eua]|treści|brzmią)(?:\s+\p{L}{1,20}){0,3}$/u;
const COMMAND_THEN_QUOTE = /(?:brzmieni[eua]|treści|brzmią)(?:\s+\p{L}{1,20}){0,3}\s*(?:[:–-]\s*)?["„“”«]/u;
const OPENING = /^["„“”«]/;

/** True when words end in a command that announces quoted wording. */
export function announcesQuote(words: string): boolean {
  const end = words.slice(-120).trimEnd();
  return COMMAND.test(/[:–-]$/.test(end) ? end.slice(0, -1).trimEnd() : end);
}

/**
 * Place of the opening quotation mark of quoted wording inside `words`, or -1. `before` is the text of the unit so
 * far; a mark at the very start counts when that text announces it.
 */
export function findOpening(before: string, words: string): number {
  if (OPENING.test(words) && announcesQuote(before)) return 0;
  const match = COMMAND_THEN_QUOTE.exec(words);
  return match === null ? -1 : match.index + match[0].length - 1;
}

/**
 * Walks over `text`, counting open quotation marks from `depth`; stops behind the mark that brings it to zero.
 * Returns the place behind that mark, or -1 and the new depth.
 */
export function scanQuotes(text: string, depth: number): { end: number; depth: number } {
  let open = depth;
  for (let i = 0; i < text.length; i += 1) {
    const turn = quoteTurn(text, i);
    if (turn === 0) continue;
    open += turn;
    if (open <= 0) return { end: i + 1, depth: 0 };
  }
  return { end: -1, depth: open };
}

/** +1 for a mark that opens, -1 for one that closes, 0 for any other character; straight marks go by their place. */
function quoteTurn(text: string, i: number): number {
  const char = text.charAt(i);
  if (char === '„' || char === '«') return 1;
  if (char === '»') return -1;
  if (char !== '"' && char !== '“' && char !== '”') return 0;
  const previous = i === 0 ? ' ' : text.charAt(i - 1);
  const next = i + 1 >= text.length ? ' ' : text.charAt(i + 1);
  const opens = /[\s(„–-]/.test(previous) && /[\p{L}\d§(]/u.test(next);
  if (char === '”') return opens && i > 0 && previous === ' ' ? 0 : -1;
  return opens ? 1 : -1;
}

/** Remembers the marks of quoted lists; true when the line goes on with one of them and so is quoted itself. */
function noteMarks(seen: Map<string, string>, text: string): boolean {
  let rest = text;
  let goesOn = false;
  for (let guard = 0; guard < 3; guard += 1) {
    const mark = readMark(rest);
    if (mark === null || mark.number === '') return goesOn;
    const previous = seen.get(mark.type);
    if (previous !== undefined && follows(previous, mark.number)) goesOn = true;
    seen.set(mark.type, mark.number);
    rest = rest.slice(mark.end).trim();
  }
  return goesOn;
}

export type QuoteEnd = {
  /** Index of the line that holds the end. */
  index: number;
  /** Place in that line's text where the quoted words stop (the closing mark is behind it). */
  offset: number;
  closed: boolean;
};

/** A quotation longer than this is more likely a lost closing mark. */
const MAX_QUOTE_LINES = 1500;

/**
 * Finds where a quotation ends that opens on line `start`; `rest` is that line's text behind the opening mark.
 * `isHost` tells lines of the quoting act, at which an unclosed quotation must end. Null: no end within bounds.
 */
export function findQuoteEnd(
  lines: readonly Line[],
  start: number,
  rest: string,
  isHost: (line: Line, index: number) => boolean,
): QuoteEnd | null {
  const first = scanQuotes(rest, 1);
  if (first.end >= 0) return { index: start, offset: first.end - 1, closed: true };
  let depth = first.depth;
  const seen = new Map<string, string>();
  noteMarks(seen, rest);
  const limit = Math.min(lines.length, start + MAX_QUOTE_LINES);
  for (let i = start + 1; i < limit; i += 1) {
    const line = lines[i]!;
    if (line.text === '' || line.noise) continue;
    if (!noteMarks(seen, line.text) && isHost(line, i)) return { index: i, offset: 0, closed: false };
    const scan = scanQuotes(line.text, depth);
    if (scan.end >= 0) return { index: i, offset: scan.end - 1, closed: true };
    depth = scan.depth;
  }
  return null;
}
