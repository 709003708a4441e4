import { isNextBasic, readMarks } from './accept.ts';
import { addText, closeToRank, createBuild, currentUnit, lastWords, noteRole, report, type Build } from './build.ts';
import { readAnnex } from './headings.ts';
import { follows, opensList } from '../tree/letters.ts';
import { joinPartedMarks, lineNumbered } from './lines.ts';
import type { Line } from './line.ts';
import { nameKeptMarks } from './kept-marks.ts';
import { readMark, type Mark } from './marks.ts';
import { placeUnit, readInlineMark, settleMark } from './place.ts';
import { announcesQuote, findOpening, findQuoteEnd, kindOfQuote, type Opening, type QuoteEnd } from './quoted.ts';
import { nextMarkAfter } from './siblings.ts';
import { partLongLines } from './one-line.ts';
import { noteTextLine } from '../tree/text-lines.ts';
import { RANK, type Unit } from '../tree/types.ts';
import { blankUnseen } from '../tree/unseen.ts';
import type { Walk } from './walk.ts';

/** Lines searched in vain for the end of a quotation before the search is given up. */
const MAX_WASTED = 30_000;

/** Gives a unit its words: further marks on the same line, then quoted wording, then plain text. */
export function addWords(walk: Walk, unit: Unit, words: string): void {
  const inline = inlineMark(walk, words);
  if (inline !== null && mayFollowInline(walk, unit, inline)) {
    closeToRankOf(walk.build, unit, inline);
    const accepted = { mark: inline, sibling: null, doubtful: false, gap: false };
    const inner = placeUnit(walk.build, walk.source, walk.index, accepted);
    addWords(walk, inner, words.slice(inline.end).trim());
    return;
  }
  const list = inlineList(walk, unit, words);
  if (list === null) {
    appendWords(walk, unit, words, false);
    return;
  }
  appendWords(walk, unit, words.slice(0, list.from).trim(), false);
  closeToRankOf(walk.build, unit, list.first);
  const item = placeUnit(walk.build, walk.source, walk.index, {
    mark: list.first,
    sibling: null,
    doubtful: true,
    gap: false,
  });
  addWords(walk, item, words.slice(list.from + list.first.end).trim());
}

/**
 * The first item of a list that stands on the line of its introduction ("§ 3. Zadania: 1) woda;" / "2) droga;"): the next line goes
 * on with its number. Null when there is none.
 */
function inlineList(walk: Walk, unit: Unit, words: string): { from: number; first: Mark } | null {
  if (unit.type === 'text' || RANK[unit.type] < RANK.article || RANK[unit.type] > RANK.letter) return null;
  const hit = /:\s{0,3}(?=(?:(?:1|a)(?:\)|\/)|\((?:1|a)\))\s)|:\s{1,3}(?=1\.\s\p{Lu}|[–-]\s\p{Ll})/u.exec(words);
  if (hit === null) return null;
  const from = hit.index + hit[0].length;
  const first = readMark(words.slice(from));
  const next = nextMarkAfter(walk.source, walk.index);
  if (first === null || next === null || RANK[first.type] <= RANK[unit.type]) return null;
  if (next.type !== first.type || next.style !== first.style) return null;
  return first.number === '' || follows(first.number, next.number) ? { from, first } : null;
}

/** The level of "2.1." right behind "§ 2." shows only in its place. */
function inlineMark({ build, source, index }: Walk, words: string): Mark | null {
  const mark = readInlineMark(words);
  return mark?.style === 'decimal' ? settleMark(build, source, index, mark) : mark;
}

function mayFollowInline(walk: Walk, unit: Unit, inline: Mark): boolean {
  if (RANK[inline.type] <= RANK[unit.type]) return false;
  if (inline.type === 'article') return false;
  // Codes divide an article into §: "Art. 4. § 1. …".
  if (inline.type === 'paragraph')
    return unit.type === 'article' && inline.stopped && (inline.number === '1' || walk.source.quoted);
  if (opensList(inline.number)) return true;
  if (inline.style === 'decimal') return inline.number === `${unit.number}.1` && /[.)]$/.test(inline.label);
  const first =
    walk.source.quoted && (unit.type === 'article' || unit.type === 'paragraph') && inline.type === 'subsection';
  return first && /^\d+[a-z]*$/.test(inline.number);
}

