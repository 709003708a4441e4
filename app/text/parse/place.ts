import { isClosing, isNextBasic, type Accepted } from './accept.ts';
import type { Source } from './source.ts';
import {
  closeToRank,
  closeUnit,
  currentUnit,
  lastWords,
  noteRole,
  openUnit,
  report,
  topLevel,
  type Build,
} from './build.ts';
import { follows, isDecimalBeside, opensList, readNumber } from '../tree/letters.ts';
import { lineNumbered } from './lines.ts';
import { readMark, type Mark } from './marks.ts';
import { nextMarkAfter } from './siblings.ts';
import { RANK, type LineRole, type Severity, type Unit } from '../tree/types.ts';

/** Opens the unit of an accepted mark in its place in the tree and notes what is odd about it. */
export function placeUnit(build: Build, source: Source, index: number, accepted: Accepted): Unit {
  const line = source.lines[index]!;
  const { mark } = accepted;
  if (mark.type === 'paragraph' || mark.type === 'article') return placeBasic(build, source, index, accepted);
  if (mark.number === '') return placeDash(build, source, index, accepted);
  closeForList(build, accepted, mark.type);
  const unit = openUnit(build, { ...mark, line: line.n });
  noteRole(build, line.n, mark.type as LineRole, unit, accepted.doubtful);
  reportMark(build, unit, accepted, line.n);
  if (opensList(mark.number) && !accepted.gap) reportRestart(build, unit, line.n);
  return unit;
}

/**
 * "1)" behind "2)" under the same unit: two units would be cited alike, and without words that introduce the second list numbering
 * anew would make one list of both.
 */
function reportRestart(build: Build, unit: Unit, line: number): void {
  const siblings = build.path.at(-2)?.children ?? topLevel(build);
  const twin = siblings.slice(-60).find((one) => one !== unit && one.type === unit.type && one.number === unit.number);
  if (twin === undefined) return;
  const before = siblings.at(-2);
  reportJump(build, unit, twin, line, before?.type === 'text' || before?.type === 'closing' ? 'info' : 'warning');
}

/**
 * Marks whose level shows only in their place: "1)" below a letter that ends with a colon stands where ZTP has a tiret; "1." right
 * after an ust. that ends with a colon begins the points of that ust. (web pages print nested lists so).
 */
export function settleMark(build: Build, source: Source, index: number, mark: Mark): Mark {
  if (mark.style === 'decimal') return noted(build, mark) ?? { ...mark, type: decimalType(build, source, index, mark) };
  if (isTypedOne(build, source, index, mark)) return { ...mark, type: 'point', number: '1' };
  if (mark.style === 'dash' || mark.style === 'bullet') return indented(build, source, index, mark);
  if (mark.type === 'letter') return belowLetter(build, mark) ?? mark;
  if (!/^\d/.test(mark.number) || (mark.type !== 'point' && (mark.type !== 'subsection' || source.quoted))) return mark;
  const open = currentUnit(build);
  const introduces = open !== null && open.children.length === 0 && lastWords(open).endsWith(':');
  if (mark.number === '1' && introduces) {
    const below = belowOpen(build, open, mark);
    if (below !== null) return { ...mark, type: below };
  }
  const inner = build.path.findLast(
    (unit) => unit.type !== mark.type && /^\d/.test(unit.number) && hasStyle(build, unit, mark.style),
  );
  if (inner !== undefined && RANK[inner.type] > RANK[mark.type] && follows(inner.number, mark.number))
    return goesOnInside(build, source, index, inner, mark) ? { ...mark, type: inner.type } : mark;
  return isParensBelowLetter(build, mark) ? { ...mark, type: 'indent' } : mark;
}

/** "2.3)" behind ust. 1 is "2." with the number of a footnote. */
function noted(build: Build, mark: Mark): Mark | null {
  const [head = '', note] = mark.number.split('.');
  const last = openUnitOf(build, 'subsection');
  const isNote = note !== undefined && mark.label.endsWith(')') && last !== null && follows(last.number, head);
  return isNote ? { ...mark, type: 'subsection', style: 'dot', number: head } : null;
}

/** "l)" typed for "1)": "2)" comes next. */
function isTypedOne(build: Build, source: Source, index: number, mark: Mark): boolean {
  if (mark.type !== 'letter' || mark.style !== 'bracket' || !/^[lI]/.test(mark.label)) return false;
  if (openUnitOf(build, 'letter')?.number === 'k' || openUnitOf(build, 'letter')?.number === 'h') return false;
  const next = nextMarkAfter(source, index);
  return (
    next?.type === 'point' && next.style === 'bracket' && next.number === '2' && openUnitOf(build, 'point') === null
  );
}

