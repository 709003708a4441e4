import { RANK, type LineRole, type Problem, type Severity, type Unit, type UnitType } from '../tree/types.ts';
import type { Mark } from './marks.ts';

/** How the mark of an open unit was written; items of one list share it. */
type MarkStyle = { style: Mark['style'] | ''; sign: string };

/** The tree while it grows. */
export type Build = {
  units: Unit[];
  annexes: Unit[];
  /** Open units, outermost first; the annex is not among them. */
  path: Unit[];
  annex: Unit | null;
  /** Number of the last § (resolution) or art. (statute) in this container. */
  basic: string | null;
  /** What it is the number of. */
  basicType: UnitType | null;
  styles: Map<Unit, MarkStyle>;
  ids: { next: number };
  problems: Problem[];
  roles: Map<number, { role: LineRole; unit: string | null; doubtful: boolean }>;
};

/** An empty tree; `ids` may be shared with an outer tree so that ids stay unique. */
export function createBuild(ids: { next: number } = { next: 1 }): Build {
  return {
    units: [],
    annexes: [],
    path: [],
    annex: null,
    basic: null,
    basicType: null,
    styles: new Map(),
    ids,
    problems: [],
    roles: new Map(),
  };
}

/** Innermost open unit, null at the top. */
export function currentUnit(build: Build): Unit | null {
  return build.path[build.path.length - 1] ?? build.annex;
}

/** Where top-level units go now: the act's own, or the open annex's. */
export function topLevel(build: Build): Unit[] {
  return build.annex === null ? build.units : build.annex.children;
}

type NewUnit = {
  type: UnitType;
  label: string;
  number: string;
  line: number;
  style?: MarkStyle['style'];
  sign?: string;
};

/** Opens a unit under the nearest open unit; the caller has closed what must be closed. */
export function openUnit(build: Build, spec: NewUnit): Unit {
  const unit: Unit = {
    id: `u${build.ids.next}`,
    type: spec.type,
    label: spec.label,
    number: spec.number,
    heading: '',
    text: '',
    line: spec.line,
    citation: '',
    children: [],
  };
  build.ids.next += 1;
  const parent = build.path[build.path.length - 1];
  (parent?.children ?? topLevel(build)).push(unit);
  build.path.push(unit);
  build.styles.set(unit, { style: spec.style ?? '', sign: spec.sign ?? '' });
  return unit;
}

/** Closes open units until the innermost one may hold a unit of this rank. */
export function closeToRank(build: Build, rank: number): void {
  while (build.path.length > 0 && RANK[build.path[build.path.length - 1]!.type] >= rank) build.path.pop();
}

/** Closes open units inside and including `unit`. */
export function closeUnit(build: Build, unit: Unit): void {
  const at = build.path.lastIndexOf(unit);
  if (at >= 0) build.path.length = at;
}

/** Adds words to a unit: a broken word is joined without a blank, a new printed paragraph by a line break. */
export function addText(unit: Unit, words: string, newParagraph: boolean): void {
  if (words === '') return;
  if (unit.quoted !== undefined && unit.quoted.length > 0) {
    addText(unit.quoted[unit.quoted.length - 1]!, words, newParagraph);
    return;
  }
  const glue = glueOf(lastOfText(unit), words, newParagraph);
  ENDS.set(unit, words.length >= TAIL ? words.slice(-TAIL) : (lastOfText(unit) + glue + words).slice(-TAIL));
  unit.text += glue + words;
}

/** Characters kept of the end of a text. Reading the end of a long text that still grows would copy it each time. */
const TAIL = 160;
const ENDS = new WeakMap<Unit, string>();

function lastOfText(unit: Unit): string {
  return ENDS.get(unit) ?? unit.text.slice(-TAIL);
}

/** Joins two pieces of running text as addText does. */
export function joinWords(before: string, words: string, newParagraph: boolean): string {
  return before + glueOf(before, words, newParagraph) + words;
}

function glueOf(before: string, words: string, newParagraph: boolean): string {
  if (before === '' || before === '\n') return '';
  if (newParagraph) return '\n';
  return /\p{L}-$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(words.slice(0, 2)) ? '' : ' ';
}

/** Notes what a source line was taken for. */
export function noteRole(build: Build, line: number, role: LineRole, unit: Unit | null, doubtful = false): void {
  const old = build.roles.get(line);
  build.roles.set(line, {
    role: old?.role ?? role,
    unit: old?.unit ?? unit?.id ?? null,
    doubtful: (old?.doubtful ?? false) || doubtful,
  });
}

/** Records a finding of the parser. */
export function report(
  build: Build,
  finding: {
    code: string;
    severity?: Severity;
    line: number;
    unit: Unit | null;
    pl: string;
    en: string;
    rule?: string;
  },
): void {
  build.problems.push({
    code: finding.code,
    severity: finding.severity ?? 'warning',
    line: finding.line,
    unit: finding.unit?.id ?? null,
    message: { pl: finding.pl, en: finding.en },
    rule: finding.rule ?? null,
  });
}

/** End of the last words of a unit (its heading when it has no text), for "has the sentence ended". */
export function lastWords(unit: Unit | null): string {
  if (unit === null) return '';
  if (unit.quoted !== undefined && unit.quoted.length > 0) return lastWords(unit.quoted[unit.quoted.length - 1]!);
  return unit.text === '' ? unit.heading : lastOfText(unit);
}
