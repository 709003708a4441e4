import { currentUnit, lastWords, type Build } from './build.ts';
import { follows, opensList, readNumber, letterPosition } from './letters.ts';
import type { Layout, Line } from './lines.ts';
import { readMark, type Mark } from './marks.ts';
import { findSibling, hasEarlierItem, nextMarkAfter } from './siblings.ts';
import { RANK, type ActKind, type Unit } from './types.ts';

export type Source = {
  lines: readonly Line[];
  layout: Layout;
  kind: ActKind;
  /** Inside quoted text every mark may come first. */
  quoted: boolean;
  /** Number of marks at line starts, by index: the mark a line would have. */
  marks: ReadonlyArray<Mark | null>;
};

/** The decision on a mark: `sibling` is the open unit it continues, null when it starts a list or a level. */
export type Accepted = { mark: Mark; sibling: Unit | null; doubtful: boolean; gap: boolean };

const ENDED = /(?:[.;:,!?)”"»\]…]|\b(?:oraz|lub|albo|i|a także|bądź))$/u;
const REFERENCE_OPEN = /(?:(?:^|[\s(])(?:ust|pkt|lit|art|poz|[Nn]r|zał|par)\.?|§)$/u;
const REFERENCE_LIST_OPEN = /(?:ust|pkt|lit|art|§)\.?\s?\d*[a-z]{0,2}\)?\s(?:i|oraz|lub|albo)$/u;

/** True when the words so far could end a clause, so that a new unit may begin. */
export function hasEnded(words: string): boolean {
  return words === '' || ENDED.test(words.slice(-20));
}

/** Decides whether the mark at the start of a line is one; null when the line merely begins like that. */
export function acceptMark(build: Build, source: Source, index: number, mark: Mark): Accepted | null {
  const line = source.lines[index]!;
  const before = lastWords(currentUnit(build)).slice(-40);
  if (mark.style === 'dot' && isTableCell(build, line, mark)) return null;
  const glued = REFERENCE_OPEN.test(before) || REFERENCE_LIST_OPEN.test(before);
  if (glued && !(source.layout === 'blocks' && line.blankBefore && opensList(mark.number))) return null;
  if (mark.type === 'paragraph' || mark.type === 'article') return acceptBasic(build, source, index, mark);
  const fresh = source.layout === 'blocks' || line.blankBefore || hasEnded(before);
  if (mark.number === '') return acceptDash(build, source, index, mark, before, fresh);
  const sibling = findSibling(build, mark);
  if (sibling !== null && follows(sibling.number, mark.number)) {
    return { mark, sibling, doubtful: !fresh, gap: false };
  }
  if (opensList(mark.number)) return acceptFirst(build, source, index, mark, fresh);
  return acceptOutOfOrder(build, source, mark, sibling, fresh);
}

/** A table printed cell by cell: below the head "Lp." a number alone on its line counts rows. */
function isTableCell(build: Build, line: Line, mark: Mark): boolean {
  if (line.text.length > mark.end) return false;
  const open = currentUnit(build);
  const words = `${open?.text.slice(0, 4000) ?? ''}\n${open?.children.at(-1)?.text.slice(0, 4000) ?? ''}`;
  return /(?:^|\s)(?:Lp|L\.\s?p|LP)\.?(?=\s|$)/u.test(words);
}

/** § and art.: in order they need little more; out of order or without a stop they must look like a heading. */
function acceptBasic(build: Build, source: Source, index: number, mark: Mark): Accepted | null {
  const line = source.lines[index]!;
  const rest = line.text.slice(mark.end).trim();
  const words = lastWords(currentUnit(build));
  const open = currentUnit(build);
  const ended = words === '' || /[.;:!?)”"»\]…]$/.test(words) || (open !== null && open.text === '' && open.quoted === undefined);
  if (mark.type === 'article' && source.kind === 'resolution' && !source.quoted) return null;
  const previous = lastBasicNumber(build, source, mark);
  const inOrder = isNextBasic(previous, mark.number);
  if (!mark.stopped) {
    if (rest === '') return inOrder || (ended && source.layout === 'blocks') ? { mark, sibling: null, doubtful: true, gap: !inOrder } : null;
    const starts = /^(?:\p{Lu}|\d{1,2}[.)]\s)/u.test(rest);
    return inOrder && ended && starts && !/^(?:Kodeksu|Konstytucji|Regulaminu)/.test(rest) ? { mark, sibling: null, doubtful: true, gap: false } : null;
  }
  if (!(inOrder && ended) && /^(?:ust|pkt|lit|art|i|oraz|lub|albo|otrzymuj|niniejsz)(?=[\s.,]|[ea])/.test(rest)) return null;
  if (inOrder) return { mark, sibling: null, doubtful: !ended && source.layout === 'wrapped' && rest !== '', gap: false };
  if (source.quoted && previous === null) return { mark, sibling: null, doubtful: false, gap: false };
  if (!ended && (source.layout === 'wrapped' || /^\p{Ll}/u.test(rest))) return null;
  return { mark, sibling: null, doubtful: true, gap: true };
}

function lastBasicNumber(build: Build, source: Source, mark: Mark): string | null {
  if (mark.type === 'paragraph' && source.kind === 'statute' && !source.quoted) {
    const article = build.path.find((unit) => unit.type === 'article');
    const list = article?.children.filter((unit) => unit.type === 'paragraph') ?? [];
    return list[list.length - 1]?.number ?? null;
  }
  return build.basic;
}