function closeToRankOf(build: Build, unit: Unit, inline: Mark): void {
  if (build.path[build.path.length - 1] === unit) return;
  closeToRank(build, RANK[inline.type]);
}

/** Appends words to a unit; quoted wording that opens in them becomes a subtree. */
export function appendWords(walk: Walk, unit: Unit, words: string, newParagraph: boolean): void {
  if (words === '') return;
  const opening = walk.source.quoted ? null : findOpening(lastWords(unit), words);
  if (opening !== null && takeQuote(walk, unit, words, opening, newParagraph)) return;
  noteTextLine(unit, unit.text.length, walk.source.lines[walk.index]!.n);
  addText(unit, words, newParagraph);
}

/** Parses quoted wording into `quoted` of its unit. The opening mark stays with the unit, the closing one follows. */
function takeQuote(walk: Walk, unit: Unit, words: string, opening: Opening, newParagraph: boolean): boolean {
  const { lines } = walk.source;
  if (walk.wasted > MAX_WASTED) return false;
  const start = walk.index;
  const opened = opening.at + opening.length;
  const rest = words.slice(opened);
  const end = findQuoteEnd(
    lines,
    start,
    rest,
    (line, index) => isHostLine(walk, unit, line, index),
    kindOfQuote(words.slice(opening.at, opened)),
  );
  if (end === null) {
    walk.wasted += 1500;
    return false;
  }
  noteTextLine(unit, unit.text.length, lines[start]!.n);
  addText(unit, words.slice(0, opened), newParagraph && opening.at > 0);
  takeInner(walk, unit, rest, end);
  return true;
}

/** Takes the lines of a quotation up to its end; `rest` is what the first line holds of it. */
function takeInner(walk: Walk, unit: Unit, rest: string, end: QuoteEnd): void {
  const { lines } = walk.source;
  const start = walk.index;
  const inner: Line[] = [];
  const first = lines[start]!;
  const single = end.index === start;
  inner.push({ ...first, text: (single ? rest.slice(0, end.offset) : rest).trim(), blankBefore: true });
  for (let i = start + 1; i < end.index; i += 1) inner.push(lines[i]!);
  if (!single && end.offset > 0) {
    const last = lines[end.index]!;
    inner.push({ ...last, text: last.text.slice(0, end.offset).trim() });
  }
  unit.quoted = [...(unit.quoted ?? []), ...parseQuoted(walk, inner, unit)];
  finishQuote(walk, unit, end, single ? rest : (lines[end.index]?.text ?? ''));
}

/**
 * New wording without its opening quotation mark: "dodaje się § 6a w brzmieniu:" / "§ 6a. Gmina …". The unit that the command names
 * begins the next line and is not the one that is due here. True when it was taken.
 */
export function takeUnopenedQuote(walk: Walk, mark: Mark): boolean {
  const { build, source, index } = walk;
  const unit = currentUnit(build);
  if (source.quoted || unit === null || unit.quoted !== undefined || walk.wasted > MAX_WASTED) return false;
  if (mark.type !== 'paragraph' && mark.type !== 'article') return false;
  if (!mark.stopped || isNextBasic(build.basic, mark.number) || !announcesQuote(lastWords(unit))) return false;
  if (!namesUnit(unit.text.slice(-200), mark)) return false;
  const { text } = source.lines[index]!;
  const isHost = (line: Line, at: number): boolean => isHostLine(walk, unit, line, at);
  const end = findQuoteEnd(source.lines, index, text, isHost);
  if (end === null) {
    walk.wasted += 1500;
    return false;
  }
  report(build, {
    code: 'unopened-quote',
    line: unit.line,
    unit,
    rule: 'ZTP § 87',
    pl: 'Cytowane brzmienie nie ma otwierającego cudzysłowu.',
    en: 'The quoted wording has no opening quotation mark.',
  });
  takeInner(walk, unit, text, end);
  return true;
}

