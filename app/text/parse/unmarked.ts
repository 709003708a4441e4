import { hasEnded, OTHER_DOCUMENT } from './accept.ts';
import { hasEarlierItem, listGoesOn, nextMarkAfter, nextMarkIndex } from './siblings.ts';
import { addText, type Build, closeToRank, currentUnit, lastWords, noteRole, openUnit, topLevel } from './build.ts';
import { isCapitalsLine, isSignature } from './headings.ts';
import { follows, opensList } from '../tree/letters.ts';
import type { Line } from './line.ts';
import { readMark, type Mark } from './marks.ts';
import { placeClosing, settleMark } from './place.ts';
import { findOpening } from './quoted.ts';
import { type LineRole, RANK, type Unit } from '../tree/types.ts';
import type { Walk } from './walk.ts';
import { appendWords } from './words.ts';
import { flushNoise } from './noise.ts';

/** Puts a line without a mark where it belongs: into the running sentence, as a new paragraph, or as kept text. */
export function takeUnmarked(walk: Walk, line: Line, role: LineRole): void {
  const { build } = walk;
  const open = currentUnit(build);
  if (walk.tail && build.annex === null) {
    openText(walk, line, 'signature', topLevel(build));
    return;
  }
  if (open === null || (open.type === 'annex' && build.path.length === 0) || role === 'contents') {
    openText(walk, line, role === 'contents' ? 'contents' : 'text', null);
    return;
  }
  if (startsSignature(walk, line)) {
    build.path.length = 0;
    walk.tail = build.annex === null;
    openText(walk, line, 'signature', topLevel(build));
    return;
  }
  if (isBareClosing(walk, line, open)) {
    flushNoise(walk, true);
    appendWords(walk, placeClosing(build, walk.source, walk.index, null), line.text, false);
    return;
  }
  if (isContinuation(walk, line, open) || findOpening(lastWords(open), line.text)?.at === 0) {
    continueUnit(walk, line, open, false);
    return;
  }
  if (untitledHeading(walk, line)) {
    flushNoise(walk, true);
    closeToRank(build, RANK.article);
    openText(walk, line, 'heading', null);
    return;
  }
  takeParagraph(walk, line, open);
}

/** A new printed paragraph: goes on in the unit, or stands as text under the unit that holds the list. */
function takeParagraph(walk: Walk, line: Line, open: Unit): void {
  const { build } = walk;
  const holder = holderOf(walk, line, open);
  if (holder === open) {
    continueUnit(walk, line, open, true);
    return;
  }
  flushNoise(walk, true);
  const at = build.path.indexOf(holder);
  build.path.length = at + 1;
  openText(walk, line, 'text', null);
}

function continueUnit(walk: Walk, line: Line, open: Unit, newParagraph: boolean): void {
  const unit = currentUnit(walk.build) ?? open;
  if (unit.children.length > 0) {
    openText(walk, line, 'text', null);
    return;
  }
  flushNoise(walk, false);
  noteRole(walk.build, line.n, 'continuation', unit, newParagraph);
  if (standsBelowItsMark(unit, line.text)) addText(unit, '\n', false);
  appendWords(walk, unit, line.text, newParagraph);
}

/** "§ 6" alone on a line and words below it that, printed beside it, would be read as a reference: they stay on a line of their own. */
export function standsBelowItsMark(unit: Unit, words: string): boolean {
  if (
    (unit.type !== 'paragraph' && unit.type !== 'article') ||
    unit.text !== '' ||
    unit.heading !== '' ||
    !/^(?:§|Art|ART|[Pp]ar|PAR)[^.)]*$/.test(unit.label)
  )
    return false;
  const mark = readMark(`${unit.label} ${words.slice(0, 60)}`);
  if (mark === null || mark.label !== unit.label) return true;
  return !/^(?:\p{Lu}|\d{1,2}[.)]\s)/u.test(words) || OTHER_DOCUMENT.test(words);
}

