import { spend } from './budget.ts';
import { chooseForm } from './drawing.ts';
import type { FindingKind } from './findings.ts';
import { markOf, stateWithin, UNCHANGED, type Mark, type State } from './marks.ts';
import { noteOtherForms, noteUnknown } from './runs.ts';
import { equationPieces, readSegments, segmentsOf } from './segments.ts';
import { styleName } from './styles.ts';
import { note, noteComment, type FormatChange, type Segment, type Walk } from './walk.ts';
import { lettersOf } from './words-in.ts';
import { child, type XmlNode } from './xml.ts';
import { DocxError } from './zip.ts';

export type WordParagraph = {
  properties: XmlNode | null;
  style: string | null;
  segments: Segment[];
  /** Marks of the paragraph's end: an inserted one falls away when changes are rejected, a removed one when accepted. */
  insert: Mark | null;
  remove: Mark | null;
};

/**
 * A paragraph, or a row of a table, a footnote: cells of paragraphs, printed in one line. A row that came or went as a whole says
 * who did it.
 */
export type Block =
  | { kind: 'paragraph'; paragraph: WordParagraph; formats: FormatChange[]; references: string[] }
  | {
      kind: 'row';
      label: string;
      cells: WordParagraph[][];
      insert: Mark | null;
      remove: Mark | null;
      formats: FormatChange[];
      references: string[];
    };

/** A change that has no place in a clause of text; listed for people. */
type Oddity = { code: 'table' | 'section'; mark: Mark; block: number };

export type BlockReader = Walk & {
  blocks: Block[];
  oddities: Oddity[];
  styleOf: (properties: XmlNode | null) => string | null;
};

/** Bound for the depth of tables within tables and boxes within boxes. */
const MAX_NESTING = 20;
const WRAPPERS = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag', 'w:subDoc']);
const TABLE_CHANGES = new Set([
  'w:tblPrChange',
  'w:tblGridChange',
  'w:trPrChange',
  'w:tcPrChange',
  'w:tblPrExChange',
  'w:cellIns',
  'w:cellDel',
  'w:cellMerge',
]);
const LOOKS = new Set([
  '#text',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:tcPr',
  'w:customXmlPr',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:proofErr',
  'w:tblPr',
  'w:tblGrid',
]);

/** Reads paragraphs and rows below a node into `reader.blocks`. */
export function readBlocks(reader: BlockReader, node: XmlNode, depth: number, state: State = UNCHANGED): void {
  if (depth > MAX_NESTING) throw new DocxError(`the document is nested deeper than ${MAX_NESTING} levels`, 'too-big');
  for (const one of node.children) {
    spend(reader.budget, { steps: 1 });
    if (LOOKS.has(one.name) || noteComment(one, reader)) continue;
    const within = stateWithin(one, state);
    if (within !== null) readBlocks(reader, one, depth + 1, within);
    else readBlock(reader, one, depth, state);
  }
}

function readBlock(reader: BlockReader, node: XmlNode, depth: number, state: State): void {
  if (node.name === 'w:p') addParagraph(reader, node, depth, state);
  else if (node.name === 'w:tbl') addTable(reader, node, depth, state);
  else if (node.name === 'w:sectPr') noteSection(reader, node);
  else if (WRAPPERS.has(node.name)) readBlocks(reader, node, depth + 1, state);
  else if (node.name === 'w:altChunk') addChunk(reader, node, state);
  else if (node.name === 'm:oMath' || node.name === 'm:oMathPara')
    addLine(reader, segmentsOf(equationPieces(node, reader, state), reader));
  else if (node.name === 'mc:AlternateContent') {
    const { chosen, others, words } = chooseForm(node, reader.budget);
    noteOtherForms(others, words, reader, state);
    if (chosen !== null) readBlocks(reader, chosen, depth + 1, state);
  } else noteUnknown(node, reader, state);
}

