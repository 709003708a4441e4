import { type Build, currentUnit, lastWords } from './build.ts';
import { follows, fromRoman, isDecimalBeside, letterPosition, opensList, readNumber } from '../tree/letters.ts';
import { lineNumbered } from './lines.ts';
import type { Line } from './line.ts';
import { type Mark, readMark } from './marks.ts';
import { findSibling, hasEarlierItem, listGoesOn, nextMarkAfter } from './siblings.ts';
import { RANK, type Unit } from '../tree/types.ts';
import type { Source } from './source.ts';

/** The decision on a mark: `sibling` is the open unit it continues, null when it starts a list or a level. */
export type Accepted = {
  mark: Mark;
  sibling: Unit | null;
  doubtful: boolean;
  gap: boolean;
  /** The unit of another kind after which the numbers go on; the new one stands beside it. */ after?: Unit;
};

const ENDED = /(?:[.;:,!?)”"»\]…]|\b(?:oraz|lub|albo|i|a także|bądź))$/u;
const REFERENCE_OPEN = /(?:(?:^|[\s(])(?:ust|pkt|lit|art|poz|[Nn]r|zał|par)\.?|§)$/u;
const REFERENCE_LIST_OPEN =
  /(?:ust|pkt|lit|art|§)\.?\s?(?:\d{0,4}[a-z]{0,2}\)?,\s){0,8}\d{0,4}[a-z]{0,2}\)?\s(?:i|oraz|lub|albo)$/u;

/** "1. stycznia targ jest nieczynny" begins with a date. */
const MONTH =
  /^(?:stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|dnia)(?!\p{L})/u;

/** True when the words so far could end a clause, so that a new unit may begin. */
export function hasEnded(words: string): boolean {
  return words === '' || ENDED.test(words.slice(-20));
}

/** Decides whether the mark at the start of a line is one; null when the line merely begins like that. */
export function acceptMark(build: Build, source: Source, index: number, mark: Mark): Accepted | null {
  const line = source.lines[index]!;
  const next = mark.style === 'bullet' ? nextMarkAfter(source, index) : null;
  const before = isBareTitle(currentUnit(build), line, mark, next) ? '' : lastWords(currentUnit(build)).slice(-60);
  if (mark.style === 'dot' && (isTableCell(build, line, mark) || MONTH.test(line.text.slice(mark.end).trimStart())))
    return null;
  const sibling = mark.number === '' ? null : findSibling(build, mark);
  const isNext = sibling !== null && follows(sibling.number, mark.number);
  if (endsReference(source, line, mark, before, isNext || opensList(mark.number))) return null;
  if (mark.type === 'paragraph' || mark.type === 'article') return acceptBasic(build, source, index, mark);
  const fresh = source.layout === 'blocks' || line.blankBefore || hasEnded(before);
  if (mark.number === '') return acceptDash(build, source, index, mark, before, fresh);
  if (isLooseSlash(line, mark) && !isNext && !(mark.number === 'a' && hasSecond(source, index, mark))) return null;
  if (isNext) return { mark, sibling, doubtful: !fresh, gap: false };
  if (opensList(mark.number)) return acceptFirst(source, index, mark, before, { fresh, goesOn: sibling !== null });
  return acceptOutOfOrder(build, source, index, mark, sibling, fresh);
}

/** Below the title of a chapter or an annex "1. Opłaty" and bullets begin a list, whatever the title ends with. */
function isBareTitle(open: Unit | null, line: Line, mark: Mark, next: Mark | null): boolean {
  if (open === null || RANK[open.type] >= RANK.article || open.text !== '') return false;
  return /^\p{Lu}/u.test(line.text.slice(mark.end).trim()) || (next?.style === 'bullet' && next.sign === mark.sign);
}

/**
 * True when the mark ends a reference that the line before began: "z pkt" / "2) stosuje się", "ust. 1, 2 i" / "4.". After a number
 * and a conjunction ("z ust. 3 albo" / "2) uchyla ją") an item may as well begin: it does in a paragraph of its own, and where words
 * follow a mark written otherwise than the number.
 */
function endsReference(source: Source, line: Line, mark: Mark, before: string, isDue: boolean): boolean {
  const isOpen = REFERENCE_OPEN.test(before);
  // "… w § 2 ust." ends no sentence, whatever stands between it and "1. Wniosek".
  if (isOpen) return true;
  if (!REFERENCE_LIST_OPEN.test(before)) return false;
  if (source.layout === 'blocks' && line.blankBefore && isDue) return false;
  if (!isDue) return true;
  const rest = line.text.slice(mark.end).trim();
  if (!/^\p{L}{2}/u.test(rest) || /^(?:oraz|lub|albo|ust|pkt|lit|art)(?!\p{L})/u.test(rest)) return true;
  if (mark.style === 'dot') return source.layout === 'wrapped';
  return /\d[a-z]{0,2}\)\s(?:i|oraz|lub|albo)$/u.test(before);
}