/** "§ 6a" in the words of a command. */
function namesUnit(words: string, { type, number }: Mark): boolean {
  return words
    .split(type === 'article' ? 'art.' : '§')
    .slice(1)
    .map((part) => part.trimStart())
    .some((part) => part.startsWith(number) && !/^[\p{L}\d]/u.test(part.slice(number.length)));
}

function finishQuote(walk: Walk, unit: Unit, end: QuoteEnd, lineText: string): void {
  const { build, source } = walk;
  if (!end.closed) {
    walk.index = end.index - 1;
    report(build, {
      code: 'unclosed-quote',
      line: unit.line,
      unit,
      rule: 'ZTP § 87',
      pl: 'Cytowane brzmienie nie ma zamykającego cudzysłowu.',
      en: 'The quoted wording has no closing quotation mark.',
    });
    return;
  }
  walk.index = end.index;
  const after = lineText.slice(end.offset).trim();
  const closing: Unit = {
    id: `u${build.ids.next}`,
    type: 'text',
    label: '',
    number: '',
    heading: '',
    text: '',
    line: source.lines[end.index]!.n,
    citation: '',
    children: [],
  };
  build.ids.next += 1;
  unit.quoted?.push(closing);
  noteRole(build, closing.line, 'quoted', unit);
  const again = findOpening('', after);
  if (again === null || !takeQuote(walk, unit, after, again, false)) addText(unit, after, false);
}

/** A line at which an unclosed quotation must stop: the next unit of the quoting act itself. */
function isHostLine(walk: Walk, unit: Unit, line: Line, index: number): boolean {
  const mark = walk.source.marks[index];
  const { build, source } = walk;
  if (mark === null || mark === undefined) return !source.quoted && readAnnex(line.text) !== null && line.blankBefore;
  const basicType = source.basic;
  if (mark.type === basicType) {
    const open = build.path.find((candidate) => candidate.type === basicType);
    if (open === undefined || !isNextBasic(build.basic, mark.number)) return false;
    const alone = line.text.length === mark.end;
    const opened = lineNumbered(source.lines, open.line);
    return alone === (opened?.text === open.label) && Math.abs(line.indent - (opened?.indent ?? 0)) <= 6;
  }
  const rest = blankUnseen(line.text.slice(mark.end)).trim();
  if (
    !/^(?:w\s(?:art|§|ust|pkt|lit|tytule|rozdzia|dzia|załącznik|całe|części|zdaniu)|po\s(?:art|§|ust|pkt|lit|wyraz|rozdzia)|art\.|§|ust\.|pkt|lit\.|uchyla|skreśla|użyte|dotychczasow|dodaje|tytuł|rozdział|załącznik)/iu.test(
      rest,
    )
  )
    return false;
  return build.path.some(
    (candidate) =>
      candidate.type === mark.type && isNextInList(candidate, mark) && RANK[candidate.type] <= RANK[unit.type],
  );
}

function isNextInList(unit: Unit, mark: Mark): boolean {
  return unit.number !== '' && follows(unit.number, mark.number);
}

function parseQuoted(walk: Walk, printed: Line[], host: Unit): Unit[] {
  const lines = partLongLines(joinPartedMarks(printed), { whole: walk.overrides, quoted: true });
  const build = createBuild(walk.build.ids);
  const marks = readMarks(lines);
  const inner: Walk = {
    build,
    source: { ...walk.source, lines, marks, quoted: true },
    index: 0,
    heading: null,
    noise: [],
    reasons: null,
    reasonsLine: null,
    tail: false,
    contents: new Set(),
    overrides: new Map(),
    wasted: 0,
    romanHeadings: false,
    taken: new Set(),
    footnotes: null,
    anchors: null,
    walkLines: walk.walkLines,
  };
  walk.walkLines(inner, 0);
  nameKeptMarks(inner);
  walk.build.problems.push(...build.problems.filter(({ code }) => code === 'mark-in-text'));
  for (const line of printed) noteRole(walk.build, line.n, line.text === '' ? 'blank' : 'quoted', host);
  return build.units;
}