/** "A) Strefa:" then "a) rynek": small letters below a capital one; "a) woda:" then "aa) ujęcie". */
function belowLetter(build: Build, mark: Mark): Mark | null {
  const letter = openUnitOf(build, 'letter');
  if (letter === null || /^[A-Z]/.test(mark.label)) return null;
  const isDoubled = mark.number.length > 1 && mark.number.startsWith(letter.number);
  if (!isDoubled && !/^[A-Z]/.test(letter.label)) return null;
  const number = isDoubled ? mark.number.slice(letter.number.length) : mark.number;
  const open = currentUnit(build)!;
  const inner = openUnitOf(build, 'indent');
  const goesOn =
    number === 'a' ? open === letter && lastWords(open).endsWith(':') : inner !== null && follows(inner.number, number);
  return goesOn ? { ...mark, type: 'indent', number } : null;
}

/** Deeper than another line by so many blanks is meant. */
const DEEPER = 2;

/**
 * A tiret with the sign of the open one that is printed further to the right is a double tiret: "- budynki:" / "   - stare,". The next
 * ones stand where their own place is nearer to.
 */
function indented(build: Build, source: Source, index: number, mark: Mark): Mark {
  const isSame = (unit: Unit): boolean => build.styles.get(unit)?.sign === mark.sign;
  const outer = build.path.findLast((unit) => unit.type === 'indent' && isSame(unit));
  if (outer === undefined) return mark;
  const placeOf = (unit: Unit): number => lineNumbered(source.lines, unit.line)?.indent ?? 0;
  const place = source.lines[index]!.indent;
  const inner = build.path.findLast((unit) => unit.type === 'subindent' && isSame(unit));
  const isInner =
    inner === undefined
      ? outer === currentUnit(build) && place >= placeOf(outer) + DEEPER && !/[.;,]$/.test(lastWords(outer))
      : Math.abs(place - placeOf(outer.children.slice(0, 60).find(({ type }) => type === 'subindent') ?? inner)) <
        Math.abs(place - placeOf(outer));
  return isInner ? { ...mark, type: 'subindent' } : mark;
}

function hasStyle(build: Build, unit: Unit, style: Mark['style']): boolean {
  return build.styles.get(unit)?.style === style;
}

/** Below a unit that introduces a list: "b) według wykazu:" then "1. Lipowa" or "1) Lipowa"; ZTP has tirets there. */
function belowOpen(build: Build, open: Unit, mark: Mark): Unit['type'] | null {
  if (mark.type === 'subsection') {
    if (open.type === 'subsection') return 'point';
    return open.type === 'point' || open.type === 'letter' ? 'indent' : null;
  }
  // Letters right below a § or an ust. may hold points.
  if (openUnitOf(build, 'point') === null) return null;
  if (open.type === 'letter') return 'indent';
  // There is no level below a double tiret: what it introduces stands beside it.
  return open.type === 'indent' || open.type === 'subindent' ? 'subindent' : null;
}

/** "(1)" below a letter stands where ZTP has a tiret; behind "(a)" and "(b)" of "(1)", "(2)" goes on with the points. */
function isParensBelowLetter(build: Build, mark: Mark): boolean {
  if (mark.style !== 'parens' || mark.type !== 'point') return false;
  const letter = openUnitOf(build, 'letter');
  const point = openUnitOf(build, 'point');
  return letter !== null && !(point !== null && hasStyle(build, point, 'parens') && follows(point.number, mark.number));
}

const BELOW: Partial<Record<Unit['type'], Unit['type']>> = {
  paragraph: 'subsection',
  subsection: 'point',
  point: 'letter',
  letter: 'indent',
  indent: 'subindent',
};

/**
 * "1.1.1." stands one level below the unit numbered 1.1. Right below § 1 "1.1." is an ust. unless "2." goes on with it: then it is a
 * point whose ust. "1." was not printed.
 */
