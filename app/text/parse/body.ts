import { acceptMark, isEmptyItem, isNextBasic } from './accept.ts';
import { currentUnit, noteRole, report } from './build.ts';
import { takeForced } from './forced.ts';
import { takeFootnote } from './footnotes.ts';
import { follows, opensList } from '../tree/letters.ts';
import { isCapitalsLine } from './headings.ts';
import type { Line } from './line.ts';
import { readMark, type Mark } from './marks.ts';
import { placeUnit, readInlineMark, settleMark } from './place.ts';
import { basicFollows, takeAnnex, takeHeading, takeReasons, takeTitleLine, takeWithinReasons } from './take-heading.ts';
import { nextMarkAfter } from './siblings.ts';
import { openText, takeUnmarked } from './unmarked.ts';
import { flushNoise } from './noise.ts';
import { RANK, type LineRole, type Unit } from '../tree/types.ts';
import type { Walk } from './walk.ts';
import { addWords, takeUnopenedQuote } from './words.ts';

/** Walks over the lines from `from` on and builds the tree. */
export function walkLines(walk: Walk, from: number): void {
  const { lines } = walk.source;
  for (walk.index = from; walk.index < lines.length; walk.index += 1) {
    const line = lines[walk.index]!;
    if (line.text === '') noteRole(walk.build, line.n, 'blank', null);
    else takeLine(walk, line);
  }
  flushNoise(walk, true);
}

function takeLine(walk: Walk, line: Line): void {
  const forced = walk.overrides.get(line.n);
  if (forced !== 'annex' && takeWithinReasons(walk, line)) return;
  if (forced !== undefined && takeForced(walk, line, forced)) return;
  if (takeFootnote(walk, line)) {
    walk.taken.add(walk.index);
    return;
  }
  if (line.noise || takesEmptyItem(walk, line)) {
    noteRole(walk.build, line.n, 'noise', currentUnit(walk.build));
    walk.noise.push(line);
    return;
  }
  if (line.row) {
    takeRow(walk, line);
    return;
  }
  if (takeAnnex(walk, line) || takeReasons(walk, line)) return;
  if (walk.contents.has(line.n)) {
    takeUnmarked(walk, line, 'contents');
    return;
  }
  if (takeHeading(walk, line)) {
    walk.taken.add(walk.index);
    return;
  }
  if (takeMark(walk, line)) return;
  if (takeTitleLine(walk, line)) return;
  takeUnmarked(walk, line, 'continuation');
}

/** A dash or bullet with nothing behind or below it: kept, but no item. */
function takesEmptyItem(walk: Walk, line: Line): boolean {
  if (currentUnit(walk.build) === null || !isEmptyItem(walk.source, walk.index)) return false;
  report(walk.build, {
    code: 'empty-item',
    severity: 'info',
    line: line.n,
    unit: currentUnit(walk.build),
    pl: `Za znakiem „${line.text}” nie ma żadnych słów; nie policzono go jako elementu wyliczenia.`,
    en: `There are no words after "${line.text}"; it is not counted as an item.`,
  });
  return true;
}

/** A row of a table is text under the unit that holds the table; its number counts rows. */
function takeRow(walk: Walk, line: Line): void {
  walk.heading = null;
  openText(walk, line, 'text', null);
}

function takeMark(walk: Walk, line: Line): boolean {
  const { build, source } = walk;
  const stray = strayBefore(walk, line);
  const read = stray ?? source.marks[walk.index] ?? bareParagraph(walk, line) ?? unstoppedFirst(walk, line);
  if (read === null || read === undefined) return false;
  const mark = settleMark(build, source, walk.index, read);
  const basic = mark.type === 'paragraph' || mark.type === 'article';
  // "2. OPŁATY" above a § is the name of a group.
  if (mark.style === 'dot' && isCapitalsLine(line.text.slice(mark.end).trim()) && headsBasic(walk)) return false;
  if (walk.heading !== null && !basic && walk.heading.type !== 'annex' && basicFollows(walk) && !isListed(walk, mark))
    return false;
  if (walk.tail && !basic && build.annex === null) return false;
  if (takeUnopenedQuote(walk, mark)) return true;
  const accepted = acceptMark(build, source, walk.index, mark);
  if (accepted === null) return takeStray(walk, line, mark);
  if (walk.tail && accepted.gap) return false;
  walk.tail = false;
  flushNoise(walk, true);
  walk.heading = null;
  walk.taken.add(walk.index);
  const unit = placeUnit(build, source, walk.index, accepted);
  if (stray !== null) reportStray(walk, line, unit, mark);
  addWords(walk, unit, line.text.slice(mark.end).trim());
  return true;
}

/** The next line with words begins a § or an article. */
function headsBasic({ source, index }: Walk): boolean {
  for (let i = index + 1; i < source.lines.length && i < index + 4; i += 1)
    if (source.lines[i]!.text !== '')
      return source.marks[i]?.type === 'paragraph' || source.marks[i]?.type === 'article';
  return false;
}

