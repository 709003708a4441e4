import { bindSpaces } from '#app/i18n/typography.ts';
import type { ClauseChange, Span } from '#app/text/diff/change-types.ts';
import { describeClauseChange, type Language } from '#app/text/diff/describe-change.ts';
import { diffClauses } from '#app/text/diff/diff.ts';
import { present } from '#app/text/diff/present.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import type { DraftUnit } from './draft.ts';
import { citationsOf } from './unit-tree.ts';

type ChangeKind = ClauseChange['change'];

/** A unit in a redline: what it is now, what was, and the units under it that are shown. */
export type RedlineUnit = {
  clauseId: string;
  code: number;
  type: UnitType;
  change: ChangeKind;
  /** Printed mark and citation in the old and in the new version; null where the unit is not in it. */
  before: Printed | null;
  after: Printed | null;
  form: 'inline' | 'whole';
  spans: Span[];
  /** The change in one plain sentence. */
  sentence: string;
  /** True when the change is told by the unit above: it came or went as a whole. */
  withParent: boolean;
  children: RedlineUnit[];
  /** Units next under this one that are as they were and are not shown. */
  folded: number;
};

type Printed = { label: string; citation: string };
type RenumberedUnit = { clauseId: string; code: number; change: 'same'; before: Printed; after: Printed };

export type VersionDiff = {
  /** Units with a change in them, from the top; everything else is folded away. */
  units: RedlineUnit[];
  /** Changed units in the order of the text, those told by the unit above left out. */
  changes: RedlineUnit[];
  /** Units with the same words under another number. */
  renumbered: RenumberedUnit[];
  /** § (or art.) with a change in them, and all of both versions. */
  touched: number;
  total: number;
};

/** What changed between two versions, clause by clause. Equal versions give no changes. */
export function diffVersions(
  before: readonly DraftUnit[],
  after: readonly DraftUnit[],
  language: Language,
): VersionDiff {
  const nodes = nodesOf(before, after, language);
  const roots = linkNodes(nodes, before, after);
  const units = keepTouched(roots).units;
  const all = [...nodes.values()];
  const basics = all.filter(isBasic);
  return {
    units,
    changes: all.filter((node) => node.change !== 'same' && !node.withParent),
    renumbered: all.flatMap((node) => {
      const { clauseId, code, before: was, after: is } = node;
      return was && is && was.label !== is.label && node.change === 'same'
        ? [{ clauseId, code, change: 'same' as const, before: was, after: is }]
        : [];
    }),
    touched: basics.filter(hasChange).length,
    total: basics.length,
  };
}

function isBasic(node: RedlineUnit): boolean {
  return node.type === 'paragraph' || node.type === 'article';
}

function hasChange(node: RedlineUnit): boolean {
  return node.change !== 'same' || node.children.some(hasChange);
}

/** Changed units with those below them that came, went or moved along. */
export function allChanged(units: readonly RedlineUnit[]): RedlineUnit[] {
  return units.flatMap((unit) => [...(unit.change === 'same' ? [] : [unit]), ...allChanged(unit.children)]);
}

/** Nodes in the order of the new text, deleted ones where they stood. */
function nodesOf(
  before: readonly DraftUnit[],
  after: readonly DraftUnit[],
  language: Language,
): Map<string, RedlineUnit> {
  const citationsBefore = citationsOf(before);
  const citationsAfter = citationsOf(after);
  const nodes = new Map<string, RedlineUnit>();
  for (const clause of diffClauses(before.map(toClause), after.map(toClause)).clauses) {
    const was = clause.before === null ? null : before[clause.before]!;
    const is = clause.after === null ? null : after[clause.after]!;
    const unit = (is ?? was)!;
    const { form, spans } = present(clause.spans);
    nodes.set(unit.clauseId, {
      clauseId: unit.clauseId,
      code: unit.code,
      type: unit.type,
      change: clause.change,
      form,
      spans,
      before: was && { label: bindSpaces(was.label), citation: bindSpaces(citationsBefore[clause.before!]!) },
      after: is && { label: bindSpaces(is.label), citation: bindSpaces(citationsAfter[clause.after!]!) },
      sentence: clause.change === 'same' ? '' : describeClauseChange(clause, language),
      withParent: false,
      children: [],
      folded: 0,
    });
  }
  return nodes;
}

function toClause(unit: DraftUnit) {
  return { id: unit.clauseId, text: [unit.heading, unit.text].filter(Boolean).join('\n'), level: unit.depth };
}

function linkNodes(
  nodes: ReadonlyMap<string, RedlineUnit>,
  before: readonly DraftUnit[],
  after: readonly DraftUnit[],
): RedlineUnit[] {
  const parents = new Map([...before, ...after].map((unit) => [unit.clauseId, unit.parentClauseId]));
  const roots: RedlineUnit[] = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(parents.get(node.clauseId) ?? '');
    (parent?.children ?? roots).push(node);
    node.withParent =
      parent !== undefined &&
      parent.change === node.change &&
      (node.change === 'inserted' || node.change === 'deleted');
  }
  return roots;
}

/** Leaves out what has no change in it; a unit above a change stays, so that the change can be read in its place. */
function keepTouched(nodes: readonly RedlineUnit[]): { units: RedlineUnit[]; folded: number } {
  const units = nodes.filter(hasChange).map((node) => {
    const below = keepTouched(node.children);
    return { ...node, children: below.units, folded: below.folded };
  });
  return { units, folded: nodes.length - units.length };
}
