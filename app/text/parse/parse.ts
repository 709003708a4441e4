import { readMarks } from './accept.ts';
import type { Source } from './source.ts';
import { walkLines } from './body.ts';
import { createBuild, noteRole } from './build.ts';
import { assignCitations } from '../tree/cite.ts';
import { readFront } from './front.ts';
import { findContents, readAnnex, readHeading, readRomanHeading } from './headings.ts';
import { nameKeptMarks } from './kept-marks.ts';
import { opensList } from '../tree/letters.ts';
import { detectLayout, joinPartedMarks, splitLines } from './lines.ts';
import type { Line } from './line.ts';
import { readMark, type Mark } from './marks.ts';
import { partLongLines } from './one-line.ts';
import { announcesQuote } from './quoted.ts';
import { requireSourceWithinLimits } from './source-limits.ts';
import type { Act, ActKind, LineRole, LineView, ParseOptions } from '../tree/types.ts';
import { plainText } from '../tree/unseen.ts';
import type { Walk } from './walk.ts';

/**
 * Reads the plain text of a resolution or statute into a tree. Never fails on content: what is not understood is
 * kept as text. Throws TextLimitError for sources over the limits. The empty text gives an empty resolution.
 */
export function parse(source: string, options: ParseOptions = {}): Act {
  return parseWithRoles(source, options).act;
}

/** Role of every source line, for the import screen; `doubtful` marks what the parser had to guess. */
export function lineRoles(source: string, options: ParseOptions = {}): LineView[] {
  const { act, walk } = parseWithRoles(source, options);
  const codes = new Map<number, string[]>();
  for (const problem of act.problems) codes.set(problem.line, [...(codes.get(problem.line) ?? []), problem.code]);
  return walk.source.lines
    .filter((line, i, lines) => line.n !== lines[i - 1]?.n)
    .map((line) => {
      const note = walk.build.roles.get(line.n);
      return {
        line: line.n,
        text: line.raw,
        role: note?.role ?? 'blank',
        unitId: note?.unit ?? null,
        doubtful: note?.doubtful ?? false,
        problem: codes.get(line.n) ?? [],
      };
    });
}

function parseWithRoles(source: string, options: ParseOptions): { act: Act; walk: Walk } {
  requireSourceWithinLimits(source);
  const overrides = options.overrides ?? new Map<number, LineRole>();
  const printed = joinPartedMarks(splitLines(source));
  const lines = partLongLines(printed, { whole: overrides, quoted: false });
  const kind = options.kind === undefined || options.kind === 'auto' ? detectKind(lines) : options.kind;
  const marks = readMarks(lines);
  const layout = detectLayout(lines);
  const body: Source = { lines, layout, kind, basic: basicOf(kind, lines, marks), quoted: false, marks };
  const contents = findContents(printed, (line) => isBasicLine(body, line));
  const start = findBodyStart(body, contents, overrides);
  const front = readFront(lines.slice(0, start), overrides);
  const walk: Walk = {
    build: createBuild(),
    source: body,
    index: 0,
    heading: null,
    noise: [],
    reasons: null,
    reasonsLine: null,
    tail: false,
    contents,
    overrides,
    wasted: 0,
    romanHeadings: hasRomanHeadings(lines),
    taken: new Set(),
    footnotes: null,
    anchors: null,
    walkLines,
  };
  for (const line of lines.slice(0, start)) {
    const role = line.text === '' ? 'blank' : contents.has(line.n) ? 'contents' : (front.roles.get(line.n) ?? 'before');
    noteRole(walk.build, line.n, role, null);
  }
  walkLines(walk, start);
  nameKeptMarks(walk);
  const act: Act = {
    kind,
    title: front.title,
    legalBasis: front.legalBasis,
    before: front.before,
    units: walk.build.units,
    annexes: walk.build.annexes,
    reasons: walk.reasons === null ? null : walk.reasons.join('\n'),
    reasonsLine: walk.reasonsLine,
    problems: walk.build.problems,
  };
  assignCitations(act);
  return { act, walk };
}

/** Statute or resolution: the title decides, else which of art. and § comes first at line starts. */
function detectKind(lines: readonly Line[]): ActKind {
  for (const line of lines.slice(0, 200)) {
    const words = plainText(line.text.slice(0, 40));
    if (/^(?:UCHWAŁA|Uchwała|ZARZĄDZENIE|Zarządzenie|U C H W A Ł A)(?:\s|$)/u.test(words)) return 'resolution';
    if (/^(?:USTAWA|Ustawa|KONSTYTUCJA|U S T A W A)(?:\s|$)/u.test(words)) return 'statute';
    if (/^§\s?\d/.test(words)) return 'resolution';
    if (/^Art\.?\s?\d/.test(words)) return 'statute';
  }
  return 'resolution';
}

/**
 * What the act is divided into: a statute into articles, a resolution into § (ZTP § 124). Some resolutions are written in articles: the
 * first mark is "Art. 1.", "Art. 2." comes next or nothing has a §.
 */
