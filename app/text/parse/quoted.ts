import { follows } from '../tree/letters.ts';
import type { Line } from './line.ts';
import { readMark } from './marks.ts';
import { RANK } from '../tree/types.ts';
import { blankUnseen } from '../tree/unseen.ts';

/** Quoted new wording follows such words: "otrzymuje brzmienie:", "w brzmieniu:", "o treści:" (ZTP § 86–94). */
const COMMAND = /(?:(?:brzmieni[eua]|treści|brzmią)(?:\s+\p{L}{1,20}){0,3}|któr[yaei]\s+stanowi|które\s+stanowią)$/u;
const COMMAND_THEN_QUOTE =
  /(?:(?:brzmieni[eua]|treści|brzmią)(?:\s+\p{L}{1,20}){0,3}|któr[yaei]\s+stanowi|które\s+stanowią)\s*(?:[:–-]\s*)?(,,|‚‚|["„“”«‚‘'])(?=[\s\p{L}\d§([–-])/u;
/** Two commas are how typewriters and scans open a quotation. */
const OPENING = /^(?:,,|‚‚|["„“”«‚‘'])/;

/** True when words end in a command that announces quoted wording. */
export function announcesQuote(words: string): boolean {
  const end = blankUnseen(words.slice(-120)).trimEnd();
  return COMMAND.test(/[:–-]$/.test(end) ? end.slice(0, -1).trimEnd() : end);
}

export type Opening = { at: number; length: number };

/**
 * The opening quotation mark of quoted wording inside `words`, or null. `before` is the text of the unit so far; a mark at the very
 * start counts when that text announces it.
 */
export function findOpening(before: string, words: string): Opening | null {
  const first = OPENING.exec(words);
  if (first !== null && announcesQuote(before)) return { at: 0, length: first[0].length };
  const match = COMMAND_THEN_QUOTE.exec(blankUnseen(words));
  if (match === null) return null;
  const { length } = match[1]!;
  return { at: match.index + match[0].length - length, length };
}

/** What closes a quotation depends on how it was opened: ‚ ’ inside „ ” is a quotation of its own. */
export type QuoteKind = 'single' | 'double';

/** The kind of an opening mark. */
export function kindOfQuote(mark: string): QuoteKind {
  return /^[‚‘']$/.test(mark) ? 'single' : 'double';
}

/**
 * Walks over `text`, counting open quotation marks from `depth`; stops at the mark that brings it to zero. Returns the place of that
 * mark, or -1 and the new depth.
 */
export function scanQuotes(text: string, depth: number, kind: QuoteKind = 'double'): { at: number; depth: number } {
  let open = depth;
  for (let i = 0; i < text.length; i += 1) {
    const turn = kind === 'single' ? singleTurn(text, i) : quoteTurn(text, i);
    if (turn === 0) continue;
    open += turn;
    if (open <= 0) return { at: i, depth: 0 };
  }
  return { at: -1, depth: open };
}

/** An apostrophe inside a word turns nothing. */
function singleTurn(text: string, i: number): number {
  const char = text.charAt(i);
  if (char === '‚') return 1;
  if (char !== '’' && char !== '‘' && char !== "'") return 0;
  const next = i + 1 >= text.length ? ' ' : text.charAt(i + 1);
  return /[\p{L}\d§]/u.test(next) ? 0 : -1;
}

/** +1 for a mark that opens, -1 for one that closes, 0 for any other character; straight marks go by their place. */
function quoteTurn(text: string, i: number): number {
  const char = text.charAt(i);
  if (char === '„' || char === '«') return 1;
  if (char === '»') return -1;
  const previous = i === 0 ? ' ' : text.charAt(i - 1);
  const next = i + 1 >= text.length ? ' ' : text.charAt(i + 1);
  if (char === ',' || char === '‚')
    return next === char && /[\s(–-]/.test(previous) && /[\p{L}\d§(]/u.test(text.charAt(i + 2)) ? 1 : 0;
  if (char === "'" || char === '’') return next === char && previous !== char && !/[\s(]/.test(previous) ? -1 : 0;
  if (char !== '"' && char !== '“' && char !== '”') return 0;
  const opens = /[\s(„–-]/.test(previous) && /[\p{L}\d§(]/u.test(next);
  if (char === '”') return opens && i > 0 && previous === ' ' ? 0 : -1;
  return opens ? 1 : -1;
}

/** Remembers the marks of quoted lists; true when the line goes on with one of them and so is quoted itself. */
function noteMarks(seen: Map<string, string>, text: string): boolean {
  let rest = text;
  let goesOn = false;
  let rank = 0;
  for (let guard = 0; guard < 3; guard += 1) {
    const mark = readMark(rest);
    // Behind another mark only a lower one is a mark: "2) § 4 otrzymuje brzmienie" names a unit.
    if (mark === null || mark.number === '' || (guard > 0 && RANK[mark.type] <= rank)) return goesOn;
    rank = RANK[mark.type];
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
  kind: QuoteKind = 'double',
): QuoteEnd | null {
  const first = scanQuotes(rest, 1, kind);
  if (first.at >= 0) return { index: start, offset: first.at, closed: true };
  let depth = first.depth;
  const seen = new Map<string, string>();
  noteMarks(seen, rest);
  const limit = Math.min(lines.length, start + MAX_QUOTE_LINES);
  for (let i = start + 1; i < limit; i += 1) {
    const line = lines[i]!;
    if (line.text === '' || line.noise) continue;
    if (!noteMarks(seen, line.text) && isHost(line, i)) return { index: i, offset: 0, closed: false };
    const scan = scanQuotes(line.text, depth, kind);
    if (scan.at >= 0) return { index: i, offset: scan.at, closed: true };
    depth = scan.depth;
  }
  return null;
}
