import type { Unit } from '#app/text/index.ts';
import { child, type XmlNode } from '#app/text/docx/xml.ts';
import { INLINE, inlineText } from './inline.ts';
import type { Reading } from './reading.ts';

/** What a holder is made of, in the order of the file: lines of text and units. */
export type Piece = { line: string; unit?: undefined } | { line?: undefined; unit: Unit };

export type UnitReader = {
  reading: Reading;
  /** Reads an element of the hierarchy. */
  unit: (node: XmlNode) => Unit;
  /** True for elements that are units by their name or because they have a mark or a heading. */
  isUnit: (node: XmlNode) => boolean;
  /** A unit of kept text with these words; `label` is its mark. */
  text: (label: string, heading: string, pieces: readonly Piece[]) => Unit;
};

/** Of these the import says nothing: all they have is their words. */
const SILENT = new Set(['content', 'intro', 'body', 'mainBody', 'preface', 'preamble', 'coverPage', 'formula']);
const LINES = new Set([
  'p',
  'block',
  'listIntroduction',
  'listWrapUp',
  'heading',
  'subheading',
  'num',
  'caption',
  'tocItem',
  'crossHeading',
]);
const LINES_OF_A_LIST = new Set(['listIntroduction', 'listWrapUp', 'crossHeading', 'tocItem', 'caption']);

/** The pieces of these nodes, every word in one of them: runs of inline elements and bare words are lines. */
export function piecesOf(nodes: readonly XmlNode[], reader: UnitReader): Piece[] {
  const pieces: Piece[] = [];
  let run: XmlNode[] = [];
  const flush = (): void => {
    if (run.length > 0) pieces.push(...lines(inlineText({ children: run }, reader.reading), reader));
    run = [];
  };
  for (const one of nodes) {
    if (one.name === '#text' || INLINE.has(one.name)) run.push(one);
    else {
      flush();
      pieces.push(...blockPieces(one, reader));
    }
  }
  flush();
  return pieces;
}

function blockPieces(node: XmlNode, reader: UnitReader): Piece[] {
  const { reading } = reader;
  if (LINES.has(node.name)) {
    if (LINES_OF_A_LIST.has(node.name)) reading.kept(node.name);
    return lines(inlineText(node, reading), reader);
  }
  switch (node.name) {
    case 'table':
      reading.kept('table');
      return tableLines(node, reader);
    case 'item':
    case 'li':
      return [{ unit: item(node, reader) }];
    case 'meta':
      return [];
  }
  if (reader.isUnit(node)) return [{ unit: reader.unit(node) }];
  if (!SILENT.has(node.name)) reading.kept(node.name);
  return piecesOf(node.children, reader);
}

function lines(text: string, reader: UnitReader): Piece[] {
  const own = text
    .split(/[\n\r]/)
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line }));
  return [...own, ...noteLines(reader)];
}

/** Notes follow the paragraph that refers to them, each after its mark; a note may have notes of its own. */
export function noteLines(reader: UnitReader): Piece[] {
  return reader.reading.takeNotes().flatMap(({ mark, node }) => {
    const words = inlineText(node, reader.reading).replaceAll('\n', ' ').trim();
    return [...(words === '' ? [] : [{ line: `[${mark}] ${words}` }]), ...noteLines(reader)];
  });
}

/** A row is one line, its cells are parted by tabs, as in text read from Word. */
function tableLines(table: XmlNode, reader: UnitReader): Piece[] {
  return table.children.flatMap((one) => {
    if (one.name === '#text') return lines(inlineText({ children: [one] }, reader.reading), reader);
    if (one.name === 'thead' || one.name === 'tbody' || one.name === 'tfoot') return tableLines(one, reader);
    return one.name === 'tr' ? lines(cells(one, reader).join('\t'), reader) : piecesOf([one], reader);
  });
}

function cells(row: XmlNode, { reading }: UnitReader): string[] {
  return row.children
    .filter((one) => one.name !== '#text' || one.text.trim() !== '')
    .map((one) =>
      inlineText({ children: [one] }, reading)
        .replaceAll('\n', ' ')
        .trim(),
    );
}

function item(node: XmlNode, reader: UnitReader): Unit {
  const num = child(node, 'num');
  const heading = child(node, 'heading');
  const rest = node.children.filter((one) => one !== num && one !== heading);
  const mark = num === null ? (node.attributes.value ?? '') : inlineText(num, reader.reading);
  const title = heading === null ? '' : inlineText(heading, reader.reading);
  return reader.text(mark, title, [...noteLines(reader), ...piecesOf(rest, reader)]);
}