/** Does the line go on with the sentence of the open unit? */
function isContinuation(walk: Walk, line: Line, open: Unit): boolean {
  const words = lastWords(open);
  if (words === '') return true;
  if (walk.source.layout === 'wrapped') {
    if (!line.blankBefore) return !untitledHeading(walk, line) && !followsList(walk, line, open);
    return !/[.;:!?”"»]$/.test(words) && /^[\p{Ll}\d(]/u.test(line.text);
  }
  return !hasEnded(words) && /^[\p{Ll}(]/u.test(line.text);
}

/** A sentence behind the last item of a list, where the line before broke early: the words are no item's. */
function followsList(walk: Walk, line: Line, open: Unit): boolean {
  if (RANK[open.type] < RANK.point || !/[.;]$/.test(lastWords(open)) || !/^\p{Lu}/u.test(line.text)) return false;
  const next = introducedBelow(walk);
  if (next !== null && RANK[next.type] <= RANK[open.type]) return true;
  const parent = walk.build.path[walk.build.path.length - 2];
  const earlier = parent?.children.findLast((child) => child !== open && child.type === open.type);
  if (earlier === undefined || !/[,;]$/.test(lastWords(earlier)) || !lastWords(open).endsWith('.')) return false;
  return breaksEarly(walk, line) && !goesOnLater(walk, open);
}

/** The first mark of the list that the words up to it introduce with a colon, null when they introduce none. */
function introducedBelow({ source, index }: Walk): Mark | null {
  const at = nextMarkIndex(source, index - 1);
  const mark = at < 0 ? null : source.marks[at]!;
  if (mark === null || !opensList(mark.number) || mark.type === 'paragraph' || mark.type === 'article') return null;
  for (let i = at - 1; i >= index; i -= 1)
    if (source.lines[i]!.text !== '') return source.lines[i]!.text.endsWith(':') ? mark : null;
  return null;
}

/** The list of an item goes on further down, before a unit of higher rank comes. */
function goesOnLater({ source, index, build }: Walk, item: Unit): boolean {
  const limit = Math.min(source.lines.length, index + 60);
  const style = build.styles.get(item);
  for (let i = index; i < limit; i += 1) {
    const mark = source.marks[i];
    if (mark === null || mark === undefined) continue;
    if (mark.type === item.type && mark.style === style?.style)
      return item.number === '' ? mark.sign === style.sign : follows(item.number, mark.number);
    if (RANK[mark.type] < RANK[item.type]) return false;
  }
  return false;
}

/**
 * A common part without a dash: small letters after a list of at least two items that ended with commas; the last item
 * may end with nothing (§ 57 ZTP). In wrapped text the line before must have broken before it was full.
 */
function isBareClosing(walk: Walk, line: Line, open: Unit): boolean {
  if (open.type !== 'point' && open.type !== 'letter' && open.type !== 'indent') return false;
  const words = lastWords(open);
  if (
    !/^\p{Ll}/u.test(line.text) ||
    line.text.endsWith(':') ||
    !/[,\p{L}\p{N})]$/u.test(words) ||
    open.quoted !== undefined
  )
    return false;
  // "z) za inne" behind "b)" is a stray mark, not the words for all items.
  if (walk.source.marks[walk.index] !== null || (walk.source.layout === 'wrapped' && !breaksEarly(walk, line)))
    return false;
  const parent = walk.build.path[walk.build.path.length - 2];
  if (!hasEarlierItem(parent, open)) return false;
  const next = nextMarkAfter(walk.source, walk.index);
  if (listGoesOn(open, next)) return false;
  if (walk.source.layout === 'wrapped' && !line.blankBefore && RELATIVE.test(line.text)) return false;
  if (words.endsWith(',')) return true;
  if (next !== null && next.type === open.type && next.number === '') return false;
  return parent!.children
    .slice(-40)
    .every((child) => child === open || child.type !== open.type || lastWords(child).endsWith(','));
}

/** A clause that goes on with what stands right before it: "wymaganymi na podstawie § 3", "o którym mowa w ust. 1". */
const RELATIVE =
  /^(?:(?:o|w|z|na|do|dla|przez|od|po)\s+któr|któr|chyba\s|w\s+tym\s|przy\s+czym|z\s+tym|\p{L}{3,20}(?:nymi|tymi|ącymi|ących|nych|tych|nego|tego|ącego|nej|ącej)\s)/u;

/** True when the first word of the line would have fitted well into the line before: the break is the author's. */
function breaksEarly({ source, index }: Walk, line: Line): boolean {
  if (line.blankBefore) return true;
  const width = Math.max(
    ...source.lines.slice(Math.max(0, index - 40), index + 40).map(({ raw }) => raw.trimEnd().length),
  );
  const before = source.lines[index - 1]?.raw.trimEnd().length ?? width;
  return before + line.text.split(' ', 1)[0]!.length + 1 < width * 0.75;
}

/** Capitals before the next § or art. name a group of them ("WOLNOŚCI I PRAWA OSOBISTE"). */
function untitledHeading(walk: Walk, line: Line): boolean {
  if (!isCapitalsLine(line.text) || walk.source.quoted) return false;
  const words = lastWords(currentUnit(walk.build));
  if (words !== '' && !/[.;:!?”"»]$/.test(words)) return false;
  const { lines, marks } = walk.source;
  for (let i = walk.index + 1; i < lines.length && i < walk.index + 5; i += 1) {
    const mark = marks[i];
    if (mark !== null && mark !== undefined) return mark.type === 'article' || mark.type === 'paragraph';
    if (lines[i]!.text !== '' && !isCapitalsLine(lines[i]!.text)) return false;
  }
  return false;
}

/**
 * The unit a new paragraph belongs to. When the next mark starts a list, the paragraph introduces it and belongs to
 * that list's holder; when the open item is the last of its list and ended, the paragraph follows the list.
 */
function holderOf(walk: Walk, line: Line, open: Unit): Unit {
  const { build, source } = walk;
  const at = nextMarkIndex(source, walk.index);
  const printed = at < 0 ? null : source.marks[at]!;
  const next = printed === null ? null : settleMark(build, source, at, printed);
  const parent = build.path[build.path.length - 2];
  if (parent === undefined) return open;
  if (printed !== null && printed.type !== 'paragraph' && printed.type !== 'article' && opensList(printed.number)) {
    if (RANK[printed.type] > RANK[open.type] && !endsItsList(walk, line, open)) return open;
    const rank = RANK[printed.type] > RANK[open.type] ? RANK[open.type] : RANK[printed.type];
    return [...build.path].reverse().find((unit) => RANK[unit.type] < rank && unit.type !== 'text') ?? open;
  }
  const isItem = open.type === 'point' || open.type === 'letter' || open.type === 'indent' || open.type === 'subindent';
  if (!isItem || !/[.;]$/.test(lastWords(open)) || !/^\p{Lu}/u.test(line.text)) return open;
  // A sentence in the middle of nested lists belongs to the item after which the list goes on.
  const last =
    next === null
      ? undefined
      : build.path.findLast(
          (unit) =>
            unit.type === next.type &&
            RANK[unit.type] >= RANK.point &&
            (next.number === '' || follows(unit.number, next.number)),
        );
  if (last !== undefined) return last;
  const rank = Math.min(...build.path.filter((unit) => RANK[unit.type] >= RANK.point).map((unit) => RANK[unit.type]));
  return build.path.findLast((unit) => RANK[unit.type] < rank) ?? open;
}

/** "2) wniosku." was the last item: a new sentence that introduces letters belongs to the unit that holds the list. */
function endsItsList(walk: Walk, line: Line, open: Unit): boolean {
  if (RANK[open.type] < RANK.point || !/\.$/.test(lastWords(open)) || !/^\p{Lu}/u.test(line.text)) return false;
  const parent = walk.build.path[walk.build.path.length - 2];
  const earlier = parent?.children.findLast((child) => child !== open && child.type === open.type);
  return earlier !== undefined && /[,;]$/.test(lastWords(earlier)) && !goesOnLater(walk, open);
}

function startsSignature(walk: Walk, line: Line): boolean {
  if (walk.source.quoted || !isSignature(line.text)) return false;
  // "Prezydent Rzeczypospolitej podpisuje ustawę w ciągu 21 dni od dnia" goes on below.
  if (!line.blankAfter && /^\p{Ll}/u.test(walk.source.lines[walk.index + 1]?.text ?? '')) return false;
  const words = lastWords(currentUnit(walk.build));
  if (!/[.”"]$/.test(words)) return false;
  const next = nextMarkAfter(walk.source, walk.index);
  return next === null || next.style !== 'sign' || walk.build.annex !== null || next.number === '1';
}

/** Keeps a line as text of its own under the open unit or in the given list. */
export function openText(walk: Walk, line: Line, role: LineRole, list: Unit[] | null): Unit {
  flushNoise(walk, true);
  const last = lastText(walk.build, list);
  if (last !== null) {
    noteRole(walk.build, line.n, role, last, role === 'text');
    appendWords(walk, last, line.text, true);
    return last;
  }
  const unit = openUnit(walk.build, { type: 'text', label: '', number: '', line: line.n });
  noteRole(walk.build, line.n, role, unit, role === 'text');
  appendWords(walk, unit, line.text, false);
  return unit;
}

function lastText(build: Build, list: Unit[] | null): Unit | null {
  const open = currentUnit(build);
  const siblings = list ?? (open === null || open.type === 'text' ? topLevel(build) : open.children);
  const last = siblings[siblings.length - 1];
  if (open !== null && open.type === 'text') return open;
  return last !== undefined && last.type === 'text' ? last : null;
}