/** "a/b": a slash without a blank behind a letter is seldom a mark. */
function isLooseSlash(line: Line, mark: Mark): boolean {
  return mark.style === 'slash' && mark.type === 'letter' && /\p{L}/u.test(line.text.charAt(mark.end));
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
  const ended =
    words === '' || /[.;:!?)”"»\]…]$/.test(words) || (open !== null && open.text === '' && open.quoted === undefined);
  if (mark.type === 'article' && source.basic === 'paragraph' && !source.quoted && !isAnnexArticle(build, mark, rest))
    return null;
  const previous = lastBasicNumber(build, source, mark);
  const inOrder = isNextBasic(previous, mark.number);
  if (!mark.stopped) {
    if (rest === '')
      return inOrder || (ended && source.layout === 'blocks')
        ? { mark, sibling: null, doubtful: true, gap: !inOrder }
        : null;
    return acceptUnstopped(source, line, mark, { rest, ended, inOrder, previous });
  }
  if (
    !(inOrder && (ended || (source.layout === 'blocks' && line.blankBefore))) &&
    /^(?:ust|pkt|lit|art|i|oraz|lub|albo|otrzymuj|niniejsz)(?=[\s.,]|[ea])/.test(rest)
  )
    return null;
  if (inOrder && LEADS_TO_REFERENCE.test(words.slice(-40)) && comesLater(source, index, mark)) return null;
  if (inOrder)
    return { mark, sibling: null, doubtful: !ended && source.layout === 'wrapped' && rest !== '', gap: false };
  // "§ 4210. Zakup materiałów" is a class of the budget.
  if (mark.type === 'paragraph' && /^\d{4}/.test(mark.number) && !mark.number.startsWith(previous ?? ' ')) return null;
  if (source.quoted && previous === null) return { mark, sibling: null, doubtful: false, gap: false };
  if (!ended && (source.layout === 'wrapped' || /^\p{Ll}/u.test(rest))) return null;
  return { mark, sibling: null, doubtful: true, gap: true };
}

/** Behind such a word "§ 2. Kapitał" ends a reference when the act has its § 2 further down. */
const LEADS_TO_REFERENCE =
  /(?:^|[\s(])(?:we?|ze?|do|od|po|na|przez|przy|dla|ku|o|i|a|oraz|lub|albo|bądź|ani|także|myśl|podstawie|mowa|zgodnie|przepis\p{L}{0,3}|zastrzeżeniem|wyjątkiem|brzmieniu|postanowie\p{L}{1,4})$/u;

/** The same § (art.) once more at a line start before the next one comes. */
function comesLater(source: Source, index: number, mark: Mark): boolean {
  const limit = Math.min(source.lines.length, index + 400);
  for (let i = index + 1; i < limit; i += 1) {
    const next = source.marks[i];
    if (next?.type !== mark.type || !next.stopped) continue;
    if (next.number === mark.number) return true;
    if (follows(mark.number, next.number) && !LEADS_TO_REFERENCE.test(source.lines[i - 1]!.text.slice(-40)))
      return false;
  }
  return false;
}

/** The annex of a resolution may be divided into articles: in order, without a § before them. */
function isAnnexArticle({ annex, basic, basicType }: Build, mark: Mark, rest: string): boolean {
  return (
    annex !== null &&
    basicType !== 'paragraph' &&
    isNextBasic(basic, mark.number) &&
    (rest === '' || /^(?:\p{Lu}|\d{1,2}[.)])/u.test(rest))
  );
}

const REFERENCE_GOES_ON =
  /^(?:ust|pkt|lit|art|i|oraz|lub|albo|otrzymuj|niniejsz|stosuje|nie|uchwał|ustaw|rozporządz|zarządz|regulamin|statut|dodaje|skreśla|uchyla|wprowadza|w|po|wchodz|obowiązuj|określa|dotycz|przewiduj|traci|ma|mają|jest|są|[–—,;-])/u;
/** Words behind a § that make it a unit of another document: "§ 5 Regulaminu". */
export const OTHER_DOCUMENT =
  /^(?:Kodeksu|Konstytucji|Regulaminu|Statutu|Uchwały|Ustawy|Zarządzenia|Rozporządzenia|Instrukcji|Zasad\s)/u;