/** The first number is 1; a range ("115–129") is followed by the number after its end. */
export function isNextBasic(previous: string | null, number: string): boolean {
  const own = number.split('–')[0] ?? number;
  if (previous === null) return own === '1';
  const last = previous.split('–').pop() ?? previous;
  return follows(last, own);
}

/** A dash is a tiret, or the common part of the list it ends (§ 56–57 ZTP). */
function acceptDash(build: Build, source: Source, index: number, mark: Mark, before: string, fresh: boolean): Accepted | null {
  const line = source.lines[index]!;
  const open = currentUnit(build);
  if (open === null && !source.quoted) return null;
  if (line.text.slice(mark.end).trim() === '' && line.text.length > 1) return null;
  const sibling = findSibling(build, mark);
  const aligned = sibling !== null && sibling === open && Math.abs(line.indent - (source.lines[sibling.line - source.lines[0]!.n]?.indent ?? 99)) <= 1;
  if (fresh || aligned) return { mark, sibling, doubtful: false, gap: false };
  return isListItem(open) && line.indent < 20 && /^\p{Ll}/u.test(line.text.slice(mark.end)) && isClosing(build, source, index, mark)
    ? { mark, sibling: null, doubtful: true, gap: false }
    : null;
}

function isListItem(unit: Unit | null): unit is Unit {
  return unit !== null && (unit.type === 'point' || unit.type === 'letter' || unit.type === 'indent');
}

/**
 * True when a dash line is the common part of the list that the open unit ends: at least two items, the item does
 * not introduce a list of its own, the words go on in small letters and no second dash line follows.
 */
export function isClosing(build: Build, source: Source, index: number, mark: Mark): boolean {
  const open = currentUnit(build);
  if (!isListItem(open) || open.type === 'indent') return false;
  const words = lastWords(open);
  if (words.endsWith(':')) return false;
  const parent = build.path[build.path.length - 2];
  if (!hasEarlierItem(parent, open)) return false;
  const rest = source.lines[index]!.text.slice(mark.end).trim();
  if (!/^\p{Ll}/u.test(rest)) return false;
  return nextMarkAfter(source, index)?.style !== mark.style;
}

/** First mark of its list. In wrapped text without a pause a second item must follow somewhere near. */
function acceptFirst(build: Build, source: Source, index: number, mark: Mark, fresh: boolean): Accepted | null {
  const before = lastWords(currentUnit(build)).slice(-40);
  if (mark.style === 'dot' && mark.type === 'letter' && !hasSecond(source, index, mark)) return null;
  if (mark.style === 'decimal') return null;
  // "w terminie / 1. miesiąca": an ordinal that a line break has put in front.
  const broken = mark.style === 'dot' && !source.lines[index]!.blankBefore && !hasEnded(before) && /^\p{Ll}/u.test(source.lines[index]!.text.slice(mark.end).trim());
  if (broken && findSibling(build, mark) !== null) return null;
  const pause = (source.layout === 'blocks' && !broken) || source.lines[index]!.blankBefore || /[.;:,)]$/.test(before) || before === '';
  if (fresh && pause) return { mark, sibling: null, doubtful: false, gap: false };
  return hasSecond(source, index, mark) ? { mark, sibling: null, doubtful: true, gap: false } : null;
}

function hasSecond(source: Source, index: number, mark: Mark): boolean {
  const limit = Math.min(source.lines.length, index + 60);
  for (let i = index + 1; i < limit; i += 1) {
    const next = source.marks[i];
    if (next === null || next === undefined) continue;
    if (next.type === mark.type && next.style === mark.style) return follows(mark.number, next.number);
    if (RANK[next.type] < RANK[mark.type]) return false;
  }
  return false;
}

/** Numbers that jump or repeat: kept where a list is open and the jump is small, otherwise a stray mark. */
function acceptOutOfOrder(build: Build, source: Source, mark: Mark, sibling: Unit | null, fresh: boolean): Accepted | null {
  if (mark.style === 'decimal') return acceptDecimal(build, mark, fresh);
  if (!fresh) return null;
  const value = readNumber(mark.number)?.value ?? letterPosition(mark.number);
  if (value === null) return sibling === null ? null : { mark, sibling, doubtful: true, gap: true };
  if (sibling === null) {
    const first = source.quoted && currentUnit(build) === null;
    return first || (value <= 3 && mark.style !== 'dot') ? { mark, sibling: null, doubtful: !first, gap: !first } : null;
  }
  const last = readNumber(sibling.number)?.value ?? letterPosition(sibling.number) ?? 0;
  const jump = value - last;
  if (mark.style === 'dot' && mark.type === 'letter') return null;
  return jump <= 6 && jump > -12 ? { mark, sibling, doubtful: true, gap: true } : null;
}

/** "1.1." under ust. 1. */
function acceptDecimal(build: Build, mark: Mark, fresh: boolean): Accepted | null {
  const head = mark.number.slice(0, mark.number.lastIndexOf('.'));
  const parent = build.path.find((unit) => unit.number === head && (unit.type === 'subsection' || unit.type === 'point'));
  return parent !== undefined && fresh ? { mark, sibling: findSibling(build, mark), doubtful: false, gap: false } : null;
}

/** Reads the marks of all lines once. */
export function readMarks(lines: readonly Line[]): Array<Mark | null> {
  return lines.map((line) => (line.text === '' || line.noise ? null : readMark(line.text)));
}
