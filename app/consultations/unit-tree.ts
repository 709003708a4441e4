import { number as renumber } from '#app/text/number.ts';
import { renderText } from '#app/text/render-text.ts';
import type { Act, Unit } from '#app/text/types.ts';
import type { DraftHead, DraftUnit } from './draft.ts';

export type FlatUnit = Pick<DraftUnit, 'type' | 'label' | 'number' | 'heading' | 'text' | 'quoted' | 'depth'>;

/** The flat list of a version as the tree of the text engine; ids are the positions in the list. */
export function toTree(units: readonly FlatUnit[]): Unit[] {
  const roots: Unit[] = [];
  const path: { unit: Unit; depth: number; quoted: boolean }[] = [];
  units.forEach((row, at) => {
    const unit: Unit = {
      id: String(at), type: row.type, label: row.label, number: row.number, heading: row.heading, text: row.text, line: at + 1, citation: '', children: [],
    };
    while (path.length > 0 && path.at(-1)!.depth >= row.depth) path.pop();
    const parent = path.at(-1);
    if (!parent) roots.push(unit);
    else if (row.quoted && !parent.quoted) (parent.unit.quoted ??= []).push(unit);
    else parent.unit.children.push(unit);
    path.push({ unit, depth: row.depth, quoted: row.quoted });
  });
  return roots;
}

/** The tree of the text engine as a flat list in the order of the document; annexes come last. */
export function toFlat(act: Pick<Act, 'units' | 'annexes'>): FlatUnit[] {
  const rows: FlatUnit[] = [];
  const visit = (unit: Unit, depth: number, quoted: boolean): void => {
    rows.push({ type: unit.type, label: unit.label, number: unit.number, heading: unit.heading, text: unit.text, quoted, depth });
    // The order of the source: words, then what they quote, then the units below.
    for (const inner of unit.quoted ?? []) visit(inner, depth + 1, true);
    for (const inner of unit.children) visit(inner, depth + 1, quoted);
  };
  for (const unit of [...act.units, ...act.annexes]) visit(unit, 0, false);
  return rows;
}

/** A version as an act of the text engine, for rendering, checks and citations. */
export function toAct(head: DraftHead, units: readonly FlatUnit[]): Act {
  const roots = toTree(units);
  return {
    kind: 'resolution', title: head.title, legalBasis: head.legalBasis, before: head.before, reasons: head.reasons, reasonsLine: null,
    units: roots.filter((unit) => unit.type !== 'annex'), annexes: roots.filter((unit) => unit.type === 'annex'), problems: [],
  };
}

/** Printed marks after a change: a draft numbers itself, an adopted act keeps its numbers (§ 89 ZTP). In the order of `units`. */
export function printedMarks(units: readonly FlatUnit[], mode: 'draft' | 'adopted'): { label: string; number: string }[] {
  const marks = units.map(({ label, number }) => ({ label, number }));
  const visit = (unit: Unit): void => {
    marks[Number(unit.id)] = { label: unit.label, number: unit.number };
    for (const child of unit.children) visit(child);
  };
  for (const unit of renumber(toTree(units), { mode }).units) visit(unit);
  return marks;
}

/** The whole text of a version, the way it is printed. Versions are hashed over exactly this. */
export function draftText(head: DraftHead, units: readonly FlatUnit[]): string {
  return renderText(toAct(head, units));
}