/** "§ 6 Opłatę pobiera": no stop after the number, so that it might as well be a reference. */
function acceptUnstopped(
  source: Source,
  line: Line,
  mark: Mark,
  seen: { rest: string; ended: boolean; inOrder: boolean; previous: string | null },
): Accepted | null {
  const { rest, ended, inOrder, previous } = seen;
  // "§ 2 (dochody)": its subject alone on the line.
  const starts = /^(?:\p{Lu}|\d{1,2}[.)]\s|\(\p{L}[^()]{2,80}\)$)/u.test(rest);
  const isParagraph = source.layout === 'blocks' && line.blankBefore;
  if (OTHER_DOCUMENT.test(rest) || !(ended || (inOrder && starts && isParagraph))) return null;
  const accepted = { mark, sibling: null, doubtful: true, gap: !inOrder };
  if (inOrder && starts) return accepted;
  // "Art. 4 1. Ogród zakłada gmina." opens a quotation.
  if (source.quoted && previous === null && starts) return { ...accepted, gap: false };
  if (!isParagraph || REFERENCE_GOES_ON.test(rest)) return null;
  if (inOrder) return accepted;
  const skipped = Number.parseInt(mark.number, 10) - Number.parseInt(previous ?? '0', 10);
  return starts && mark.type === 'paragraph' && skipped > 0 && skipped <= 3 ? accepted : null;
}

function lastBasicNumber(build: Build, source: Source, mark: Mark): string | null {
  if (mark.type === 'paragraph' && source.basic === 'article' && !source.quoted) {
    const article = build.path.find((unit) => unit.type === 'article');
    if (article === undefined && build.annex !== null) return build.basic;
    const list = article?.children.filter((unit) => unit.type === 'paragraph') ?? [];
    return list[list.length - 1]?.number ?? null;
  }
  return build.basic;
}

/** The first number is 1; a range ("115–129") is followed by the number after its end. */
export function isNextBasic(previous: string | null, number: string): boolean {
  return previous === null ? number.split('–')[0] === '1' : follows(previous, number);
}

/** A dash is a tiret, or the common part of the list it ends (§ 56–57 ZTP). */
function acceptDash(
  build: Build,
  source: Source,
  index: number,
  mark: Mark,
  before: string,
  fresh: boolean,
): Accepted | null {
  const line = source.lines[index]!;
  const open = currentUnit(build);
  if (open === null && !source.quoted) return null;
  if (line.text.slice(mark.end).trim() === '' && (line.text.length > 1 || isEmptyItem(source, index))) return null;
  // "ustawy z dnia 14 grudnia 2016 r." / "– Prawo oświatowe": the dash joins an act and its name.
  if (mark.style === 'dash' && joinsActName(before, line.text.slice(mark.end))) return null;
  const sibling = findSibling(build, mark);
  const aligned =
    sibling !== null &&
    sibling === open &&
    Math.abs(line.indent - (lineNumbered(source.lines, sibling.line)?.indent ?? 99)) <= 1;
  if (fresh || aligned) return { mark, sibling, doubtful: false, gap: false };
  return isListItem(open) &&
    line.indent < 20 &&
    /^\p{Ll}/u.test(line.text.slice(mark.end)) &&
    isClosing(build, source, index, mark)
    ? { mark, sibling: null, doubtful: true, gap: false }
    : null;
}

const ACT_NAME = /^(?:Prawo|Kodeks|Ordynacja|Karta|Przepisy\s+wprowadzające)(?!\p{L})/u;

/** A day at the end of one line and the name of an act behind the dash of the next: one name, no tiret. */
export function joinsActName(before: string, rest: string): boolean {
  return /\d{4}\s?r\.$/u.test(before.slice(-12)) && ACT_NAME.test(rest.trimStart());
}

/** A dash or bullet alone on its line, with another mark or nothing below: an item nobody has written. */
export function isEmptyItem(source: Source, index: number): boolean {
  const { lines, marks } = source;
  const mark = marks[index];
  if (mark === null || mark === undefined || mark.number !== '' || lines[index]!.text.length > mark.end) return false;
  for (let i = index + 1; i < lines.length && i < index + 20; i += 1) {
    if (lines[i]!.text === '' || lines[i]!.noise) continue;
    return marks[i] !== null || /^(?:Rozdział|ROZDZIAŁ|DZIAŁ|Dział|Załącznik)\s/u.test(lines[i]!.text);
  }
  return true;
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
  const { text, blankBefore } = source.lines[index]!;
  const rest = text.slice(mark.end).trim();
  const next = nextMarkAfter(source, index);
  // A dash within the sentence of the last item, where lines break anywhere: items with a common part end with commas.
  const earlier = parent!.children.findLast((child) => child !== open && child.type === open.type);
  if (source.layout === 'wrapped' && !blankBefore && lastWords(earlier ?? null).endsWith(';')) return false;
  return /^\p{Ll}/u.test(rest) && next?.style !== mark.style && !listGoesOn(open, next);
}

