import { onOneLine } from '#app/text/tree/ends.ts';
import type { Act, Unit } from '#app/text/index.ts';
import {
  heading,
  marksOf,
  paragraph,
  type DocumentModel,
  type HeadLevel,
  type ModelBlock,
  type ModelItem,
} from './model.ts';
import type { DocumentProperties } from './tracked-document.ts';

/** Units printed as items of an enumeration. */
const ITEMS = new Set<Unit['type']>(['point', 'letter', 'indent', 'subindent']);
/** Units that a § is divided into: items of an enumeration to readers of tagged documents. */
const DIVISIONS = new Set<Unit['type']>([...ITEMS, 'subsection', 'paragraph']);
/** A § as a heading stands below all chapters. */
const BASIC = 5;
const LEVELS: Readonly<Partial<Record<Unit['type'], 2 | 3 | 4>>> = { division: 2, annex: 2, chapter: 3, subchapter: 4 };

/** An act as headings, paragraphs and nested lists, for writers that know no law. No word of the act is left out. */
export function actModel(act: Act, properties: DocumentProperties): DocumentModel {
  const blocks: ModelBlock[] = [...front(act), ...unitBlocks(act.units)];
  const tail = act.annexes.map((annex) => ({ line: annex.line, blocks: unitBlocks([annex]) }));
  if (act.reasons !== null)
    tail.push({ line: act.reasonsLine ?? Number.MAX_SAFE_INTEGER, blocks: reasons(act.reasons) });
  tail.sort((a, b) => a.line - b.line);
  return { language: 'pl', properties, blocks: withoutGaps([...blocks, ...tail.flatMap((part) => part.blocks)]) };
}

/** The head of the act: what stands before the legal basis is its title. */
function front(act: Act): ModelBlock[] {
  if (act.before === '') return [];
  const paragraphs = act.before.split(/\n{2,}/).filter((text) => text.trim() !== '');
  const [title = '', ...rest] = paragraphs;
  return [heading(1, onOneLine(title)), ...rest.map((text) => paragraph(text))];
}

function reasons(text: string): ModelBlock[] {
  const [first = '', ...rest] = text.split(/\n+/).filter((line) => line.trim() !== '');
  return [heading(2, first), ...rest.map((line) => paragraph(line))];
}

function unitBlocks(units: readonly Unit[], parent?: Unit): ModelBlock[] {
  const blocks: ModelBlock[] = [];
  for (const unit of units) {
    if (!ITEMS.has(unit.type)) {
      blocks.push(...plainUnit(unit, parent));
      continue;
    }
    const last = blocks.at(-1);
    if (last?.kind === 'list' && isPlainItem(unit)) last.items.push(item(unit));
    else if (isPlainItem(unit)) blocks.push({ kind: 'list', items: [item(unit)] });
    else blocks.push(...plainUnit(unit, parent));
  }
  return blocks;
}

/** Quoted wording and unmarked parts need paragraphs of their own; everything else below an item is a list within it. */
function isPlainItem(unit: Unit): boolean {
  return unit.quoted === undefined && unit.children.every((child) => ITEMS.has(child.type) && isPlainItem(child));
}

function item(unit: Unit): ModelItem {
  return {
    label: unit.label,
    text: [unit.heading, unit.text].filter((part) => part !== '').join(' '),
    items: unit.children.map(item),
  };
}

function plainUnit(unit: Unit, parent?: Unit): ModelBlock[] {
  const level = LEVELS[unit.type];
  const below = [...quotedBlocks(unit.quoted ?? []), ...unitBlocks(unit.children, unit)];
  const [first = '', ...rest] = unit.text.split('\n');
  if (level !== undefined) {
    const words = onOneLine([unit.label, unit.heading].filter((part) => part !== '').join(' '));
    return [
      ...(words === '' ? [] : [heading(level, words)]),
      ...(unit.text === '' ? [] : [first, ...rest].map((line) => paragraph(line))),
      ...below,
    ];
  }
  const lead = [unit.heading, first].filter((part) => part !== '').join(' ');
  const mark = isBasic(unit, parent) ? { head: { level: BASIC, label: unit.label } as const } : { label: unit.label };
  const own = unit.label === '' && lead === '' ? [] : [paragraph(lead, mark)];
  const blocks = runIn([...own, ...rest.map((line) => paragraph(line)), ...below]);
  return unit.label !== '' && DIVISIONS.has(unit.type) && !isBasic(unit, parent) ? asItem(blocks) : blocks;
}

/** An article, or a § that is none of an article, is what an act is made of: its mark is a heading. */
function isBasic({ type, label }: Unit, parent?: Unit): boolean {
  return label !== '' && (type === 'article' || (type === 'paragraph' && parent?.type !== 'article'));
}

/** Blocks as one item of an enumeration, what was an item among them one level deeper. */
function asItem(blocks: readonly ModelBlock[]): ModelBlock[] {
  return blocks.map((block, at) => {
    if (block.kind === 'table' || block.kind === 'facts') return block;
    const place = block.place ? { ...block.place, depth: block.place.depth + 1 } : { depth: 1, begins: at === 0 };
    return { ...block, place };
  });
}

/** Wording of another act has no headings of this one. */
function quotedBlocks(units: readonly Unit[]): ModelBlock[] {
  return unitBlocks(units).map((block) => {
    if (block.kind !== 'paragraph' || !block.head) return block;
    const { head, ...rest } = block;
    return { ...rest, label: marksOf({ head, label: rest.label }).join(' ') };
  });
}

/** A § without words of its own stands in one line with its first subsection, as laws are printed: „§ 7. 1. …". */
function runIn(blocks: ModelBlock[]): ModelBlock[] {
  const [own, first, ...rest] = blocks;
  if (
    own?.kind !== 'paragraph' ||
    own.text !== '' ||
    !own.head ||
    own.label !== '' ||
    first?.kind !== 'paragraph' ||
    first.label === ''
  )
    return blocks;
  return [{ ...first, head: own.head }, ...rest];
}

/** Levels of headings without a gap, as readers of tagged documents expect: chapters of an act without divisions are level 2. */
function withoutGaps(blocks: ModelBlock[]): ModelBlock[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.kind === 'heading') return { ...block, level: Math.min(4, stepTo(open, block.level)) as 1 | 2 | 3 | 4 };
    if (block.kind !== 'paragraph' || !block.head) return block;
    return { ...block, head: { ...block.head, level: stepTo(open, block.head.level) as HeadLevel } };
  });
}

/** How many levels are open once this one is. */
function stepTo(open: number[], level: number): number {
  while (open.length > 0 && open.at(-1)! >= level) open.pop();
  return open.push(level);
}
