import type { ModelBlock } from '../model/model.ts';
import { drawWords, passageLines, type Passage } from './pdf-drawing.ts';
import type { Line } from './pdf-lines.ts';
import {
  bottomOf,
  drawLines,
  gap,
  INK,
  leadingOf,
  linesOf,
  MARGIN,
  measureIn,
  widthOf,
  type Pen,
  type Words,
} from './pen.ts';

/** Words of a cell, some of them perhaps in bold. */
export type PdfCell = string | readonly { text: string; strong: boolean }[];
/** A table of the model; its rows may be made while it is drawn, so that a very long one is not in memory at once. */
export type PdfTable = Omit<Extract<ModelBlock, { kind: 'table' }>, 'kind' | 'rows'> & {
  rows: Iterable<readonly PdfCell[]> | AsyncIterable<readonly PdfCell[]>;
};

type Columns = { widths: number[]; figures: ReadonlySet<number>; rowHeadings: boolean };
/** A line of a cell, and which of its paragraphs it belongs to. */
type CellLine = Line & { paragraph: number };
type Cell = { lines: CellLine[]; isHeading: boolean };

const PADDING = 5;
const SIZE = 9;
const LEADING = leadingOf(SIZE);
/** Fewest lines of a long row that may stand at the end of a page. */
const LEAST = 4;
/** Rows after which other work gets its turn. */
const PAUSE = 40;

/**
 * A table with its caption and heads marked. The head stands again on every page; a row is cut only where it is longer than half a
 * page, and then between lines in all its cells.
 */
export async function drawTable(pen: Pen, parent: PDFKit.PDFStructureElement, table: PdfTable): Promise<void> {
  const { document } = pen;
  const { columns, head } = setTable(pen, table);
  const element = document.struct('Table');
  parent.add(element);
  gap(pen, leastOfTable(pen, table), table.caption === '' ? 0 : CAPTION.before);
  if (table.caption !== '') {
    element.add(document.struct('Caption', {}, () => drawWords(pen, captionOf(table))));
    gap(pen, 0, CAPTION.after);
  }
  drawHead(pen, element, head, columns);
  let count = 0;
  for await (const row of table.rows) {
    if ((count += 1) % PAUSE === 0) await new Promise((resolve) => setImmediate(resolve));
    drawRow(pen, element, rowCells(pen, columns, row), { columns, head });
  }
  element.end();
  document.x = MARGIN.side;
  gap(pen, 0, 12);
}

const CAPTION = { before: 6, after: 3, size: 10.5 } as const;
const captionOf = ({ caption }: PdfTable): Passage => ({
  words: [{ text: caption, font: 'bold' }],
  size: CAPTION.size,
});

type SetTable = { columns: Columns; head: Cell[]; first: number };

/** Tables that were looked at already from the heading above them: widths are measured once, over all rows. */
const known = new WeakMap<PdfTable, SetTable>();

/** Columns, head and height of the first row; of rows that are still to be made that is taken to be two lines. */
function setTable(pen: Pen, table: PdfTable): SetTable {
  const before = known.get(table);
  if (before) return before;
  const columns: Columns = {
    widths: columnWidths(pen, table),
    figures: new Set(table.figures),
    rowHeadings: table.rowHeadings,
  };
  const head = table.head.map((text, at) => cellOf(pen, columns, { text, at, isHeading: true, isHead: true }));
  const row = Array.isArray(table.rows) ? (table.rows as (readonly PdfCell[])[])[0] : undefined;
  const lines = row ? lineCount(rowCells(pen, columns, row)) : 2;
  const set = { columns, head, first: (isLongRow(pen, lines) ? LEAST : lines) * LEADING + 2 * PADDING };
  known.set(table, set);
  return set;
}

/** What a table needs to begin here: its caption, its head and its first row. */
export function leastOfTable(pen: Pen, table: PdfTable): number {
  const { head, first } = setTable(pen, table);
  const caption =
    table.caption === '' ? 0 : passageLines(pen, captionOf(table)).length * leadingOf(CAPTION.size) + CAPTION.after;
  return caption + heightOf(head) + first;
}

function rowCells(pen: Pen, columns: Columns, row: readonly PdfCell[]): Cell[] {
  return row.map((text, at) => cellOf(pen, columns, { text, at, isHeading: columns.rowHeadings && at === 0 }));
}

