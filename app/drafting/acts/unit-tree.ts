import { assignCitations } from '#app/text/tree/cite.ts';
import { number as renumber, numberInPlace } from '#app/text/number/number.ts';
import { indexUnits, kindOf } from '#app/text/tree/tree.ts';
import { renderText } from '#app/text/render/render-text.ts';
import type { Act, Unit } from '#app/text/tree/types.ts';
import type { DraftHead, DraftUnit } from './draft.ts';

export type FlatUnit = Pick<DraftUnit, 'type' | 'label' | 'number' | 'heading' | 'text' | 'quoted' | 'depth'>;

/** The flat list of a version as the tree of the text engine; ids are the positions in the list. `each` gets its units in the order of the list. */
function toTree(units: readonly FlatUnit[], each: (unit: Unit) => void = () => {}): Unit[] {
  const roots: Unit[] = [];
  const path: { unit: Unit; depth: number; quoted: boolean }[] = [];
  units.forEach((row, at) => {
    const unit: Unit = {
      id: String(at),
      type: row.type,
      label: row.label,
      number: row.number,
      heading: row.heading,
      text: row.text,
      line: at + 1,
      citation: '',
      children: [],
    };
    each(unit);
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
    rows.push({
      type: unit.type,
      label: unit.label,
      number: unit.number,
      heading: unit.heading,
      text: unit.text,
      quoted,
      depth,
    });
    // The order of the source: words, then what they quote, then the units below.
    for (const inner of unit.quoted ?? []) visit(inner, depth + 1, true);
    for (const inner of unit.children) visit(inner, depth + 1, quoted);
  };
  for (const unit of [...act.units, ...act.annexes]) visit(unit, 0, false);
  return rows;
}

/** Words of an act outside its units, as a consultation keeps them. */
export function headOf(act: Act): DraftHead {
  const { reasonsLine, annexes } = act;
  const head: DraftHead = { title: act.title, legalBasis: act.legalBasis, before: act.before, reasons: act.reasons };
  if (reasonsLine === null) return head;
  return { ...head, annexesBeforeReasons: annexes.filter((annex) => annex.line < reasonsLine).length };
}

/** A version as an act of the text engine, for rendering, checks and citations. */
export function toAct(head: DraftHead, units: readonly FlatUnit[], each?: (unit: Unit) => void): Act {
  const roots = toTree(units, each);
  const annexes = roots.filter((unit) => unit.type === 'annex');
  return {
    kind: kindOf({ title: head.title, units: roots.filter((unit) => unit.type !== 'annex') }),
    title: head.title,
    legalBasis: head.legalBasis,
    before: head.before,
    reasons: head.reasons,
    reasonsLine: lineOfReasons(head, annexes),
    units: roots.filter((unit) => unit.type !== 'annex'),
    annexes,
    problems: [],
  };
}

/** Reasons stand between annexes in some sources: they keep their place among those that are left. */
function lineOfReasons(head: DraftHead, annexes: readonly Unit[]): number | null {
  if (head.reasons === null || head.annexesBeforeReasons === undefined) return null;
  const next = annexes[head.annexesBeforeReasons];
  return next ? next.line - 0.5 : null;
}

/** A version as an act with its citations. */
export function citedAct({ head, units }: { head: DraftHead; units: readonly FlatUnit[] }): Act {
  const act = toAct(head, units);
  assignCitations(act);
  return act;
}

/** Units of a version as an act whose units bear the keys given to them. */
export function keyedAct(units: readonly (FlatUnit & { key: string })[], head: DraftHead = emptyHead): Act {
  const act = toAct(head, units);
  for (const unit of indexUnits(act).values()) unit.id = units[Number(unit.id)]!.key;
  return act;
}

/** Citation of every unit of a version, in the order of `units`: „§ 3 ust. 2 pkt 1". */
export function citationsOf(units: readonly FlatUnit[]): string[] {
  const all: Unit[] = [];
  assignCitations(toAct(emptyHead, units, (unit) => all.push(unit)));
  return all.map(({ citation }) => citation);
}

const emptyHead: DraftHead = { title: '', legalBasis: '', before: '', reasons: null };

/** Printed marks after a change: a draft numbers itself, an adopted act keeps its numbers (§ 89 ZTP). In the order of `units`. */
export function printedMarks(
  units: readonly FlatUnit[],
  mode: 'draft' | 'adopted',
): { label: string; number: string }[] {
  const all: Unit[] = [];
  numberInPlace(
    toAct(emptyHead, units, (unit) => all.push(unit)),
    { mode },
  );
  return all.map(({ label, number }) => ({ label, number }));
}

/** Marks that would be printed otherwise if the text numbered itself: why an import may have to keep its numbers. */
export function irregularMarks(units: readonly FlatUnit[]): { before: string; after: string }[] {
  return renumber(toAct(emptyHead, units), { mode: 'draft' }).changes.map(({ before, after }) => ({
    before: before.citation,
    after: after.citation,
  }));
}

/** The whole text of a version, the way it is printed. Versions are hashed over exactly this. */
export function draftText(head: DraftHead, units: readonly FlatUnit[]): string {
  return renderText(toAct(head, units));
}
