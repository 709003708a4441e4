import { composed } from '../tree/compose.ts';
import { requireWithin } from '../tree/limits.ts';
import { MAX_SOURCE_LINES } from './source-limits.ts';
import { markRows } from './rows.ts';
import type { Line } from './line.ts';

/**
 * How the source breaks lines: `blocks`, every line is a whole paragraph (word processor export);
 * `wrapped`, sentences run over lines (print, PDF, old text files).
 */
export type Layout = 'blocks' | 'wrapped';

const BREAKS = /\r\n|[\n\r\u2028\u2029\v\f]/;

/** Some programs write a letter and the mark over it as two characters. */
const TWO_CHARACTERS = /[A-Za-z][\u0300-\u036f]{1,4}/gu;

/** Splits a source into lines; an empty source has one empty line. */
export function splitLines(source: string): Line[] {
  const raws = source.replace(TWO_CHARACTERS, composed).split(BREAKS);
  requireWithin('lines', raws.length, MAX_SOURCE_LINES);
  const lines: Line[] = raws.map((raw, i) => {
    const text = tidyBlanks(raw);
    return {
      n: i + 1,
      raw,
      text,
      indent: leadingWidth(raw),
      blankBefore: false,
      blankAfter: false,
      noise: false,
      row: false,
    };
  });
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]!;
    line.blankBefore = i === 0 || lines[i - 1]!.text === '';
    line.blankAfter = i === lines.length - 1 || lines[i + 1]!.text === '';
  }
  markNoise(lines);
  markRows(lines);
  return lines;
}

/** Trims and joins runs of blanks; a single no-break space stays, because it is meant. */
function tidyBlanks(raw: string): string {
  return raw.trim().replace(/\s{2,}|[^\S \u00a0]/g, ' ');
}

function leadingWidth(raw: string): number {
  let width = 0;
  for (let i = 0; i < raw.length && i < 400; i += 1) {
    const char = raw.charAt(i);
    if (char === '\t') width += 8 - (width % 8);
    else if (/\s/.test(char)) width += 1;
    else break;
  }
  return width;
}

const PAGE_PATTERNS: readonly RegExp[] = [
  /^©\s?Kancelaria Sejmu/u,
  /^s\. ?\d{1,4} ?\/ ?\d{1,4}$/,
  /^(?:Strona|Str\.|str\.) ?\d{1,4}(?: ?(?:z|\/) ?\d{1,4})?$/,
  /^Id: ?[0-9A-F-]{20,}/,
  /^Dziennik Urz\S{2,6} Województwa \S{4,30} ?[–-]? ?\d{1,4} ?[–-]? ?Poz\. ?\d+$/u,
  /^Dziennik Ustaw ?[–-]? ?\d{1,4} ?[–-]? ?Poz\. ?\d+$/u,
  /^[–—-] ?\d{1,4} ?[–—-]$/,
  /^_{5,}$|^-{5,}$|^[–—─]{3,}$/,
];

/** A rule across the page; footnotes may stand below it. */
export function isRule(text: string): boolean {
  return /^(?:_{5,}|-{5,}|[–—─]{3,})$/.test(text);
}