/** Two bullets or numbers in a row below a heading are a list, one is part of its title. */
function isListed({ source, index, heading }: Walk, mark: Mark): boolean {
  const next = nextMarkAfter(source, index);
  // Numbered lines may be the title itself where it has no other words.
  if (mark.style !== 'bullet')
    return heading?.heading !== '' && next?.style === mark.style && follows(mark.number, next.number);
  const beside = [next, source.marks.slice(Math.max(0, index - 6), index).findLast((one) => one !== null)];
  return beside.some((one) => one?.style === 'bullet' && one.sign === mark.sign);
}

/** "1 Gmina leży": a first ustęp whose stop was lost, below a § that has no words of its own, with "2." after it. */
function unstoppedFirst({ build, source, index }: Walk, line: Line): Mark | null {
  if (!/^1\s(?=\p{Lu}\p{Ll})/u.test(line.text)) return null;
  const open = currentUnit(build);
  if (open === null || RANK[open.type] > RANK.paragraph || open.text !== '' || open.children.length > 0) return null;
  const next = nextMarkAfter(source, index);
  if (next?.style !== 'dot' || next.number !== '2') return null;
  return {
    type: 'subsection',
    label: '1',
    number: '1',
    end: 1,
    style: 'dot',
    sign: '',
    stopped: false,
    doubled: false,
  };
}

function reportStray({ build }: Walk, line: Line, unit: Unit, mark: Mark): void {
  report(build, {
    code: 'stray-mark',
    line: line.n,
    unit,
    pl: `Zbędny znak przed oznaczeniem: „${mark.label}”.`,
    en: `A stray sign before the mark: "${mark.label}".`,
  });
}

/** A § whose sign was lost: a bare number alone on its line, next in order, with the following § after it. */
function bareParagraph(walk: Walk, line: Line): Mark | null {
  const match = /^(\d{1,3})\.?$/.exec(line.text);
  const { build, source } = walk;
  if (match === null || source.quoted || source.basic !== 'paragraph' || build.basic === null) return null;
  const number = match[1] ?? '';
  if (!isNextBasic(build.basic, number)) return null;
  for (let i = walk.index + 1; i < source.lines.length && i < walk.index + 200; i += 1) {
    const next = source.marks[i];
    if (next?.type !== 'paragraph') continue;
    if (!isNextBasic(number, next.number)) return null;
    report(build, {
      code: 'missing-paragraph-sign',
      line: line.n,
      unit: null,
      rule: 'ZTP § 57 ust. 1',
      pl: `Numer „${line.text}” stoi bez znaku „§”; odczytano go jako § ${number}.`,
      en: `The number "${line.text}" stands without "§"; it was read as § ${number}.`,
    });
    return {
      type: 'paragraph',
      label: line.text,
      number,
      end: line.text.length,
      style: 'sign',
      sign: '',
      stopped: true,
      doubled: false,
    };
  }
  return null;
}

/** A letter or a number of nothing before a mark that is next in its open list ("a 2. Na obszarze", "3. b) pola", "22 2) zakazy"). */
function strayBefore(walk: Walk, line: Line): Mark | null {
  const match = /^(?:[a-z]|\d{1,3}\.?)\s(?=(?:\d{1,2}[a-z]?|[a-z]{1,2})[.)]\s)/u.exec(line.text);
  if (match === null || walk.source.quoted) return null;
  const inner = readMark(line.text.slice(match[0].length));
  if (inner === null || inner.number === '' || opensList(inner.number)) return null;
  // "1. 2) tekst" may be two marks of their own where "1." fits.
  const outer = walk.source.marks[walk.index];
  const sibling = walk.build.path.findLast((unit) => unit.type === inner.type);
  const isDue = sibling !== undefined && follows(sibling.number, inner.number);
  const fits =
    outer !== null &&
    outer !== undefined &&
    walk.build.path.some((unit) => unit.type === outer.type && follows(unit.number, outer.number));
  return isDue && !fits ? { ...inner, label: match[0] + inner.label, end: match[0].length + inner.end } : null;
}

/** A number that fits no list, with a proper mark behind it ("15. 1) Przeznaczenie"): kept in that unit's label. */
function takeStray(walk: Walk, line: Line, mark: Mark): boolean {
  const { build, source } = walk;
  if (mark.style !== 'dot' || source.layout !== 'blocks') return false;
  const inner = readInlineMark(line.text.slice(mark.end).trim());
  if (inner === null || inner.type === 'paragraph' || !opensList(inner.number)) return false;
  const accepted = acceptMark(build, source, walk.index, inner);
  if (accepted === null) return false;
  walk.taken.add(walk.index);
  const label = `${mark.label} ${inner.label}`;
  const unit = placeUnit(build, source, walk.index, { ...accepted, mark: { ...inner, label }, doubtful: true });
  walk.heading = null;
  report(build, {
    code: 'stray-mark',
    line: line.n,
    unit,
    pl: `Zbędny numer „${mark.label}” przed oznaczeniem „${inner.label}”.`,
    en: `Stray number "${mark.label}" before the mark "${inner.label}".`,
  });
  noteRole(build, line.n, unit.type as LineRole, unit, true);
  addWords(walk, unit, line.text.slice(mark.end).trim().slice(inner.end).trim());
  return true;
}