/** First mark of its list. In wrapped text without a pause a second item must follow somewhere near. */
function acceptFirst(
  source: Source,
  index: number,
  mark: Mark,
  before: string,
  { fresh, goesOn }: { fresh: boolean; goesOn: boolean },
): Accepted | null {
  if (mark.style === 'dot' && mark.type === 'letter' && !hasSecond(source, index, mark)) return null;
  if (mark.style === 'decimal') return null;
  // "w terminie / 1. miesiąca": an ordinal that a line break has put in front.
  const broken =
    mark.style === 'dot' &&
    !source.lines[index]!.blankBefore &&
    !hasEnded(before) &&
    /^\p{Ll}/u.test(source.lines[index]!.text.slice(mark.end).trim());
  if (broken && goesOn) return null;
  const pause =
    (source.layout === 'blocks' && !broken) ||
    source.lines[index]!.blankBefore ||
    /[.;:,)]$/.test(before) ||
    before === '';
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
function acceptOutOfOrder(
  build: Build,
  source: Source,
  index: number,
  mark: Mark,
  sibling: Unit | null,
  fresh: boolean,
): Accepted | null {
  if (mark.style === 'decimal') return acceptDecimal(build, mark, fresh);
  if (!fresh) return null;
  const value = readNumber(mark.number)?.value ?? letterPosition(mark.number);
  // Quoted wording may begin with any number: "aa) …".
  if (value === null && source.quoted && currentUnit(build) === null)
    return { mark, sibling: null, doubtful: false, gap: false };
  if (value === null) return sibling === null ? null : { mark, sibling, doubtful: true, gap: true };
  if (sibling === null) return acceptWithoutList(build, source, index, mark, value);
  const last = readNumber(sibling.number)?.value ?? letterPosition(sibling.number) ?? 0;
  const jump = value - last;
  if (mark.style === 'dot' && mark.type === 'letter') return null;
  if (jump <= 6 && jump > -12) return { mark, sibling, doubtful: true, gap: true };
  const far =
    jump > 0 &&
    jump <= 60 &&
    ((mark.style === 'bracket' && source.layout === 'blocks') || hasSecond(source, index, mark));
  return far ? { mark, sibling, doubtful: true, gap: true } : null;
}

/** A number that starts no list where none of its kind is open: the list may go on with another mark ("2)" then "3."). */
function acceptWithoutList(build: Build, source: Source, index: number, mark: Mark, value: number): Accepted | null {
  if (source.quoted && currentUnit(build) === null) return { mark, sibling: null, doubtful: false, gap: false };
  const accepted = { mark, sibling: null, doubtful: true, gap: true };
  const line = source.lines[index]!;
  const starts = mark.style !== 'dot' || /^\p{Lu}/u.test(line.text.slice(mark.end).trim());
  const after = build.path.findLast(
    (unit) =>
      /^\d/.test(unit.number) &&
      RANK[unit.type] >= RANK.subsection &&
      follows(unit.number.split('.', 1)[0]!, mark.number),
  );
  const ended = /[.;:,]$/.test(lastWords(currentUnit(build)));
  const isApart = source.layout === 'blocks' && line.blankBefore && ended;
  if ((starts || isApart) && mark.type !== 'letter' && after !== undefined) return { ...accepted, after };
  if (value <= 3 && mark.style !== 'dot') return accepted;
  // "0a." is put in front of ust. 1.
  if (value === 0 && mark.number !== '0' && hasSecond(source, index, mark)) return accepted;
  if (mark.number === '2' && starts && isFirstUnmarked(build)) return accepted;
  return mark.style === 'bracket' && isApart && value <= 60 && (mark.type === 'point' || hasSecond(source, index, mark))
    ? accepted
    : null;
}