function addLine(reader: BlockReader, segments: Segment[]): void {
  const paragraph = { properties: null, style: reader.styleOf(null), segments, insert: null, remove: null };
  reader.blocks.push({ kind: 'paragraph', paragraph, formats: reader.formats.splice(0), references: [] });
}

function addChunk(reader: BlockReader, node: XmlNode, state: State): void {
  const { name, lines } = reader.chunk(node.attributes['r:id'] ?? '');
  if (lines === null) note(reader, 'object', name, state);
  else addLines(reader, 'chunk', lines, state);
}

/** Lines of words from outside the paragraphs, each a paragraph of its own. */
function addLines(reader: BlockReader, kind: FindingKind, lines: readonly string[], state: State): void {
  note(reader, kind, lines.join(' '), state);
  if (kind === 'chunk') reader.made.letters += lettersOf(lines.join(''));
  for (const text of lines) {
    spend(reader.budget, { characters: text.length });
    const segments = segmentsOf([{ text, state }], reader);
    const paragraph = {
      properties: null,
      style: reader.styleOf(null),
      segments,
      insert: state.insert,
      remove: state.remove,
    };
    reader.blocks.push({ kind: 'paragraph', paragraph, formats: [], references: [] });
  }
}

function addParagraph(reader: BlockReader, node: XmlNode, depth: number, state: State): void {
  const known = reader.references.length;
  const paragraph = readParagraph(reader, node, state);
  reader.blocks.push({
    kind: 'paragraph',
    paragraph,
    formats: reader.formats.splice(0),
    references: reader.references.slice(known),
  });
  for (const box of reader.boxes.splice(0)) {
    if (box.node === null) addLines(reader, box.kind, box.lines, box.state);
    else addBox(reader, box.node, depth, box.state);
  }
}

function addBox(reader: BlockReader, node: XmlNode, depth: number, state: State): void {
  const from = reader.blocks.length;
  const at = reader.findings.length;
  readBlocks(reader, node, depth + 1, state);
  const words = reader.blocks
    .slice(from)
    .map(wordsOfBlock)
    .filter((one) => one !== '')
    .join(' ');
  if (words !== '')
    reader.findings.splice(at, 0, { kind: 'text-box', words, block: from, mark: state.insert ?? state.remove });
}

