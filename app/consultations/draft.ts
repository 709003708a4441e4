import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { standardLabel } from '#app/text/labels.ts';
import type { UnitType } from '#app/text/types.ts';

/** A unit of one version of a draft: who it is (clause), its words (revision) and where it stands (placement). */
export type DraftUnit = {
  clauseId: string;
  /** Number in the address of the clause, stable over all versions. */
  code: number;
  revisionId: string;
  parentClauseId: string | null;
  type: UnitType;
  /** Printed mark, e.g. "§ 3.", "2)"; empty for text without a mark. */
  label: string;
  number: string;
  heading: string;
  text: string;
  quoted: boolean;
  /** 0 at the top of the act. */
  depth: number;
  orderKey: string;
};

/** Parts of an act outside its units. */
export type DraftHead = {
  title: string;
  legalBasis: string;
  /** All words before the first unit; title and legal basis are parts of it. */
  before: string;
  reasons: string | null;
  /** How many annexes the source has before its reasons; absent when there are no reasons. */
  annexesBeforeReasons?: number;
};

/** What one ruling does to the text. `insert-after` puts a sibling after the whole of the unit. */
export type DraftChange =
  | { op: 'replace'; clauseId: string; text: string }
  | { op: 'insert-after'; clauseId: string; type: UnitType; text: string }
  | { op: 'delete'; clauseId: string };

/** A unit of the next version; ids are null where the database has yet to give them. */
export type NextUnit = Omit<DraftUnit, 'clauseId' | 'code' | 'revisionId' | 'parentClauseId'> & {
  clauseId: string | null;
  code: number | null;
  revisionId: string | null;
  /** Position of the parent in the same list, null at the top. */
  parent: number | null;
};

/** Units of a version in the order of the document. Byte order of the keys, not the order of a locale. */
export function inOrder<T extends { orderKey: string }>(units: readonly T[]): T[] {
  return [...units].sort((a, b) => (a.orderKey < b.orderKey ? -1 : a.orderKey > b.orderKey ? 1 : 0));
}

/** The unit and everything under it: half-open range of positions in `units`. */
export function subtreeRange(units: readonly { depth: number }[], at: number): { from: number; to: number } {
  const depth = units[at]!.depth;
  let to = at + 1;
  while (to < units.length && units[to]!.depth > depth) to += 1;
  return { from: at, to };
}

/** A unit with everything under it, and nothing else. Empty when the clause is not in this version. */
export function subtreeOf<T extends { clauseId: string; depth: number }>(units: readonly T[], clauseId: string): T[] {
  const at = units.findIndex((unit) => unit.clauseId === clauseId);
  if (at < 0) return [];
  const { from, to } = subtreeRange(units, at);
  return units.slice(from, to);
}

/**
 * The text after `changes`, before renumbering. Changes name clauses, so their order matters only for several
 * insertions after one clause: they stand in the order given. Throws when a clause is missing or changed twice.
 */
export function applyChanges(units: readonly DraftUnit[], changes: readonly DraftChange[]): NextUnit[] {
  const texts = new Map<string, string>();
  const deleted = new Set<string>();
  const inserted = new Map<string, { type: UnitType; text: string }[]>();
  for (const change of changes) {
    if (!units.some((unit) => unit.clauseId === change.clauseId)) throw new Error(`no clause ${change.clauseId} in this version`);
    if (change.op === 'insert-after') {
      inserted.set(change.clauseId, [...(inserted.get(change.clauseId) ?? []), { type: change.type, text: change.text }]);
      continue;
    }
    if (texts.has(change.clauseId) || deleted.has(change.clauseId)) throw new Error(`clause ${change.clauseId} changed twice`);
    if (change.op === 'delete') for (const unit of subtreeOf(units, change.clauseId)) deleted.add(unit.clauseId);
    else texts.set(change.clauseId, change.text);
  }
  const rows: (NextUnit & { parentClauseId: string | null })[] = [];
  units.forEach((unit, at) => {
    if (!deleted.has(unit.clauseId)) rows.push(keptUnit(unit, texts.get(unit.clauseId)));
    for (const anchor of endingAt(units, at)) {
      for (const added of inserted.get(anchor.clauseId) ?? []) rows.push(newUnit(anchor, added));
    }
  });
  return withKeys(rows);
}

function keptUnit(unit: DraftUnit, text: string | undefined): NextUnit & { parentClauseId: string | null } {
  const same = text === undefined || text === unit.text;
  return { ...unit, parent: null, text: text ?? unit.text, revisionId: same ? unit.revisionId : null };
}

/** Units marked with a dash: numbering gives them nothing, so they take the dash of their neighbour. */
const dashes: ReadonlySet<UnitType> = new Set(['indent', 'subindent', 'closing']);

function newUnit(anchor: DraftUnit, added: { type: UnitType; text: string }): NextUnit & { parentClauseId: string | null } {
  return {
    clauseId: null, code: null, revisionId: null, parent: null, parentClauseId: anchor.parentClauseId, type: added.type,
    label: dashes.has(added.type) ? (anchor.type === added.type ? anchor.label : standardLabel(added.type, '')) : '', number: '',
    heading: '', text: added.text, quoted: anchor.quoted, depth: anchor.depth, orderKey: '',
  };
}

/** Units whose subtree ends with the unit at `at`, innermost first. */
function endingAt(units: readonly DraftUnit[], at: number): DraftUnit[] {
  const next = units[at + 1]?.depth ?? -1;
  const ending: DraftUnit[] = [];
  let depth = units[at]!.depth;
  for (let i = at; i >= 0 && depth >= Math.max(next, 0); i -= 1) {
    const unit = units[i]!;
    if (unit.depth !== depth) continue;
    ending.push(unit);
    depth -= 1;
  }
  return ending;
}

/** Parents by position, and keys for new units between their neighbours'. */
function withKeys(rows: (NextUnit & { parentClauseId: string | null })[]): NextUnit[] {
  const positions = new Map<string, number>();
  rows.forEach((row, at) => row.clauseId && positions.set(row.clauseId, at));
  return rows.map(({ parentClauseId, ...row }, at) => {
    const parent = parentClauseId === null ? null : (positions.get(parentClauseId) ?? null);
    if (!row.orderKey) {
      const following = rows.slice(at + 1).find((other) => other.orderKey)?.orderKey ?? null;
      row.orderKey = generateKeyBetween(rows[at - 1]?.orderKey || null, following);
      rows[at]!.orderKey = row.orderKey;
    }
    return { ...row, parent };
  });
}

/** Keys for a whole new document of `count` units. */
export function freshKeys(count: number): string[] {
  return generateNKeysBetween(null, null, count);
}
