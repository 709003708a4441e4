import { nextLabel, readNumbering, type Numbering } from './numbering.ts';
import { referredNotes } from './notes.ts';
import { bodyOf, openPackage, partOf, type DocxPackage } from './package.ts';
import { createRunContext, readRuns, spend, type RunContext } from './runs.ts';
import { headingLevel, inherited, readStyles, type ParagraphStyle } from './styles.ts';
import { child, isOn, val, type XmlNode } from './xml.ts';
import { DocxError } from './zip.ts';

export type DocxParagraph = {
  /** Words of the paragraph without its automatic mark. */
  text: string;
  /** Mark made by automatic numbering, empty without one. */
  label: string;
  style: string | null;
  /** 0 for the highest heading, null for body text. */
  heading: number | null;
  /** Row of a table: cells are parted by tabs. */
  table: boolean;
};

export type DocxNote = { code: 'tracked-insertions' | 'tracked-deletions' | 'hidden-text' | 'footnotes'; count: number };

export type DocxDocument = { text: string; paragraphs: DocxParagraph[]; notes: DocxNote[] };

type Reader = { styles: Map<string, ParagraphStyle>; numbering: Numbering; context: RunContext; paragraphs: DocxParagraph[] };

/** Bound for the depth of tables within tables and boxes within boxes. */
const MAX_NESTING = 20;

/**
 * Reads a .docx into plain text for parse: automatic numbers become printed marks, tables rows of text, footnotes
 * stand at the end. Tracked insertions count, deletions do not. Throws DocxError for anything that is no sound .docx.
 */
export function readDocx(bytes: Uint8Array): DocxDocument {
  const file = openPackage(bytes);
  const body = bodyOf(file);
  const reader: Reader = { styles: readStyles(partOf(file, 'styles')), numbering: readNumbering(partOf(file, 'numbering')), context: createRunContext(), paragraphs: [] };
  readBlocks(reader, body, 0);
  readFootnotes(reader, file);
  return { text: toText(reader.paragraphs), paragraphs: reader.paragraphs, notes: toNotes(reader.context) };
}

function readBlocks(reader: Reader, node: XmlNode, depth: number): void {
  if (depth > MAX_NESTING) throw new DocxError(`the document is nested deeper than ${MAX_NESTING} levels`, 'too-big');
  for (const one of node.children) {
    spend(reader.context, { steps: 1 });
    if (one.name === 'w:p') readParagraph(reader, one, depth);
    else if (one.name === 'w:tbl') readTable(reader, one, depth);
    else if (one.name === 'w:del' || one.name === 'w:moveFrom') reader.context.deletions += 1;
    else if (one.name === 'w:sdt' || one.name === 'w:sdtContent' || one.name === 'w:ins' || one.name === 'w:moveTo' || one.name === 'w:customXml') {
      readBlocks(reader, one, depth + 1);
    }
  }
}

function readParagraph(reader: Reader, node: XmlNode, depth: number): void {
  const properties = child(node, 'w:pPr');
  const style = val(child(properties, 'w:pStyle')) ?? defaultStyle(reader.styles);
  const text = readRuns(node, reader.context);
  const removed = isOn(child(child(properties, 'w:rPr'), 'w:del')) && child(child(properties, 'w:rPr'), 'w:del') !== null && text.trim() === '';
  const label = removed ? '' : labelOf(reader, properties, style, text);
  spend(reader.context, { characters: label.length });
  if (text.trim() !== '' || label !== '') {
    reader.paragraphs.push({ text: text.trim(), label, style, heading: headingLevel(reader.styles, style), table: false });
  }
  const boxes = reader.context.boxes.splice(0);
  for (const box of boxes) readBlocks(reader, box, depth + 1);
}

/** The style of paragraphs that name none. */
export function defaultStyle(styles: ReadonlyMap<string, ParagraphStyle>): string | null {
  return styles.has('Normal') ? 'Normal' : styles.has('Normalny') ? 'Normalny' : null;
}

/** The automatic mark. An empty paragraph shows a number too ("§ 1." alone on its line), but no bullet. */
export function labelOf(reader: Pick<Reader, 'styles' | 'numbering'>, properties: XmlNode | null, style: string | null, text: string): string {
  const own = child(properties, 'w:numPr');
  const numId = val(child(own, 'w:numId')) ?? inherited(reader.styles, style, (one) => one.numId);
  if (numId === null || numId === '0') return '';
  const ownLevel = val(child(own, 'w:ilvl'));
  const level = ownLevel !== null ? Number(ownLevel) : (inherited(reader.styles, style, (one) => one.level) ?? levelOfStyle(reader, numId, style));
  const label = nextLabel(reader.numbering, numId, level, (id) => inherited(reader.styles, id, (one) => one.numId)).trim();
  return text.trim() === '' && !/[\p{L}\d]/u.test(label) ? '' : label;
}

function levelOfStyle(reader: Pick<Reader, 'numbering'>, numId: string, style: string | null): number {
  const abstract = reader.numbering.abstracts.get(reader.numbering.instances.get(numId)?.abstractId ?? '');
  for (const [level, definition] of abstract?.levels ?? []) if (definition.style !== null && definition.style === style) return level;
  return 0;
}

function readTable(reader: Reader, node: XmlNode, depth: number): void {
  for (const row of tableParts(node, 'w:tr')) {
    const deleted = child(child(row, 'w:trPr'), 'w:del') !== null;
    const cells = tableParts(row, 'w:tc').map((cell) => readCell(reader, cell, depth));
    if (deleted) reader.context.deletions += 1;
    else if (cells.some((cell) => cell !== '')) {
      reader.paragraphs.push({ text: cells.join('\t').trim(), label: '', style: null, heading: null, table: true });
    }
  }
}

/** Rows of a table or cells of a row, also where content controls wrap them. */
export function tableParts(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((one) => (one.name === name ? [one] : one.name === 'w:sdt' || one.name === 'w:sdtContent' || one.name === 'w:customXml' ? tableParts(one, name) : []));
}

function readCell(reader: Reader, cell: XmlNode, depth: number): string {
  const inner: Reader = { ...reader, paragraphs: [] };
  readBlocks(inner, cell, depth + 1);
  return inner.paragraphs.map((one) => printed(one).replace(/\s+/g, ' ')).join(' ');
}

function readFootnotes(reader: Reader, file: DocxPackage): void {
  for (const { number, node } of referredNotes(file, reader.context)) {
    const inner: Reader = { ...reader, paragraphs: [] };
    readBlocks(inner, node, 0);
    const text = inner.paragraphs.map(printed).join(' ').trim();
    if (text !== '') reader.paragraphs.push({ text, label: `[${number}]`, style: null, heading: null, table: false });
  }
}

function printed(paragraph: DocxParagraph): string {
  return paragraph.label === '' ? paragraph.text : `${paragraph.label} ${paragraph.text}`.trim();
}

function toText(paragraphs: readonly DocxParagraph[]): string {
  return paragraphs.length === 0 ? '' : `${paragraphs.map(printed).join('\n\n')}\n`;
}

function toNotes(context: RunContext): DocxNote[] {
  const notes: DocxNote[] = [
    { code: 'tracked-insertions', count: context.insertions },
    { code: 'tracked-deletions', count: context.deletions },
    { code: 'hidden-text', count: context.hidden },
    { code: 'footnotes', count: context.footnotes.length },
  ];
  return notes.filter((note) => note.count > 0);
}