function cellOf(
  pen: Pen,
  { widths }: Columns,
  { text, at, isHeading, isHead = false }: { text: PdfCell; at: number; isHeading: boolean; isHead?: boolean },
): Cell {
  const parts = typeof text === 'string' ? [{ text, strong: false }] : text;
  const words = parts.map((part): Words => ({
    text: part.text,
    font: (isHeading && isHead) || part.strong ? 'bold' : 'regular',
  }));
  const width = (widths[at] ?? 0) - 2 * PADDING;
  const lines = paragraphsOf(words).flatMap((own, paragraph) =>
    linesOf(pen, own, { width, size: SIZE }).map((line): CellLine => ({ ...line, paragraph })),
  );
  return { isHeading, lines };
}

/** Words between two ends of lines belong together. */
function paragraphsOf(words: readonly Words[]): Words[][] {
  const paragraphs: Words[][] = [[]];
  for (const { text, font } of words)
    for (const [at, line] of text.split('\n').entries()) {
      if (at > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)!.push({ text: line, font });
    }
  while (paragraphs.length > 1 && paragraphs.at(-1)!.length === 0) paragraphs.pop();
  return paragraphs;
}

/** Lines of a cell by their paragraphs. */
function byParagraph(lines: readonly CellLine[]): CellLine[][] {
  const groups: CellLine[][] = [];
  for (const line of lines)
    if (groups.at(-1)?.[0]?.paragraph === line.paragraph) groups.at(-1)!.push(line);
    else groups.push([line]);
  return groups;
}

const lineCount = (cells: readonly Cell[]): number => Math.max(1, ...cells.map(({ lines }) => lines.length));
const heightOf = (cells: readonly Cell[]): number => lineCount(cells) * LEADING + 2 * PADDING;
const isLongRow = ({ document }: Pen, lines: number): boolean =>
  lines * LEADING > (document.page.height - MARGIN.top - MARGIN.bottom) / 2;

/** Given shares of the page, or what the words of each column need, together never more than the page. */
function columnWidths(pen: Pen, { head, rows, widths }: PdfTable): number[] {
  const full = widthOf(pen);
  if (widths) {
    const sum = widths.reduce((all, width) => all + width, 0);
    return widths.map((width) => (width / sum) * full);
  }
  const measure = measureIn(pen, SIZE);
  const inBold = (text: string): number =>
    pen.letters.split(text, 'bold').reduce((width, part) => width + measure(part.text, part.font), 0);
  const all = Array.isArray(rows) ? (rows as PdfCell[][]).map((row) => row.map(plainWords)) : [];
  const ofColumn = head.map((name, column) => {
    const cells = [name, ...all.map((row) => row[column] ?? '')];
    const longest = (parts: readonly string[]) => Math.max(0, ...parts.map(inBold));
    return {
      least: Math.min(longest(cells.flatMap((cell) => cell.split(/\s+/))), 130) + 2 * PADDING + 1,
      wanted: Math.min(longest(cells.flatMap((cell) => cell.split('\n'))), 300) + 2 * PADDING + 1,
    };
  });
  const [least, wanted] = [
    ofColumn.reduce((sum, each) => sum + each.least, 0),
    ofColumn.reduce((sum, each) => sum + each.wanted, 0),
  ];
  if (wanted <= full) return ofColumn.map((each) => each.wanted);
  if (least >= full) return ofColumn.map((each) => (each.least / least) * full);
  const share = (full - least) / (wanted - least);
  return ofColumn.map((each) => each.least + (each.wanted - each.least) * share);
}

const plainWords = (cell: PdfCell): string => (typeof cell === 'string' ? cell : cell.map(({ text }) => text).join(''));

function drawHead(pen: Pen, table: PDFKit.PDFStructureElement, head: readonly Cell[], columns: Columns): void {
  const { document } = pen;
  const top = document.y;
  fillHead(pen, top, heightOf(head), columns);
  const row = document.struct('TR');
  table.add(row);
  head.forEach((cell, at) =>
    row.add(document.struct('TH', { scope: 'Column' }, () => drawCell(pen, cell.lines, { top, at, columns }))),
  );
  row.end();
  endRow(pen, top + heightOf(head), columns, true);
}