/** "§ 1. Rada działa." then "2. Sesje są jawne.": the first ust. bears no number. */
function isFirstUnmarked(build: Build): boolean {
  const basic = build.path.find(({ type }) => type === 'paragraph' || type === 'article');
  if (basic === undefined || basic.text === '' || basic.children.slice(0, 60).some(({ type }) => type === 'subsection'))
    return false;
  return /[.;”"»)]$/.test(lastWords(currentUnit(build)));
}

/** "1.1." under ust. 1; without a "1." above it where it opens a list or goes on with one. */
function acceptDecimal(build: Build, mark: Mark, fresh: boolean): Accepted | null {
  if (!fresh) return null;
  const head = mark.number.slice(0, mark.number.lastIndexOf('.'));
  const parent = build.path.findLast(
    (unit) => unit.number === head && RANK[unit.type] < RANK[mark.type] && RANK[unit.type] >= RANK.paragraph,
  );
  if (parent !== undefined) {
    const sibling = parent.children.findLast((child) => child.type === mark.type) ?? null;
    return { mark, sibling, doubtful: false, gap: false };
  }
  const sibling = build.path.findLast((unit) => isDecimalBeside(unit.number, mark.number)) ?? null;
  const opens = mark.number.endsWith('.1') && /[.)]$/.test(mark.label);
  return sibling !== null || (opens && currentUnit(build) !== null)
    ? { mark, sibling, doubtful: true, gap: sibling !== null }
    : null;
}

/** Reads the marks of all lines once. */
export function readMarks(lines: readonly Line[]): Array<Mark | null> {
  const bullets = letterBullets(lines);
  const romans = smallRomans(lines);
  const seen = new Set<string>();
  return lines.map((line, i) => {
    if (line.text === '' || line.noise || line.row) return null;
    const mark =
      romans.get(i) ?? (bullets.has(i) ? letterBullet() : (readMark(line.text) ?? fourDigits(line.text, seen)));
    if (mark !== null && mark.number.length > 2) seen.add(`${mark.style} ${mark.number}`);
    return mark;
  });
}

/** "1000)" behind "999)": four digits are a year, unless the one before them has begun a line too. */
function fourDigits(text: string, seen: ReadonlySet<string>): Mark | null {
  const printed = /^(\d{4})([.)])(?=\s)/.exec(text);
  if (printed === null) return null;
  const [label, number = ''] = printed;
  const type = printed[2] === ')' ? 'point' : 'subsection';
  const style = type === 'point' ? 'bracket' : 'dot';
  if (!seen.has(`${style} ${Number(number) - 1}`)) return null;
  return { type, style, number, label, end: label.length, sign: '', stopped: true, doubled: false };
}

const SMALL_ROMAN = /^\(?((?:x{0,2})(?:ix|iv|v?i{0,3}))[.)](?=\s)/u;

/** "i)", "ii)", "iii)": items of the lowest level. "i)" alone is a letter behind "h)". */
function smallRomans(lines: readonly Line[]): ReadonlyMap<number, Mark> {
  const found = new Map<number, Mark>();
  let last: { at: number; value: number; mark: Mark } | null = null;
  for (const [i, { text, noise, row }] of lines.entries()) {
    if (text.startsWith('§')) last = null;
    const label = noise || row ? undefined : SMALL_ROMAN.exec(text)?.[0];
    const value = label === undefined ? null : fromRoman(label.replace(/[().]/g, '').toUpperCase());
    if (label === undefined || value === null) continue;
    const mark = romanItem(label, value);
    if (last !== null && value === last.value + 1) {
      found.set(last.at, last.mark);
      found.set(i, mark);
    }
    if (value === 1 || found.has(i)) last = { at: i, value, mark };
  }
  return found;
}

function romanItem(label: string, value: number): Mark {
  const style = label.endsWith('.') ? 'dot' : 'bracket';
  return {
    type: 'indent',
    style,
    number: String(value),
    label,
    end: label.length,
    sign: '',
    stopped: true,
    doubled: false,
  };
}

/** Word prints its hollow bullet as the letter o: two such lines in a row, behind the end of a clause, are a list. */
function letterBullets(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let run: number[] = [];
  let before = '';
  const close = (): void => {
    if (run.length > 1) for (const i of run) found.add(i);
    run = [];
  };
  for (const [i, { text, noise }] of lines.entries()) {
    if (text === '' || noise) continue;
    if (!/^o\s\p{L}/u.test(text) || (run.length === 0 && !mayPrecedeBullet(before))) close();
    else run.push(i);
    before = text;
  }
  close();
  return found;
}

function mayPrecedeBullet(before: string): boolean {
  return (
    /[:;,.]$/.test(before) ||
    /^(?:Rozdział|ROZDZIAŁ|Dział|DZIAŁ)\s/u.test(before) ||
    /^\p{Lu}.{1,60}\p{L}$/u.test(before)
  );
}

function letterBullet(): Mark {
  return { type: 'indent', style: 'bullet', number: '', label: 'o', end: 2, sign: 'o', stopped: true, doubled: false };
}
