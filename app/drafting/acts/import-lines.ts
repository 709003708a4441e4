import { diffArrays } from 'diff';
import { lineRoles, parse } from '#app/text/parse/parse.ts';
import { descend, walkUnits } from '#app/text/tree/tree.ts';
import type { Act, LineRole, Problem, UnitType } from '#app/text/tree/types.ts';
import { proveSource, type SourceProof } from './import-proof.ts';

/** Roles an official may give to a line, in the order people look for them. */
export const lineRoleChoices: readonly LineRole[] = [
  'paragraph',
  'subsection',
  'point',
  'letter',
  'indent',
  'subindent',
  'closing',
  'continuation',
  'text',
  'quoted',
  'division',
  'chapter',
  'subchapter',
  'heading',
  'article',
  'title',
  'basis',
  'before',
  'contents',
  'annex',
  'reasons',
  'signature',
  'noise',
];

export type Overrides = ReadonlyMap<number, LineRole>;

/** One source line beside what it was taken for. */
export type ReviewLine = {
  line: number;
  text: string;
  role: LineRole;
  doubtful: boolean;
  /** True where the official has given the role. */
  byHand: boolean;
  /** Citation of the unit the line belongs to; empty before the first unit. */
  citation: string;
  depth: number;
};

export type Review = {
  act: Act;
  lines: ReviewLine[];
  /** Line numbers the parser had to guess and nobody has settled. */
  doubtful: number[];
  counts: Partial<Record<UnitType, number>>;
  /** Of the parser; on the review page of the rules of good drafting as well. */
  problems: Problem[];
  proof: SourceProof;
};

/** Everything the review page shows about a source with its corrections. */
export function reviewSource(source: string, overrides: Overrides): Review {
  const act = parse(source, { overrides });
  const places = placesOf(act);
  const lines = lineRoles(source, { overrides }).map((view) => {
    const place = view.unitId === null ? undefined : places.get(view.unitId);
    return {
      line: view.line,
      text: view.text,
      role: view.role,
      byHand: overrides.has(view.line),
      doubtful: view.doubtful && !overrides.has(view.line),
      citation: place?.citation ?? '',
      depth: place?.depth ?? 0,
    };
  });
  const counts: Review['counts'] = {};
  for (const unit of walkUnits(act)) counts[unit.type] = (counts[unit.type] ?? 0) + 1;
  return {
    act,
    lines,
    counts,
    doubtful: lines.filter((line) => line.doubtful).map((line) => line.line),
    problems: act.problems,
    proof: proveSource(source, act),
  };
}

function placesOf(act: Act): Map<string, { citation: string; depth: number }> {
  const places = new Map<string, { citation: string; depth: number }>();
  const visit = (unit: Act['units'][number], depth: number): void => {
    places.set(unit.id, { citation: unit.citation, depth });
    for (const child of unit.children) visit(child, depth + 1);
    for (const quoted of unit.quoted ?? [])
      for (const inner of descend(quoted)) places.set(inner.id, { citation: unit.citation, depth: depth + 1 });
  };
  for (const unit of [...act.units, ...act.annexes]) visit(unit, 0);
  return places;
}

/** Half-open range of line numbers shown together: the window that holds `line`. Long acts stay usable line by line. */
export function windowAround(line: number, total: number, size: number): { from: number; to: number } {
  const inside = Math.min(Math.max(1, line), Math.max(1, total));
  const from = Math.floor((inside - 1) / size) * size + 1;
  return { from, to: Math.min(from + size, total + 1) };
}

/** The stored form of corrections; anything that is not a line number with a known role is left out. */
export function readOverrides(json: unknown): Map<number, LineRole> {
  const overrides = new Map<number, LineRole>();
  if (typeof json !== 'object' || json === null) return overrides;
  for (const [line, role] of Object.entries(json)) {
    const number = Number(line);
    if (Number.isInteger(number) && number > 0 && isLineRole(role)) overrides.set(number, role);
  }
  return overrides;
}

export function writeOverrides(overrides: Overrides): Record<string, string> {
  return Object.fromEntries([...overrides].sort(([a], [b]) => a - b).map(([line, role]) => [String(line), role]));
}

function isLineRole(value: unknown): value is LineRole {
  return typeof value === 'string' && lineRoleChoices.some((role) => role === value);
}

export type RoleChoice = { line: number; role: LineRole | 'auto' };

/**
 * Corrections after a form was sent. A sure line whose role was left as shown keeps what it had; "auto" leaves the line
 * to the parser, which is what a doubtful line says until somebody names its role. Lines the source does not have are
 * ignored.
 */
export function applyRoleChoices(
  overrides: Overrides,
  shown: readonly ReviewLine[],
  choices: readonly RoleChoice[],
): Map<number, LineRole> {
  const next = new Map(overrides);
  for (const { line, role } of choices) {
    const view = shown[line - 1];
    if (!view || view.role === 'blank') continue;
    if (role === 'auto') next.delete(line);
    else if (role !== view.role) next.set(line, role);
    // Named although it is as shown: whoever saw the doubt has confirmed it.
    else if (view.doubtful) next.set(line, role);
  }
  return next;
}

/** Choices out of a form's fields r1, r2 …; fields that are no line or no role are left out. */
export function roleChoicesOf(values: Readonly<Record<string, readonly string[]>>): RoleChoice[] {
  return Object.entries(values).flatMap(([name, [role]]) => {
    const line = /^r(\d{1,7})$/.exec(name)?.[1];
    return line !== undefined && (role === 'auto' || isLineRole(role)) ? [{ line: Number(line), role }] : [];
  });
}

/** A line number out of an address; 1 for anything else. */
export function lineNumberOf(text: string | null): number {
  return text !== null && /^\d{1,7}$/.test(text) ? Math.max(1, Number(text)) : 1;
}

/** A source with more lines changed than this is another source: comparing takes the square of it. */
const MAX_EDITED_LINES = 4_000;

/**
 * Corrections carried to an edited source: a line that stands unchanged keeps its role wherever it has moved to. None is carried
 * to a source with thousands of other lines.
 */
export function carryOverrides(before: string, after: string, overrides: Overrides): Map<number, LineRole> {
  const carried = new Map<number, LineRole>();
  if (overrides.size === 0) return carried;
  let old = 1;
  let current = 1;
  for (const part of diffArrays(before.split('\n'), after.split('\n'), { maxEditLength: MAX_EDITED_LINES }) ?? []) {
    if (part.removed) old += part.value.length;
    else if (part.added) current += part.value.length;
    else {
      for (let k = 0; k < part.value.length; k += 1) {
        const role = overrides.get(old + k);
        if (role) carried.set(current + k, role);
      }
      old += part.value.length;
      current += part.value.length;
    }
  }
  return carried;
}