/** The head on a further page is furniture: it was read already. */
function repeatHead(pen: Pen, head: readonly Cell[], columns: Columns): void {
  const { document } = pen;
  const top = document.y;
  fillHead(pen, top, heightOf(head), columns);
  document.markContent('Artifact', { type: 'Pagination' });
  head.forEach((cell, at) => drawCell(pen, cell.lines, { top, at, columns }));
  document.endMarkedContent();
  endRow(pen, top + heightOf(head), columns, true);
}

function fillHead({ document }: Pen, top: number, height: number, { widths }: Columns): void {
  document.markContent('Artifact', { type: 'Layout' });
  document.rect(MARGIN.side, top, sum(widths), height).fill(INK.head);
  document.endMarkedContent();
}

/** One row, in pieces when it does not fit: each piece has the same lines of every cell. */
function drawRow(
  pen: Pen,
  table: PDFKit.PDFStructureElement,
  cells: readonly Cell[],
  { columns, head }: { columns: Columns; head: readonly Cell[] },
): void {
  const { document } = pen;
  const row = document.struct('TR');
  table.add(row);
  const elements = cells.map(({ isHeading }) =>
    document.struct(isHeading ? 'TH' : 'TD', isHeading ? { scope: 'Row' } : {}),
  );
  elements.forEach((element) => row.add(element));
  const parts = cells.map(() => new Map<number, PDFKit.PDFStructureElement>());
  const count = lineCount(cells);
  for (let from = 0; from < count;) {
    const fits = Math.floor((bottomOf(pen) - document.y - 2 * PADDING) / LEADING);
    const left = count - from;
    if (fits < left && (!isLongRow(pen, left) || fits < LEAST) && document.y > MARGIN.top + heightOf(head)) {
      document.continueOnNewPage();
      repeatHead(pen, head, columns);
      continue;
    }
    const take = Math.max(1, Math.min(left, fits));
    const top = document.y;
    cells.forEach(({ lines }, at) => {
      const own = lines.slice(from, from + take);
      let y = top;
      for (const group of byParagraph(own)) {
        const place = { top: y, at, columns };
        y += group.length * LEADING;
        if (group.every((line) => line.parts.length === 0)) continue;
        paragraphElement(pen, elements[at]!, { of: parts[at]!, paragraph: group[0]!.paragraph }).add(() =>
          drawCell(pen, group, place),
        );
      }
    });
    from += take;
    endRow(pen, top + take * LEADING + 2 * PADDING, columns, false);
    if (from < count) {
      document.continueOnNewPage();
      repeatHead(pen, head, columns);
    }
  }
  elements.forEach((element) => element.end());
  row.end();
}

/** The element of a paragraph of a cell; what goes on after a page is the same one. */
function paragraphElement(
  { document }: Pen,
  cell: PDFKit.PDFStructureElement,
  { of, paragraph }: { of: Map<number, PDFKit.PDFStructureElement>; paragraph: number },
): PDFKit.PDFStructureElement {
  let element = of.get(paragraph);
  if (!element) {
    element = document.struct('P');
    cell.add(element);
    of.set(paragraph, element);
  }
  return element;
}

function drawCell(
  pen: Pen,
  lines: readonly Line[],
  { top, at, columns: { widths, figures } }: { top: number; at: number; columns: Columns },
): void {
  const left = MARGIN.side + sum(widths.slice(0, at)) + PADDING;
  const inner = (widths[at] ?? 0) - 2 * PADDING;
  pen.document.y = top + PADDING + 1;
  for (const line of lines)
    drawLines(pen, [line], { x: figures.has(at) ? left + inner - line.width : left, size: SIZE });
}

function endRow({ document }: Pen, bottom: number, { widths }: Columns, isHead: boolean): void {
  document.markContent('Artifact', { type: 'Layout' });
  document.lineWidth(isHead ? 0.9 : 0.5).strokeColor(isHead ? INK.text : INK.thin);
  document
    .moveTo(MARGIN.side, bottom)
    .lineTo(MARGIN.side + sum(widths), bottom)
    .stroke();
  document.endMarkedContent();
  document.y = bottom;
}

const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);
