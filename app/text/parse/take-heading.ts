import { isNextBasic } from './accept.ts';
import { closeToRank, currentUnit, lastWords, noteRole, openUnit } from './build.ts';
import {
  isAttribution,
  isCapitalsLine,
  isReasonsHeading,
  isSignature,
  readAnnex,
  readHeading,
  readRomanHeading,
  type AnnexMark,
  type HeadingMark,
} from './headings.ts';
import type { Line } from './line.ts';
import { flushNoise } from './noise.ts';
import { RANK, type LineRole, type Unit } from '../tree/types.ts';
import type { Walk } from './walk.ts';

export function takeAnnex(walk: Walk, line: Line): boolean {
  if (walk.source.quoted) return false;
  const annex = readAnnex(line.text) ?? smallAnnex(walk, line);
  if (annex === null) return false;
  const words = lastWords(currentUnit(walk.build));
  const ended = /[.…;”"»]$/.test(words) || walk.tail || namesItsAct(walk, annex, words);
  if (walk.source.layout === 'wrapped' && !line.blankBefore && !ended) return false;
  if (walk.reasons === null && walk.source.layout === 'blocks' && words.endsWith(',')) return false;
  openAnnex(walk, line, annex.label, annex.number);
  return true;
}

/** "Załącznik Nr 2 do Uchwały Nr 5" behind the name of a picture; "… stanowi" before it goes on with a sentence. */
function namesItsAct({ source, index, build }: Walk, annex: AnnexMark, words: string): boolean {
  if (
    !/^do\s+(?:uchwały|zarządzenia)/iu.test(annex.rest) ||
    /[,:–-]$|(?<!\p{L})(?:stanowi|określa|zawiera|jako|i|oraz|we?|ze?|do|na|o)$/iu.test(words)
  )
    return false;
  return build.annex !== null || isAttribution(source.lines[index + 1]?.text ?? '');
}

/** "załącznik nr 1 do uchwały" in small letters, behind the end of a sentence and alone or above the name or the title of the act. */
function smallAnnex({ build, source, index, tail }: Walk, line: Line): AnnexMark | null {
  if (!line.text.startsWith('załącznik') || !(tail || /[.”"»]$/.test(lastWords(currentUnit(build))))) return null;
  const next = source.lines.slice(index + 1, index + 4).find(({ text }) => text !== '')?.text ?? '';
  const annex = readAnnex(`Z${line.text.slice(1)}`);
  const isAlone = line.blankBefore && /^do\s+(?:uchwały|zarządzenia)\s/iu.test(annex?.rest ?? '');
  return annex !== null && (isAlone || isAttribution(next) || isCapitalsLine(next))
    ? { ...annex, label: line.text }
    : null;
}

/** Opens an annex and takes its attribution ("do uchwały nr …", "z dnia …") into the label. */
export function openAnnex(walk: Walk, line: Line, label: string, number: string): void {
  flushNoise(walk, true);
  const { build, source } = walk;
  build.path.length = 0;
  build.annex = null;
  const annex = openUnit(build, { type: 'annex', label, number, line: line.n });
  build.units.pop();
  build.path.length = 0;
  build.annexes.push(annex);
  build.annex = annex;
  build.basic = null;
  build.basicType = null;
  walk.tail = false;
  noteRole(build, line.n, 'annex', annex);
  let i = walk.index + 1;
  for (; i < source.lines.length && i < walk.index + 9; i += 1) {
    const next = source.lines[i]!;
    if (next.text === '') continue;
    if (walk.overrides.has(next.n) || !isAttribution(next.text)) break;
    annex.label = `${annex.label} ${next.text}`;
    noteRole(build, next.n, 'annex', annex);
    walk.index = i;
  }
  walk.heading = annex;
}

/** Once the reasons have begun, every line belongs to them up to the next annex. */
export function takeWithinReasons(walk: Walk, line: Line): boolean {
  if (walk.reasons === null || walk.build.annex !== null) return false;
  // In one line with their heading, reasons go on to its end.
  if (walk.overrides.get(line.n) === undefined && line.n !== walk.reasonsLine && takeAnnex(walk, line)) return true;
  walk.reasons.push(line.text);
  noteRole(walk.build, line.n, 'reasons', null);
  return true;
}

export function takeReasons(walk: Walk, line: Line): boolean {
  if (walk.source.quoted || walk.reasons !== null || !isReasonsHeading(line.text) || walk.build.units.length === 0)
    return false;
  startReasons(walk, line);
  return true;
}

export function startReasons(walk: Walk, line: Line): void {
  flushNoise(walk, true);
  walk.build.path.length = 0;
  walk.build.annex = null;
  walk.heading = null;
  walk.tail = true;
  walk.reasons = [line.text];
  walk.reasonsLine = line.n;
  noteRole(walk.build, line.n, 'reasons', null);
}

export function takeHeading(walk: Walk, line: Line): boolean {
  const words = lastWords(currentUnit(walk.build));
  const heading = readHeading(line.text) ?? (mayHeadRoman(walk, words) ? readRomanHeading(line.text) : null);
  if (heading === null) return false;
  const ended = words === '' || /[.;:!?)”"»\]…]$/.test(words) || walk.heading !== null;
  if (!ended && walk.source.layout === 'wrapped' && !line.blankBefore && line.indent < 12 && heading.heading !== '')
    return false;
  if (walk.tail && walk.build.annex === null && walk.reasons === null && !dueFollows(walk)) return false;
  walk.tail = false;
  placeHeading(walk, line, heading, !ended);
  return true;
}

/** Behind what looked like a signature the act goes on with the § that is due. */
function dueFollows({ build, source, index }: Walk): boolean {
  for (let i = index + 1; i < source.lines.length && i < index + 14; i += 1) {
    const mark = source.marks[i];
    if (mark?.type === 'paragraph' || mark?.type === 'article')
      return mark.type === build.basicType && isNextBasic(build.basic, mark.number);
  }
  return false;
}

/** "I. Strefa centralna" behind a § that ends with a colon is an item, and so are "II." and "III." after it. */
function mayHeadRoman({ romanHeadings, build }: Walk, words: string): boolean {
  if (!romanHeadings) return false;
  const open = build.path.find(({ type }) => type === 'paragraph' || type === 'article');
  if (open === undefined) return true;
  return (
    !words.endsWith(':') &&
    !/(?:^|\n)I[.)]\s/.test(open.text) &&
    open.children.slice(-60).every(({ text }) => !/(?:^|\n)I[.)]\s/.test(text))
  );
}

export function placeHeading(walk: Walk, line: Line, mark: HeadingMark, doubtful: boolean): void {
  flushNoise(walk, true);
  const { build } = walk;
  closeToRank(build, RANK[mark.type]);
  const unit = openUnit(build, { type: mark.type, label: mark.label, number: mark.number, line: line.n });
  unit.heading = mark.heading;
  noteRole(build, line.n, mark.type as LineRole, unit, doubtful);
  walk.heading = unit;
}

/** Title lines under a heading: everything up to the first § or art. where one follows, else the first paragraph. */
export function takeTitleLine(walk: Walk, line: Line): boolean {
  const unit = walk.heading;
  if (unit === null) return false;
  if (unit.children.length > 0 || unit.text !== '') {
    walk.heading = null;
    return false;
  }
  if (unit.type === 'annex') return takeAnnexTitle(walk, line, unit);
  if (unit.heading !== '' && !basicFollows(walk)) {
    const gap = line.blankBefore || (walk.source.layout === 'blocks' && /[.]$/.test(unit.heading));
    if (gap || unit.heading.length > 300) {
      walk.heading = null;
      return false;
    }
  }
  if (unit.heading.length > 900) return false;
  takeNoise(walk, unit);
  unit.heading = joinTitle(unit.heading, line.text);
  noteRole(walk.build, line.n, 'heading', unit);
  return true;
}

/** Page furniture inside a title stays where it was printed. */
function takeNoise(walk: Walk, unit: Unit): void {
  for (const line of walk.noise.splice(0)) unit.heading = joinTitle(unit.heading, line.text);
}

function joinTitle(before: string, words: string): string {
  if (before === '') return words;
  return /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(words) ? before + words : `${before} ${words}`;
}

/** An annex is titled by short lines without an end mark, or all in capitals. */
function takeAnnexTitle(walk: Walk, line: Line, annex: Unit): boolean {
  const long =
    annex.heading.length + line.text.length > 600 ||
    (/[.;:,]$/.test(line.text) && !isCapitalsLine(line.text) && !/\d{4}\s?r\.$/.test(line.text));
  if (long || isSignature(line.text)) {
    walk.heading = null;
    return false;
  }
  takeNoise(walk, annex);
  annex.heading = joinTitle(annex.heading, line.text);
  noteRole(walk.build, line.n, 'heading', annex);
  return true;
}

/** True when a § or art. comes within the next lines, before another heading. */
export function basicFollows(walk: Walk): boolean {
  const { source } = walk;
  const limit = Math.min(source.lines.length, walk.index + 14);
  for (let i = walk.index; i < limit; i += 1) {
    const mark = source.marks[i];
    if (mark?.type === 'paragraph' || mark?.type === 'article') return true;
    if (i > walk.index && readHeading(source.lines[i]!.text) !== null) return false;
  }
  return false;
}