function decimalType(build: Build, source: Source, index: number, mark: Mark): Unit['type'] {
  const head = mark.number.slice(0, mark.number.lastIndexOf('.'));
  const parent = build.path.findLast((unit) => unit.number === head && BELOW[unit.type] !== undefined);
  if (parent === undefined)
    return build.path.findLast(({ number }) => isDecimalBeside(number, mark.number))?.type ?? mark.type;
  if (parent.type !== 'paragraph' || head.includes('.')) return BELOW[parent.type] ?? mark.type;
  const sibling = parent.children.slice(-60).findLast(({ number }) => isDecimalBeside(number, mark.number));
  return sibling?.type ?? (headGoesOn(source, index, head) ? 'point' : 'subsection');
}

/** Behind "1.1." and "1.2." comes "2.": a list of two levels. */
function headGoesOn(source: Source, index: number, head: string): boolean {
  for (let i = index + 1; i < source.lines.length && i < index + 60; i += 1) {
    const next = source.marks[i];
    if (next === null || next === undefined) continue;
    if (next.type === 'paragraph' || next.type === 'article') return false;
    if (next.style === 'dot' && next.type === 'subsection') return follows(head, next.number);
  }
  return false;
}

/**
 * Where both the inner and the outer list could go on: the inner one when the same number comes once more; else the indentation
 * decides, else whether the inner list has ended.
 */
function goesOnInside(build: Build, source: Source, index: number, inner: Unit, mark: Mark): boolean {
  const outer = openUnitOf(build, mark.type);
  if (outer === null || !follows(outer.number, mark.number) || !hasStyle(build, outer, mark.style)) return true;
  if (comesAgain(source, index, mark)) return true;
  const indentOf = (unit: Unit): number => lineNumbered(source.lines, unit.line)?.indent ?? 0;
  if (indentOf(inner) !== indentOf(outer))
    return (
      Math.abs(source.lines[index]!.indent - indentOf(inner)) < Math.abs(source.lines[index]!.indent - indentOf(outer))
    );
  const parent = build.path[build.path.indexOf(inner) - 1];
  const first = parent?.children.find((child) => child.type === inner.type && child.number !== '');
  if (first === undefined || first === inner) return !lastWords(inner).endsWith('.');
  const ending = /[,;.]$/.exec(lastWords(inner))?.[0];
  return !(
    ending !== undefined &&
    ending !== ',' &&
    /[,;]$/.test(lastWords(first)) &&
    !lastWords(first).endsWith(ending)
  );
}

/** The same mark once more before a list starts again or a § comes. */
function comesAgain(source: Source, index: number, mark: Mark): boolean {
  const limit = Math.min(source.lines.length, index + 40);
  for (let i = index + 1; i < limit; i += 1) {
    const next = source.marks[i];
    if (next === null || next === undefined) continue;
    if (next.type === 'paragraph' || next.type === 'article' || (next.style === mark.style && next.number === '1'))
      return false;
    if (next.style === mark.style && next.number === mark.number) return true;
  }
  return false;
}

function openUnitOf(build: Build, type: Unit['type']): Unit | null {
  return build.path.findLast((unit) => unit.type === type) ?? null;
}

/**
 * A list item goes beside its sibling. The first item of a list goes under the nearest unit of lower rank; under a
 * unit of higher rank when that unit's words introduce the list with a colon ("a) …:" then "1) …").
 */
function closeForList(build: Build, accepted: Accepted, type: Unit['type']): void {
  const { sibling, mark } = accepted;
  if (accepted.after !== undefined) {
    closeUnit(build, accepted.after);
    closeToRank(build, RANK[type]);
    return;
  }
  if (sibling !== null && mark.number !== '1' && mark.number !== 'a') {
    if (build.path.includes(sibling)) closeUnit(build, sibling);
    else closeToParentOf(build, sibling);
    return;
  }
  if (sibling !== null && build.path.includes(sibling) && mark.style === 'dash') {
    closeUnit(build, sibling);
    return;
  }
  const open = currentUnit(build);
  const introduces = open !== null && lastWords(open).endsWith(':') && RANK[open.type] > RANK[type];
  const nested =
    introduces && open.type !== 'text' && open.type !== 'closing' && !build.path.some((unit) => unit.type === type);
  if (!nested) closeToRank(build, RANK[type]);
}

function closeToParentOf(build: Build, sibling: Unit): void {
  const at = build.path.findLastIndex((unit) => unit.children.includes(sibling));
  if (at >= 0) build.path.length = at + 1;
}