/** All words of a block whatever became of them. */
function wordsOfBlock(block: Block): string {
  const paragraphs = block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat();
  return paragraphs
    .map(({ segments }) => segments.map(({ text }) => text).join(''))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function readParagraph(reader: BlockReader, node: XmlNode, state: State): WordParagraph {
  const properties = child(node, 'w:pPr');
  const end = child(properties, 'w:rPr');
  const inserted = child(end, 'w:ins') ?? child(end, 'w:moveTo');
  const removed = child(end, 'w:del') ?? child(end, 'w:moveFrom');
  const section = child(properties, 'w:sectPr');
  if (section !== null) noteSection(reader, section);
  const segments = readSegments(node, reader, state);
  const words = segments.map(({ text }) => text).join('');
  for (const { mark, kind } of propertyChanges(properties)) reader.formats.push({ mark, kind, text: words });
  return {
    properties,
    style: reader.styleOf(properties),
    segments,
    insert: inserted === null ? state.insert : markOf(inserted),
    remove: removed === null ? state.remove : markOf(removed),
  };
}

/** Tracked changes of how a paragraph looks, and of its number. */
function propertyChanges(properties: XmlNode | null): { mark: Mark; kind: FormatChange['kind'] }[] {
  const list = child(properties, 'w:numPr');
  const number = child(list, 'w:ins') ?? child(list, 'w:numberingChange') ?? child(properties, 'w:numberingChange');
  const look = child(properties, 'w:pPrChange');
  const old = child(look, 'w:pPr');
  const isNumber = look !== null && numberOf(properties) !== numberOf(old);
  return [
    ...(number === null ? [] : [{ mark: markOf(number), kind: 'numbering' as const }]),
    ...(look === null || (isNumber && number !== null)
      ? []
      : [{ mark: markOf(look), kind: isNumber ? ('numbering' as const) : ('format' as const) }]),
  ];
}

/** What decides the number of a paragraph: its list and level, or its style. */
function numberOf(properties: XmlNode | null): string {
  const list = child(properties, 'w:numPr');
  return [
    list === null
      ? ''
      : `${child(list, 'w:numId')?.attributes['w:val'] ?? ''}/${child(list, 'w:ilvl')?.attributes['w:val'] ?? '0'}`,
    list === null ? (styleName(properties) ?? '') : '',
  ].join(' ');
}

function noteSection(reader: BlockReader, section: XmlNode): void {
  const change = child(section, 'w:sectPrChange');
  if (change !== null) reader.oddities.push({ code: 'section', mark: markOf(change), block: reader.blocks.length });
}

function addTable(reader: BlockReader, table: XmlNode, depth: number, state: State): void {
  noteTableChanges(reader, child(table, 'w:tblPr'));
  for (const { node: row, state: outer } of tableParts(table, 'w:tr', state)) {
    const known = reader.references.length;
    const properties = child(row, 'w:trPr');
    const [inserted, removed] = [child(properties, 'w:ins'), child(properties, 'w:del')];
    for (const change of [inserted, removed])
      if (change !== null) reader.oddities.push({ code: 'table', mark: markOf(change), block: reader.blocks.length });
    noteTableChanges(reader, properties);
    const rowState = {
      insert: inserted === null ? outer.insert : markOf(inserted),
      remove: removed === null ? outer.remove : markOf(removed),
      moved: outer.moved,
    };
    const cells = tableParts(row, 'w:tc', rowState).map(({ node: cell, state: inner }) => {
      noteTableChanges(reader, child(cell, 'w:tcPr'));
      return readCell(reader, cell, depth, cellState(cell, inner));
    });
    reader.blocks.push({
      kind: 'row',
      label: '',
      cells,
      insert: rowState.insert,
      remove: rowState.remove,
      formats: reader.formats.splice(0),
      references: reader.references.slice(known),
    });
  }
}

function cellState(cell: XmlNode, state: State): State {
  const properties = child(cell, 'w:tcPr');
  const [inserted, removed] = [child(properties, 'w:cellIns'), child(properties, 'w:cellDel')];
  return {
    ...state,
    insert: inserted === null ? state.insert : markOf(inserted),
    remove: removed === null ? state.remove : markOf(removed),
  };
}

/** Rows of a table or cells of a row, also where content controls or changes wrap them. */
function tableParts(node: XmlNode, name: string, state: State): { node: XmlNode; state: State }[] {
  return node.children.flatMap((one) => {
    if (one.name === name) return [{ node: one, state }];
    const within = stateWithin(one, state);
    return within !== null || WRAPPERS.has(one.name) ? tableParts(one, name, within ?? state) : [];
  });
}

function noteTableChanges(reader: BlockReader, properties: XmlNode | null): void {
  for (const one of properties?.children ?? []) {
    if (TABLE_CHANGES.has(one.name))
      reader.oddities.push({ code: 'table', mark: markOf(one), block: reader.blocks.length });
  }
}

/** Paragraphs of a cell; a table within it gives its cells one after the other. */
export function readCell(reader: BlockReader, cell: XmlNode, depth: number, state: State = UNCHANGED): WordParagraph[] {
  const at = reader.blocks.length;
  const from = reader.findings.length;
  const own: BlockReader = { ...reader, blocks: [], oddities: [] };
  readBlocks(own, cell, depth + 1, state);
  // One by one: as arguments of one call, very many would not fit on the stack.
  for (const one of own.oddities) reader.oddities.push({ ...one, block: at });
  for (const one of reader.findings.slice(from)) if (one.block !== null) one.block = at;
  for (const block of own.blocks) for (const one of block.formats) reader.formats.push(one);
  return own.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat()));
}