/** Marks page furniture: known forms, and short lines that come back many times whatever number they carry. */
function markNoise(lines: Line[]): void {
  const seen = new Map<string, number>();
  for (const line of lines) {
    if (line.text === '' || line.text.length > 120) continue;
    if (PAGE_PATTERNS.some((pattern) => pattern.test(line.text))) {
      line.noise = true;
      const key = line.text.replace(/\d+/g, '#');
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
  }
  markPageNumbers(lines);
  if (seen.size === 0) return;
  markCompanions(lines);
}

/** Pages of a source have about this many lines or more. */
const LINES_OF_A_PAGE = 12;

/**
 * Bare numbers that count on through the source, a page apart: the numbers of its pages. Only where there are three or more, and
 * never a number whose sign stands on the line before it.
 */
function markPageNumbers(lines: Line[]): void {
  type Run = { at: number; first: number; length: number; before: Run | null };
  const runs = new Map<number, Run>();
  let longest: Run | null = null;
  let last = '';
  for (const [at, { text }] of lines.entries()) {
    if (
      /^\d{1,4}$/.test(text) &&
      !/(?:^|\s)(?:§|Art\.?|Rozdział|Dział|Oddział|Nr|Załącznik)$/iu.test(last.slice(-20))
    ) {
      const number = Number(text);
      const before = runs.get(number - 1) ?? null;
      const run: Run = { at, first: before?.first ?? at, length: (before?.length ?? 0) + 1, before };
      runs.set(number, run);
      if (run.length > (longest?.length ?? 2)) longest = run;
    }
    if (text !== '') last = text;
  }
  if (longest === null || longest.at - longest.first < LINES_OF_A_PAGE * (longest.length - 1)) return;
  for (let run: Run | null = longest; run !== null; run = run.before) lines[run.at]!.noise = true;
}

/** A bare date that stands next to page furniture again and again belongs to it ("2009-11-16" under a header). */
function markCompanions(lines: Line[]): void {
  const companions = new Map<string, number>();
  const isDate = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$|^\d{2}[./]\d{2}[./]\d{4}$/.test(text);
  const beside = (i: number): boolean => lines[i - 1]?.noise === true || lines[i + 1]?.noise === true;
  lines.forEach((line, i) => {
    if (isDate(line.text) && beside(i)) companions.set(line.text, (companions.get(line.text) ?? 0) + 1);
  });
  lines.forEach((line, i) => {
    if (isDate(line.text) && beside(i) && (companions.get(line.text) ?? 0) > 1) line.noise = true;
  });
}

/** Decides how the source breaks lines from the share of blank lines and the length of the longest ones. */
export function detectLayout(lines: readonly Line[]): Layout {
  let filled = 0;
  let alone = 0;
  // The lines of a title stand close together in every source.
  const first = Math.max(
    0,
    lines.findIndex((line) => /^(?:§|Art\.)\s?\d/.test(line.text)),
  );
  let inBody = 0;
  let long = 0;
  let broken = 0;
  for (const [i, line] of lines.entries()) {
    if (line.text === '' || line.noise) continue;
    filled += 1;
    if (i >= first) inBody += 1;
    if (i >= first && line.blankAfter && line.blankBefore) alone += 1;
    if (line.raw.trimEnd().length > 140) long += 1;
    if (!line.blankBefore && /^\p{Ll}/u.test(line.text) && !/^[a-z]{1,3}[).]/.test(line.text)) broken += 1;
  }
  if (filled === 0) return 'blocks';
  if (alone / inBody > 0.5) return 'blocks';
  if (broken / filled > 0.15) return 'wrapped';
  return long / filled > 0.02 || broken / filled < 0.04 ? 'blocks' : 'wrapped';
}

/**
 * A mark that a line break has parted ("Art." / "7. 1. Opłat", "§" / "6."): both lines become the first, the second is empty. The
 * lines given stay as they are.
 */
export function joinPartedMarks(lines: readonly Line[]): Line[] {
  const joined = [...lines];
  for (let i = 0; i < joined.length - 1; i += 1) {
    const line = joined[i]!;
    if (!/^(?:Art\.?|§)$/.test(line.text)) continue;
    let next = i + 1;
    while (next < joined.length && next < i + 3 && (joined[next]!.text === '' || joined[next]!.noise)) next += 1;
    if (next >= joined.length || joined[next]!.noise || !/^\d{1,4}[a-z]{0,3}\s?(?:\.|$)/.test(joined[next]!.text))
      continue;
    joined[i] = { ...line, text: `${line.text} ${joined[next]!.text}`, blankAfter: joined[next]!.blankAfter };
    joined[next] = { ...joined[next]!, text: '' };
  }
  return joined;
}

/** The first line with a number, among lines in the order of their numbers. */
export function lineNumbered(lines: readonly Line[], n: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (lines[middle]!.n < n) low = middle + 1;
    else high = middle;
  }
  return lines[low]?.n === n ? lines[low] : undefined;
}