function placeBasic(build: Build, source: Source, index: number, accepted: Accepted): Unit {
  const { mark } = accepted;
  const line = source.lines[index]!.n;
  const inner =
    mark.type === 'paragraph' &&
    source.basic === 'article' &&
    !source.quoted &&
    build.path.some((unit) => unit.type === 'article');
  const previous = inner ? null : build.basic;
  const number = inner ? mark.number : ungluedNumber(source, index, { previous, mark });
  closeToRank(build, RANK[mark.type]);
  const unit = openUnit(build, { ...mark, number, line });
  if (!inner) {
    build.basic = number;
    build.basicType = mark.type;
  }
  noteRole(build, line, mark.type as LineRole, unit, accepted.doubtful);
  if (number !== mark.number) reportGlued(build, unit, line);
  else if (!inner && accepted.gap && !source.quoted) reportBasicOrder(build, unit, previous, line);
  return unit;
}

/** A superscript lost in plain text: after art. 385, "3851" is 385[1] (§ 89 ust. 6 ZTP for the brackets). */
function ungluedNumber(
  source: Source,
  index: number,
  { previous, mark: { type, number } }: { previous: string | null; mark: Mark },
): string {
  const last = previous === null ? null : readNumber(previous);
  const own = readNumber(number);
  if (last === null || own === null || own.suffix !== '') return number;
  const base = String(last.value);
  const rest = String(own.value).slice(base.length);
  if (!String(own.value).startsWith(base) || rest === '' || own.value <= last.value * 5) return number;
  // No act has that many; fewer are told from a leap by what comes behind them.
  return own.value >= 1000 || leadsBack(source, index, { type, base: last.value, first: rest, suffix: last.suffix })
    ? `${base}[${rest}]`
    : number;
}

/** Inserted units that one may look through for the one that they stand before. */
const MOST_INSERTED = 30;

/** "22, 221, 23", "43, 431, 432, 44": counted from one on, and then the unit behind the one they were inserted after. */
function leadsBack(
  source: Source,
  index: number,
  { type, base, first, suffix }: { type: Mark['type']; base: number; first: string; suffix: string },
): boolean {
  const before = /^\[(\d{1,3})\]$/.exec(suffix)?.[1] ?? (suffix === '' ? '0' : null);
  if (before === null || Number(first) !== Number(before) + 1 || first.startsWith('0')) return false;
  let due = Number(first) + 1;
  for (let i = index + 1; i < source.lines.length && due < MOST_INSERTED; i += 1) {
    const next = source.marks[i];
    if (next?.type !== type || !next.stopped) continue;
    if (next.number === String(base + 1)) return true;
    if (next.number !== `${base}${due}`) return false;
    due += 1;
  }
  return false;
}

function placeDash(build: Build, source: Source, index: number, accepted: Accepted): Unit {
  const line = source.lines[index]!;
  const { mark } = accepted;
  if (mark.type === 'indent' && accepted.sibling === null && isClosing(build, source, index, mark)) {
    return placeClosing(build, source, index, mark);
  }
  const type = dashType(build, accepted);
  reportFlat(build, source, index, accepted.sibling);
  if (accepted.sibling !== null && build.path.includes(accepted.sibling)) closeUnit(build, accepted.sibling);
  else closeToRank(build, RANK[type]);
  const unit = openUnit(build, { ...mark, type, line: line.n });
  noteRole(build, line.n, type as LineRole, unit, accepted.doubtful);
  return unit;
}

/** "- budynki:" and then "- stare," with the same sign and no place of its own: which of the next belong below it is not printed. */
function reportFlat(build: Build, source: Source, index: number, sibling: Unit | null): void {
  if (sibling === null || sibling !== currentUnit(build) || !lastWords(sibling).endsWith(':')) return;
  report(build, {
    code: 'flat-list',
    severity: 'info',
    line: source.lines[index]!.n,
    unit: sibling,
    pl: `Tiret kończy się dwukropkiem, a następne ma ten sam znak „${sibling.label}”: odczytano je jako równorzędne.`,
    en: `The indent ends with a colon and the next one has the same sign "${sibling.label}": both were read as of one level.`,
  });
}

