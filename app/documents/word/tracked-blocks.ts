import { tableParts } from '#app/text/docx/read-docx.ts';
import { spend } from '#app/text/docx/runs.ts';
import { child, val, type XmlNode } from '#app/text/docx/xml.ts';
import { DocxError } from '#app/text/docx/zip.ts';
import { markOf, noteComment, readSegments, type FormatChange, type Mark, type Segment, type Walk } from './tracked-segments.ts';

export type WordParagraph = {
  properties: XmlNode | null;
  style: string | null;
  segments: Segment[];
  /** Marks of the paragraph's end: an inserted one falls away when changes are rejected, a removed one when accepted. */
  insert: Mark | null;
  remove: Mark | null;
};

/** A paragraph, or a row of a table, a footnote: cells of paragraphs, printed in one line. */
export type Block =
  | { kind: 'paragraph'; paragraph: WordParagraph; formats: FormatChange[]; references: string[] }
  | { kind: 'row'; label: string; cells: WordParagraph[][]; formats: FormatChange[]; references: string[] };

/** A change that has no place in a clause of text; listed for people. */
export type Oddity = { code: 'table' | 'section'; mark: Mark; block: number };

export type BlockReader = Walk & { blocks: Block[]; oddities: Oddity[]; styleOf: (properties: XmlNode | null) => string | null };

const MAX_NESTING = 20;
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);
const TABLE_CHANGES = new Set(['w:tblPrChange', 'w:tblGridChange', 'w:trPrChange', 'w:tcPrChange', 'w:tblPrExChange', 'w:cellIns', 'w:cellDel', 'w:cellMerge']);
const NO_CHANGE = { insert: null, remove: null, moved: false };

/** Reads paragraphs and rows below a node into `reader.blocks`. */
export function readBlocks(reader: BlockReader, node: XmlNode, depth: number, state: Pick<Segment, 'insert' | 'remove' | 'moved'> = NO_CHANGE): void {
  if (depth > MAX_NESTING) throw new DocxError(`the document is nested deeper than ${MAX_NESTING} levels`, 'too-big');
  for (const one of node.children) {
    spend(reader.context, { steps: 1 });
    if (noteComment(one, reader)) continue;
    if (one.name === 'w:p') addParagraph(reader, one, depth, state);
    else if (one.name === 'w:tbl') addTable(reader, one, depth, state);
    else if (one.name === 'w:sectPr') noteSection(reader, one);
    else if (WRAPPERS.has(one.name)) readBlocks(reader, one, depth + 1, inner(one, state));
  }
}

function inner(node: XmlNode, state: Pick<Segment, 'insert' | 'remove' | 'moved'>): Pick<Segment, 'insert' | 'remove' | 'moved'> {
  if (node.name === 'w:ins' || node.name === 'w:moveTo') return { ...state, insert: markOf(node), moved: node.name === 'w:moveTo' };
  if (node.name === 'w:del' || node.name === 'w:moveFrom') return { ...state, remove: markOf(node), moved: node.name === 'w:moveFrom' };
  return state;
}

function addParagraph(reader: BlockReader, node: XmlNode, depth: number, state: Pick<Segment, 'insert' | 'remove' | 'moved'>): void {
  const known = reader.references.length;
  const paragraph = readParagraph(reader, node, state);
  reader.blocks.push({ kind: 'paragraph', paragraph, formats: reader.formats.splice(0), references: reader.references.slice(known) });
  for (const box of reader.context.boxes.splice(0)) readBlocks(reader, box, depth + 1, state);
}

function readParagraph(reader: BlockReader, node: XmlNode, state: Pick<Segment, 'insert' | 'remove' | 'moved'>): WordParagraph {
  const properties = child(node, 'w:pPr');
  const end = child(properties, 'w:rPr');
  const inserted = child(end, 'w:ins') ?? child(end, 'w:moveTo');
  const removed = child(end, 'w:del') ?? child(end, 'w:moveFrom');
  const section = child(properties, 'w:sectPr');
  if (section !== null) noteSection(reader, section);
  const segments = readSegments(node, reader, state);
  const format = child(properties, 'w:pPrChange') ?? child(properties, 'w:numberingChange');
  if (format !== null) reader.formats.push({ mark: markOf(format), text: segments.map(({ text }) => text).join('') });
  return {
    properties, style: reader.styleOf(properties), segments,
    insert: inserted === null ? state.insert : markOf(inserted), remove: removed === null ? state.remove : markOf(removed),
  };
}

function noteSection(reader: BlockReader, section: XmlNode): void {
  const change = child(section, 'w:sectPrChange');
  if (change !== null) reader.oddities.push({ code: 'section', mark: markOf(change), block: reader.blocks.length });
}

function addTable(reader: BlockReader, table: XmlNode, depth: number, state: Pick<Segment, 'insert' | 'remove' | 'moved'>): void {
  noteTableChanges(reader, child(table, 'w:tblPr'));
  for (const row of tableParts(table, 'w:tr')) {
    const known = reader.references.length;
    const properties = child(row, 'w:trPr');
    const [inserted, removed] = [child(properties, 'w:ins'), child(properties, 'w:del')];
    for (const change of [inserted, removed]) if (change !== null) reader.oddities.push({ code: 'table', mark: markOf(change), block: reader.blocks.length });
    noteTableChanges(reader, properties);
    const rowState = { insert: inserted === null ? state.insert : markOf(inserted), remove: removed === null ? state.remove : markOf(removed), moved: state.moved };
    const cells = tableParts(row, 'w:tc').map((cell) => {
      noteTableChanges(reader, child(cell, 'w:tcPr'));
      return readCell(reader, cell, depth, rowState);
    });
    reader.blocks.push({ kind: 'row', label: '', cells, formats: reader.formats.splice(0), references: reader.references.slice(known) });
  }
}

function noteTableChanges(reader: BlockReader, properties: XmlNode | null): void {
  for (const one of properties?.children ?? []) {
    if (TABLE_CHANGES.has(one.name)) reader.oddities.push({ code: 'table', mark: markOf(one), block: reader.blocks.length });
  }
}

/** Paragraphs of a cell; a table within it gives its cells one after the other. */
export function readCell(reader: BlockReader, cell: XmlNode, depth: number, state: Pick<Segment, 'insert' | 'remove' | 'moved'> = NO_CHANGE): WordParagraph[] {
  const own: BlockReader = { ...reader, blocks: [], oddities: [] };
  readBlocks(own, cell, depth + 1, state);
  // One by one: as arguments of one call, very many would not fit on the stack.
  for (const one of own.oddities) reader.oddities.push({ ...one, block: reader.blocks.length });
  for (const block of own.blocks) for (const one of block.formats) reader.formats.push(one);
  return own.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat()));
}

export function styleName(properties: XmlNode | null): string | null {
  return val(child(properties, 'w:pStyle'));
}
