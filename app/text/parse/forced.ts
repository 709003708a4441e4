import { closeToRank, currentUnit, noteRole, openUnit } from './build.ts';
import type { Line } from './line.ts';
import { readMark } from './marks.ts';
import { openAnnex, placeHeading, startReasons } from './take-heading.ts';
import { readHeading } from './headings.ts';
import { RANK, type LineRole, type UnitType } from '../tree/types.ts';
import { openText, takeUnmarked } from './unmarked.ts';
import { flushNoise } from './noise.ts';
import type { Walk } from './walk.ts';
import { addWords, appendWords } from './words.ts';

const UNIT_ROLES: ReadonlySet<string> = new Set([
  'division',
  'chapter',
  'subchapter',
  'article',
  'paragraph',
  'subsection',
  'point',
  'letter',
  'indent',
  'subindent',
  'closing',
]);

/** Applies a role an official gave to a line. False when the role says nothing about the tree. */
export function takeForced(walk: Walk, line: Line, role: LineRole): boolean {
  walk.heading = role === 'heading' ? walk.heading : null;
  if (role === 'annex') {
    openAnnex(walk, line, line.text, /\d+/.exec(line.text)?.[0] ?? '');
    return true;
  }
  if (role === 'reasons' && walk.reasons === null) {
    startReasons(walk, line);
    return true;
  }
  if (role === 'noise' || role === 'blank') {
    noteRole(walk.build, line.n, 'noise', currentUnit(walk.build));
    walk.noise.push(line);
    return true;
  }
  if (role === 'division' || role === 'chapter' || role === 'subchapter') {
    const heading = readHeading(line.text);
    placeHeading(
      walk,
      line,
      {
        type: role,
        label: heading?.label ?? '',
        number: heading?.number ?? '',
        heading: heading?.heading ?? line.text,
      },
      false,
    );
    return true;
  }
  if (UNIT_ROLES.has(role)) {
    forceUnit(walk, line, role as UnitType);
    return true;
  }
  return forceText(walk, line, role);
}

function forceUnit(walk: Walk, line: Line, type: UnitType): void {
  flushNoise(walk, true);
  walk.tail = false;
  const { build } = walk;
  const mark = readMark(line.text);
  const token = mark?.label ?? /^\S*\d\S*/.exec(line.text)?.[0] ?? '';
  const end = mark?.end ?? token.length;
  const number = mark?.number ?? /\d+[a-z]*/.exec(token)?.[0] ?? '';
  closeToRank(build, type === 'closing' ? RANK.indent : RANK[type]);
  const unit = openUnit(build, {
    type,
    label: token.trim(),
    number,
    line: line.n,
    style: mark?.style,
    sign: mark?.sign,
  });
  if (type === 'article' || type === 'paragraph') {
    build.basic = number;
    build.basicType = type;
  }
  noteRole(build, line.n, type, unit);
  addWords(walk, unit, line.text.slice(end).trim());
}

function forceText(walk: Walk, line: Line, role: LineRole): boolean {
  const open = currentUnit(walk.build);
  if (role === 'continuation' && open !== null && open.children.length === 0) {
    flushNoise(walk, false);
    noteRole(walk.build, line.n, role, open);
    appendWords(walk, open, line.text, false);
    return true;
  }
  if (
    role === 'heading' &&
    walk.heading !== null &&
    walk.heading.children.length === 0 &&
    walk.heading.text === '' &&
    walk.noise.length === 0
  ) {
    walk.heading.heading = walk.heading.heading === '' ? line.text : `${walk.heading.heading} ${line.text}`;
    noteRole(walk.build, line.n, role, walk.heading);
    return true;
  }
  if (role === 'text' || role === 'signature' || role === 'contents') {
    if (open?.type === 'text') walk.build.path.pop();
    openText(walk, line, role, null);
    return true;
  }
  takeUnmarked(walk, line, role);
  return true;
}
