import { onOneLine } from '#app/text/tree/ends.ts';
import type { Act, Unit } from '#app/text/index.ts';
import { heading, paragraph, type DocumentModel, type ModelBlock, type ModelItem } from './model.ts';
import type { DocumentProperties } from './tracked-document.ts';

/** Units printed as items of an enumeration. */
const ITEMS = new Set<Unit['type']>(['point', 'letter', 'indent', 'subindent']);
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

function unitBlocks(units: readonly Unit[]): ModelBlock[] {
  const blocks: ModelBlock[] = [];
  for (const unit of units) {
    if (!ITEMS.has(unit.type)) {
      blocks.push(...plainUnit(unit));
      continue;
    }
    const last = blocks.at(-1);
    if (last?.kind === 'list' && isPlainItem(unit)) last.items.push(item(unit));
    else if (isPlainItem(unit)) blocks.push({ kind: 'list', items: [item(unit)] });
    else blocks.push(...plainUnit(unit));
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

function plainUnit(unit: Unit): ModelBlock[] {
  const level = LEVELS[unit.type];
  const below = [...unitBlocks(unit.quoted ?? []), ...unitBlocks(unit.children)];
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
  const own = unit.label === '' && lead === '' ? [] : [paragraph(lead, { label: unit.label })];
  return runIn([...own, ...rest.map((line) => paragraph(line)), ...below]);
}

/** A § without words of its own stands in one line with its first subsection, as laws are printed: „§ 7. 1. …". */
function runIn(blocks: ModelBlock[]): ModelBlock[] {
  const [own, first, ...rest] = blocks;
  if (
    own?.kind !== 'paragraph' ||
    own.text !== '' ||
    own.label === '' ||
    first?.kind !== 'paragraph' ||
    first.label === ''
  )
    return blocks;
  return [{ ...first, label: `${own.label} ${first.label}` }, ...rest];
}

/** Levels of headings without a gap, as readers of tagged documents expect: chapters of an act without divisions are level 2. */
function withoutGaps(blocks: ModelBlock[]): ModelBlock[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    while (open.length > 0 && open.at(-1)! >= block.level) open.pop();
    open.push(block.level);
    return { ...block, level: Math.min(4, open.length) as 1 | 2 | 3 | 4 };
  });
}
