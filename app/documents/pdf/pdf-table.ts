import type { ModelBlock } from '../model.ts';
import { xmlSafe } from '../xml-text.ts';
import { drawWords, gap, PAGE, type Pen } from './pdf-drawing.ts';

type Table = Extract<ModelBlock, { kind: 'table' }>;

const PADDING = 4;
const SIZE = 9;

/** A table with its caption and heads marked; a row is never cut by the end of a page unless it is longer than one. */
export function drawTable(pen: Pen, parent: PDFKit.PDFStructureElement, table: Table): void {
  const { document } = pen;
  const element = document.struct('Table');
  parent.add(element);
  if (table.caption !== '') {
    gap(pen, 60, 6);
    element.add(document.struct('Caption', {}, () => drawWords(pen, { label: '', text: table.caption, size: 10.5, bold: true, indent: 0 })));
    gap(pen, 0, 3);
  }
  const widths = columnWidths(pen, table);
  drawRow(pen, element, table.head, { widths, isHead: true, rowHeadings: false });
  for (const row of table.rows) drawRow(pen, element, row, { widths, isHead: false, rowHeadings: table.rowHeadings });
  element.end();
  document.x = PAGE.margin;
  gap(pen, 0, 8);
}

/** Columns share the width by their longest words, none under a fair minimum. */
function columnWidths({ document }: Pen, table: Table): number[] {
  document.font('bold').fontSize(SIZE);
  const wanted = table.head.map((head, column) => {
    const cells = [head, ...table.rows.map((row) => row[column] ?? '')];
    const longest = Math.max(...cells.map((cell) => Math.min(document.widthOfString(xmlSafe(cell)), 220)));
    return longest + 2 * PADDING + 2;
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  const least = Math.min(40, PAGE.width / Math.max(1, wanted.length));
  const shares = wanted.map((width) => Math.max(least, (width / total) * PAGE.width));
  const sum = shares.reduce((all, width) => all + width, 0);
  return shares.map((width) => (width / sum) * PAGE.width);
}

function drawRow(pen: Pen, table: PDFKit.PDFStructureElement, cells: readonly string[], { widths, isHead, rowHeadings }: { widths: readonly number[]; isHead: boolean; rowHeadings: boolean }): void {
  const { document } = pen;
  const isHeading = (column: number): boolean => isHead || (rowHeadings && column === 0);
  const inner = (column: number): number => widths[column]! - 2 * PADDING;
  const height = Math.max(...cells.map((cell, column) => document.font(isHeading(column) ? 'bold' : 'regular').fontSize(SIZE).heightOfString(xmlSafe(cell) || ' ', { width: inner(column) }))) + 2 * PADDING;
  gap(pen, Math.min(height, document.page.height - 2 * PAGE.margin), 0);
  const top = document.y;
  const row = document.struct('TR');
  table.add(row);
  let x = PAGE.margin;
  cells.forEach((cell, column) => {
    const left = x;
    row.add(document.struct(isHeading(column) ? 'TH' : 'TD', {}, () => {
      document.font(isHeading(column) ? 'bold' : 'regular').fontSize(SIZE).fillColor('#000000').text(xmlSafe(cell), left + PADDING, top + PADDING, { width: inner(column) });
    }));
    x += widths[column]!;
  });
  row.end();
  document.markContent('Artifact', { type: 'Layout' });
  document.lineWidth(0.5).strokeColor('#777777');
  document.moveTo(PAGE.margin, top + height).lineTo(PAGE.margin + PAGE.width, top + height).stroke();
  document.endMarkedContent();
  document.y = top + height;
}