function basicOf(kind: ActKind, lines: readonly Line[], marks: ReadonlyArray<Mark | null>): Source['basic'] {
  if (kind === 'statute') return 'article';
  let opened = false;
  for (const [i, line] of lines.entries()) {
    const mark = marks[i];
    if (readAnnex(line.text) !== null && i > 0) return opened ? 'article' : 'paragraph';
    if (mark?.type !== 'paragraph' && mark?.type !== 'article') continue;
    const rest = line.text.slice(mark.end).trim();
    const heads = mark.stopped ? !/^\p{Ll}/u.test(rest) : rest === '' || /^(?:\p{Lu}|\d{1,2}[.)])/u.test(rest);
    if (!heads) continue;
    if (mark.type === 'paragraph') {
      if (!opened) return 'paragraph';
      continue;
    }
    if (opened && mark.number === '2') return 'article';
    if (!opened && mark.number !== '1') return 'paragraph';
    opened = true;
  }
  return opened && marks.every((mark) => mark?.type !== 'paragraph') ? 'article' : 'paragraph';
}

function isBasicLine(source: Source, line: Line): boolean {
  const mark = line.text === '' || line.noise || line.row ? null : readMark(line.text);
  if (mark === null) return false;
  const rest = line.text.slice(mark.end).trim();
  const heads = rest === '' || /^(?:\p{Lu}|\d{1,2}[.)])/u.test(rest);
  return (
    (mark.type === 'paragraph' && (mark.stopped || heads)) || (mark.type === 'article' && source.basic === 'article')
  );
}

/** Index of the first line of the body; everything before it is title, legal basis and the like. */
function findBodyStart(source: Source, contents: ReadonlySet<number>, overrides: ParseOptions['overrides']): number {
  const { lines } = source;
  const frontRole = (role: string | undefined): boolean => role === 'title' || role === 'basis' || role === 'before';
  const forced = lines.findIndex(
    (line) =>
      overrides?.has(line.n) === true &&
      !frontRole(overrides.get(line.n)) &&
      overrides.get(line.n) !== 'noise' &&
      overrides.get(line.n) !== 'blank',
  );
  const found = findNaturalStart(source, contents, (line) => frontRole(overrides?.get(line.n)));
  return forced >= 0 ? Math.min(forced, found) : found;
}

function findNaturalStart(source: Source, contents: ReadonlySet<number>, isFront: (line: Line) => boolean): number {
  const { lines } = source;
  const opens = (line: Line): boolean => !contents.has(line.n) && !isFront(line) && line.text !== '';
  const roman = hasRomanHeadings(lines);
  const isHeading = (text: string): boolean => readHeading(text) !== null || (roman && readRomanHeading(text) !== null);
  const heading = lines.findIndex((line, i) => opens(line) && isHeading(line.text) && hasBasicAfter(source, i + 1));
  const basic = lines.findIndex((line) => opens(line) && isBasicLine(source, line));
  const first = [heading, basic].filter((i) => i >= 0);
  const opensAt = (i: number): boolean => opensList(source.marks[i]?.number ?? '');
  const numbered = basic < 0 ? -1 : numberedStart(source, Math.min(...first), opens);
  if (basic >= 0) return numbered >= 0 ? numbered : Math.min(...first);
  const other = lines.findIndex(
    (line, i) =>
      opens(line) &&
      (announcesQuote(line.text) ||
        opensAt(i) ||
        readHeading(line.text) !== null ||
        (readAnnex(line.text) !== null && line.n > 1)),
  );
  return other >= 0 ? other : lines.length;
}

/** "1. Na podstawie … ogłasza się", "2. Podany tekst": an act in ust. alone, before a § that it quotes; -1 where there is none. */
function numberedStart(source: Source, before: number, opens: (line: Line) => boolean): number {
  const mark = source.marks[before];
  if (mark === null || mark === undefined || opensList(mark.number)) return -1;
  const isUst = (i: number, number: string): boolean => {
    const one = source.marks[i];
    return opens(source.lines[i]!) && one?.type === 'subsection' && one.style === 'dot' && one.number === number;
  };
  for (let i = 0; i < before; i += 1)
    if (isUst(i, '1')) return source.lines.slice(i, before).some((_, k) => isUst(i + k, '2')) ? i : -1;
  return -1;
}

function hasBasicAfter(source: Source, n: number): boolean {
  for (let i = n; i < source.lines.length && i < n + 40; i += 1) if (isBasicLine(source, source.lines[i]!)) return true;
  return false;
}

function hasRomanHeadings(lines: readonly Line[]): boolean {
  const found: string[] = [];
  for (const line of lines) {
    const heading = line.text.length < 200 ? readRomanHeading(line.text) : null;
    if (heading !== null) found.push(heading.number);
    if (readHeading(line.text)?.type === 'chapter') return false;
  }
  return found.length >= 2 && found[0] === 'I' && found[1] === 'II';
}
