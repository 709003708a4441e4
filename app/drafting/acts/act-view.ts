import { withoutEnd, withoutLastWord } from '#app/text/tree/ends.ts';
import { bindSpaces } from '#app/i18n/typography.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import type { DraftHead, DraftUnit } from './draft.ts';
import { citationsOf } from './unit-tree.ts';

/** What people have said about one clause. */
export type ClauseCounts = { remarks: number; amendments: number; comments: number };

/** A unit as a page shows it, with everything under it. */
export type UnitView = {
  code: number;
  type: UnitType;
  label: string;
  heading: string;
  /** Printed paragraphs of its words. */
  text: string[];
  citation: string;
  /** On this very clause. */
  own: ClauseCounts;
  /** On the clause and everything under it. */
  total: ClauseCounts;
  quoted: UnitView[];
  children: UnitView[];
};

/** Words before the first unit: the title block in the middle of the page, then legal basis and the rest. */
export type HeadView = {
  title: string[];
  opening: string[];
  /** The legal basis as it was corrected after publication; the text keeps the words it was hashed with. */ corrected?: string;
};

const none: ClauseCounts = { remarks: 0, amendments: 0, comments: 0 };

/** Units of a version as a tree for reading; `counts` by clause id. An empty version gives no units. */
export function actView(
  units: readonly DraftUnit[],
  counts: ReadonlyMap<string, ClauseCounts> = new Map(),
): UnitView[] {
  const citations = citationsOf(units);
  const roots: UnitView[] = [];
  const path: { view: UnitView; depth: number; quoted: boolean }[] = [];
  units.forEach((unit, at) => {
    const own = counts.get(unit.clauseId) ?? none;
    const view: UnitView = {
      code: unit.code,
      type: unit.type,
      label: bindSpaces(unit.label),
      heading: bindSpaces(unit.heading),
      citation: bindSpaces(citations[at]!),
      text: unit.text === '' ? [] : bindSpaces(unit.text).split('\n'),
      own,
      total: { ...none },
      quoted: [],
      children: [],
    };
    while (path.length > 0 && path.at(-1)!.depth >= unit.depth) path.pop();
    for (const { view: holder } of [...path, { view }]) addCounts(holder.total, own);
    const parent = path.at(-1);
    if (!parent) roots.push(view);
    else if (unit.quoted && !parent.quoted) parent.view.quoted.push(view);
    else parent.view.children.push(view);
    path.push({ view, depth: unit.depth, quoted: unit.quoted });
  });
  return roots;
}

function addCounts(total: ClauseCounts, own: ClauseCounts): void {
  total.remarks += own.remarks;
  total.amendments += own.amendments;
  total.comments += own.comments;
}

/** Head of an act for reading. An act without words before its first unit gives two empty lists. */
export function headView(head: DraftHead): HeadView {
  const lines = head.before.split('\n').filter((line) => line.trim() !== '');
  const basis = head.legalBasis === '' ? -1 : lines.findIndex((line) => head.legalBasis.startsWith(line.trim()));
  const split = basis < 0 ? lines.length : basis;
  return { title: lines.slice(0, split).map(bindSpaces), opening: lines.slice(split).map(bindSpaces) };
}

export function isHeadingType(type: UnitType): boolean {
  return type === 'division' || type === 'chapter' || type === 'subchapter' || type === 'annex';
}

/** § and art. are set as sections of their own with a hung mark. */
export function isBasicType(type: UnitType): boolean {
  return type === 'paragraph' || type === 'article';
}

export type ContentsEntry = {
  code: number;
  label: string;
  heading: string;
  isHeading: boolean;
  voices: number;
  children: ContentsEntry[];
};

/** Contents list: headings with the § under them; a § without a heading is named by its first words. */
export function contentsOf(units: readonly UnitView[]): ContentsEntry[] {
  return units.flatMap((unit): ContentsEntry[] => {
    const isHeading = isHeadingType(unit.type);
    // § under an art. of a statute are not entries of their own.
    if (!isHeading && !isBasicType(unit.type)) return [];
    return [
      {
        code: unit.code,
        label: unit.label,
        heading: shortened(unit.heading || (isHeading ? '' : wordsOf(unit)), isHeading ? 70 : 46),
        isHeading,
        voices: unit.total.remarks + unit.total.amendments + unit.total.comments,
        children: isHeading ? contentsOf(unit.children) : [],
      },
    ];
  });
}

function wordsOf(unit: UnitView): string {
  return unit.text[0] ?? unit.children.find((child) => child.text.length > 0)?.text[0] ?? '';
}

function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${withoutEnd(withoutLastWord(text.slice(0, max)), ',;:.–-')}…`;
}