/** Another kind of dash under a tiret that introduces a list ("- budynków:" then "– na terenie") is a double tiret. */
function dashType(build: Build, accepted: Accepted): Unit['type'] {
  const { mark, sibling } = accepted;
  if (mark.type === 'subindent') return openUnitOf(build, 'indent') === null ? 'indent' : 'subindent';
  if (sibling !== null) return sibling.type;
  const indent = openUnitOf(build, 'indent');
  if (indent === null) return 'indent';
  const subindent = openUnitOf(build, 'subindent');
  if (subindent !== null && build.styles.get(subindent)?.sign === mark.sign) return 'subindent';
  return lastWords(indent).endsWith(':') ? 'subindent' : 'indent';
}

/** Puts a common part at the level of the introduction of the list it ends. */
export function placeClosing(build: Build, source: Source, index: number, mark: Mark | null): Unit {
  const line = source.lines[index]!.n;
  build.path.length -= endsOuterList(build, nextMarkAfter(source, index)) ? 2 : 1;
  const unit = openUnit(build, {
    type: 'closing',
    label: mark?.label ?? '',
    number: '',
    line,
    style: mark?.style,
    sign: mark?.sign,
  });
  noteRole(build, line, 'closing', unit, true);
  return unit;
}

/** Points that end with commas await a common part (§ 57 ZTP): behind the letters of the last one it is theirs. */
function endsOuterList(build: Build, next: Mark | null): boolean {
  const [list, point, item] = build.path.slice(-3);
  if (
    item?.type !== 'letter' ||
    point?.type !== 'point' ||
    (next?.type === 'point' && follows(point.number, next.number))
  )
    return false;
  const earlier = list!.children.filter((child) => child !== point && child.type === 'point').slice(-40);
  return earlier.length > 0 && earlier.every((child) => lastWords(child).endsWith(','));
}

function reportMark(build: Build, unit: Unit, accepted: Accepted, line: number): void {
  const { mark, sibling } = accepted;
  if (mark.doubled) {
    report(build, {
      code: 'doubled-mark',
      line,
      unit,
      pl: `Oznaczenie „${unit.label}” jest wydrukowane dwa razy.`,
      en: `The mark "${unit.label}" is printed twice.`,
    });
  }
  if (!accepted.gap || (accepted.sibling === null && mark.number !== '')) {
    if (accepted.gap) reportJump(build, unit, null, line);
    return;
  }
  reportJump(build, unit, sibling, line);
}

function reportJump(
  build: Build,
  unit: Unit,
  sibling: Unit | null,
  line: number,
  severity: Severity = 'warning',
): void {
  const again = sibling !== null && sibling.number === unit.number;
  report(build, {
    code: again ? 'duplicate-number' : 'number-gap',
    severity,
    line,
    unit,
    rule: 'ZTP § 57',
    pl: again
      ? `Oznaczenie „${unit.label}” powtarza się w tym samym wyliczeniu.`
      : `Oznaczenie „${unit.label}” nie następuje po ${sibling === null ? 'początku wyliczenia' : `„${sibling.label}”`}.`,
    en: again
      ? `The mark "${unit.label}" comes twice in one list.`
      : `The mark "${unit.label}" does not follow ${sibling === null ? 'the start of the list' : `"${sibling.label}"`}.`,
  });
}

function reportBasicOrder(build: Build, unit: Unit, previous: string | null, line: number): void {
  if (isNextBasic(previous, unit.number)) return;
  const again = previous === unit.number;
  report(build, {
    code: again ? 'duplicate-number' : 'number-gap',
    line,
    unit,
    rule: 'ZTP § 57 ust. 1',
    pl: again
      ? `„${unit.label}” występuje dwa razy.`
      : `Po ${previous === null ? 'początku aktu' : `numerze ${previous}`} następuje „${unit.label}”.`,
    en: again
      ? `"${unit.label}" occurs twice.`
      : `"${unit.label}" comes after ${previous === null ? 'the start of the act' : `number ${previous}`}.`,
  });
}

function reportGlued(build: Build, unit: Unit, line: number): void {
  report(build, {
    code: 'glued-superscript',
    line,
    unit,
    rule: 'ZTP § 89 ust. 6',
    pl: `Numer „${unit.label}” odczytano jako ${unit.number}: indeks górny zlał się z cyframi.`,
    en: `The number "${unit.label}" was read as ${unit.number}: a superscript ran into the digits.`,
  });
}

/** Marks that follow on the same line ("§ 2. 1. 1) …"): only the first of a list can. */
export function readInlineMark(rest: string): Mark | null {
  const mark = readMark(rest);
  if (mark === null || mark.style === 'dash' || mark.style === 'bullet' || mark.style === 'double-dash') return null;
  return mark;
}
