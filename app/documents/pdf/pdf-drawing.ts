import type { ModelItem } from '../model.ts';
import { xmlSafe } from '../xml-text.ts';

/** A4 in points, with the same margin on all sides. */
export const PAGE = { margin: 62, width: 595.28 - 2 * 62 } as const;

const STEP = 22;

export type Pen = { document: PDFKit.PDFDocument };

export type Words = { label: string; text: string; size: number; bold: boolean; indent: number; centred?: boolean };

/** Leaves `space` free, and turns the page where less than `needed` is left. */
export function gap({ document }: Pen, needed: number, space: number): void {
  const bottom = document.page.height - PAGE.margin;
  if (document.y + space + needed > bottom) {
    if (document.y > PAGE.margin) document.addPage();
  } else if (document.y > PAGE.margin) document.y += space;
}

/** Words in the width that is left beside the indent; a label stands before them in bold. */
export function drawWords({ document }: Pen, words: Words): void {
  const x = PAGE.margin + words.indent;
  const width = PAGE.width - words.indent;
  const options = { width, align: words.centred === true ? 'center' as const : 'left' as const, lineGap: 2 };
  document.fontSize(words.size).fillColor('#000000');
  if (words.label !== '') {
    document.font('bold').text(`${xmlSafe(words.label)}${words.text === '' ? '' : ' '}`, x, document.y, { ...options, continued: words.text !== '' });
    if (words.text === '') return;
    document.font(words.bold ? 'bold' : 'regular').text(xmlSafe(words.text), options);
    return;
  }
  document.font(words.bold ? 'bold' : 'regular').text(xmlSafe(words.text), x, document.y, options);
}

/** A list with its items, their marks and the lists below them. */
export function drawList(pen: Pen, parent: PDFKit.PDFStructureElement, items: readonly ModelItem[], depth: number): void {
  const { document } = pen;
  const list = document.struct('L');
  parent.add(list);
  for (const item of items) {
    const element = document.struct('LI');
    list.add(element);
    drawItem(pen, element, item, depth);
    if (item.items.length > 0) drawList(pen, element, item.items, depth + 1);
    element.end();
  }
  list.end();
}

function drawItem(pen: Pen, element: PDFKit.PDFStructureElement, item: ModelItem, depth: number): void {
  const { document } = pen;
  gap(pen, 14, 0);
  const indent = depth * STEP;
  const top = document.y;
  const page = document.page;
  if (item.label !== '') {
    element.add(document.struct('Lbl', {}, () => {
      document.font('regular').fontSize(10.5).fillColor('#000000').text(xmlSafe(item.label), PAGE.margin + indent - STEP + 2, top, { lineBreak: false });
    }));
  }
  if (document.page === page) document.y = top;
  element.add(document.struct('LBody', {}, () => drawWords(pen, { label: '', text: item.text, size: 10.5, bold: false, indent: indent + (item.label.length > 3 ? 6 : 0) })));
  gap(pen, 0, 4);
}
