import { currentUnit, lastWords, noteRole, topLevel } from './build.ts';
import { follows } from '../tree/letters.ts';
import { isRule } from './lines.ts';
import { nextMarkAfter } from './siblings.ts';
import type { Line } from './line.ts';
import type { Unit } from '../tree/types.ts';
import { flushNoise, takeNoise } from './noise.ts';
import type { Footnotes, Walk } from './walk.ts';

const MARK =
  /^(?:\*{1,3}\)?|([⁰¹²³⁴-⁹]{1,2})⁾?\)?|(\d{1,2})\)|\[(\d{1,2})\]|\((\d{1,2})\)|(\d{1,2})(?=\s\p{Lu}))(?=\s|\p{L})/u;
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** The number of a footnote behind the word it explains: "Opłatę1)". */
const ANCHOR = /\p{L}(\d{1,2})\)/gu;

/**
 * Keeps a footnote as text of its own, so that its number is no point of the list above it. Notes begin below a rule and end at the
 * first line that is neither a note nor goes on with one.
 */
export function takeFootnote(walk: Walk, line: Line): boolean {
  if (line.noise) {
    if (isRule(line.text)) walk.footnotes = { last: null, unit: null };
    return false;
  }
  if (isStarred(walk, line)) {
    walk.footnotes = { last: walk.footnotes?.last ?? null, unit: keepNote(walk, line) };
    return true;
  }
  if (walk.footnotes === null && opensNotes(walk, line)) walk.footnotes = { last: null, unit: null };
  const open = walk.footnotes;
  if (open === null) return false;
  const mark = MARK.exec(line.text);
  const number = mark === null ? null : numberOf(mark);
  if (mark !== null && (number === null || isNote(walk, open, number))) {
    walk.footnotes = { last: number ?? open.last, unit: keepNote(walk, line) };
    return true;
  }
  const goesOn = mark === null && open.unit !== null && !line.blankBefore && walk.source.marks[walk.index] === null;
  if (!goesOn) {
    walk.footnotes = null;
    return false;
  }
  open.unit!.text += `${takeNoise(walk)}\n${line.text}`;
  noteRole(walk.build, line.n, 'text', open.unit);
  return true;
}

/** "* Niepotrzebne skreślić.", "*) wypełnia urząd": a note that needs no rule above it, unless it is a bullet of a list. */
function isStarred({ build, source, index }: Walk, line: Line): boolean {
  const star = /^(?:\*{1,3}\s?\)(?=\s|\p{L})|\*(?=\p{L}[^*]*$)|\*{1,3}(?=\s))/u.exec(line.text)?.[0];
  if (star === undefined || source.quoted) return false;
  if (star !== '*') return currentUnit(build) !== null;
  const open = currentUnit(build);
  if (open === null || line.text.length < 4 || lastWords(open).trimEnd().endsWith(':')) return false;
  const isBullet = (unit: Unit): boolean => build.styles.get(unit)?.sign === '*';
  if (build.path.some(isBullet)) return false;
  return nextMarkAfter(source, index)?.sign !== '*' && /[.;)\]…”"\p{L}\d]$/u.test(lastWords(open));
}

/** "1) Przypis" without a rule above it: a word of the text bears the number, and no sentence introduces a list. */
function opensNotes(walk: Walk, line: Line): boolean {
  if (walk.source.quoted || !/^1\)\s?\p{L}/u.test(line.text) || !anchors(walk).has(1)) return false;
  return /[.;)]$/.test(lastWords(currentUnit(walk.build)));
}

function numberOf(mark: RegExpExecArray): number | null {
  const printed = mark.slice(2).find((group) => group !== undefined);
  const digits = printed ?? [...(mark[1] ?? '')].map((sign) => RAISED.indexOf(sign)).join('');
  return digits === '' ? null : Number(digits);
}

/** The next number of the notes. Where the list above the rule would go on with it as well, a word of the text must bear it. */
function isNote(walk: Walk, open: Footnotes, number: number): boolean {
  if (open.last !== null && number !== open.last + 1) return false;
  const due = walk.build.path.some((unit) => unit.type === 'point' && follows(unit.number, String(number)));
  return !due || anchors(walk).has(number);
}

function anchors(walk: Walk): ReadonlySet<number> {
  walk.anchors ??= new Set(
    walk.source.lines.flatMap((line) => [...line.text.matchAll(ANCHOR)].map((hit) => Number(hit[1]))),
  );
  return walk.anchors;
}

function keepNote(walk: Walk, line: Line): Unit {
  flushNoise(walk, true);
  const { build } = walk;
  if (currentUnit(build)?.type === 'text') build.path.pop();
  const unit: Unit = {
    id: `u${build.ids.next}`,
    type: 'text',
    label: '',
    number: '',
    heading: '',
    text: line.text,
    line: line.n,
    citation: '',
    children: [],
  };
  build.ids.next += 1;
  (currentUnit(build)?.children ?? topLevel(build)).push(unit);
  noteRole(build, line.n, 'text', unit);
  return unit;
}
