import type { ModelItem, Pair } from '../model/model.ts';
import type { FontName } from './pdf-fonts.ts';
import { breakLines, type Line, type Measure, type Run } from './pdf-lines.ts';

/** A4 in points; room above for the running head and below for the number of the page. */
export const MARGIN = { side: 62, top: 68, bottom: 66 } as const;
export const INK = { text: '#111111', quiet: '#4a4a4a', rule: '#8a8a8a', thin: '#cfcfcf', head: '#eeeeea' } as const;

const STEP = 22;
const BODY = 10.5;

/** What draws: the document and the fonts of running words. */
export type Pen = { document: PDFKit.PDFDocument; text: FontName; strong: FontName };
type Element = PDFKit.PDFStructureElement;

export const widthOf = ({ document }: Pen): number => document.page.width - 2 * MARGIN.side;
export const bottomOf = ({ document }: Pen): number => document.page.height - MARGIN.bottom;
export const leadingOf = (size: number): number => size * 1.36;

/** Measures words in one size; each font is chosen once in a row. */
export function measureIn({ document }: Pen, size: number): Measure {
  return (text, font) => document.font(font).fontSize(size).widthOfString(text);
}

/** Leaves `space` free, and turns the page where less than `needed` is left. */
export function gap(pen: Pen, needed: number, space: number): void {
  const { document } = pen;
  if (document.y <= MARGIN.top) return;
  if (document.y + space + needed > bottomOf(pen)) document.continueOnNewPage();
  else document.y += space;
}

type Place = { x: number; size: number; color?: string; centredIn?: number };

/** Lines one below the other from `document.y` on, without any look at the end of the page. */
export function drawLines({ document }: Pen, lines: readonly Line[], { x, size, color = INK.text, centredIn }: Place): void {
  const leading = leadingOf(size);
  document.fontSize(size).fillColor(color);
  for (const line of lines) {
    let at = centredIn === undefined ? x : x + Math.max(0, (centredIn - line.width) / 2);
    for (const part of line.parts) {
      document.font(part.font).text(part.text, at, document.y, { lineBreak: false });
      at += part.width;
    }
    document.y += leading;
  }
}

/** The same over as many pages as it takes; neither the first nor the last line of a paragraph stands alone. */
export function flowLines(pen: Pen, lines: readonly Line[], place: Place): void {
  const { document } = pen;
  const leading = leadingOf(place.size);
  let rest = [...lines];
  while (rest.length > 0) {
    let fits = Math.max(0, Math.floor((bottomOf(pen) - document.y) / leading));
    if (fits < rest.length && rest.length - fits === 1) fits -= 1;
    if (fits < Math.min(2, rest.length) && document.y > MARGIN.top) {
      document.continueOnNewPage();
      continue;
    }
    const count = Math.min(rest.length, Math.max(1, fits));
    drawLines(pen, rest.slice(0, count), place);
    rest = rest.slice(count);
  }
}

export type Words = { runs: readonly Run[]; size: number; indent?: number; centred?: boolean; color?: string };

/** Words in the width that is left beside the indent. */
export function drawWords(pen: Pen, { runs, size, indent = 0, centred = false, color }: Words): void {
  const width = widthOf(pen) - indent;
  const lines = breakLines(runs, width, measureIn(pen, size));
  flowLines(pen, lines, { x: MARGIN.side + indent, size, ...(color ? { color } : {}), ...(centred ? { centredIn: width } : {}) });
}

/** A list with its items, their marks and the lists below them. */
export function drawList(pen: Pen, parent: Element, items: readonly ModelItem[], depth: number): void {
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

function drawItem(pen: Pen, element: Element, item: ModelItem, depth: number): void {
  const { document } = pen;
  const measure = measureIn(pen, BODY);
  const mark = measure(`${item.label} `, pen.text);
  const indent = Math.max(depth * STEP, (depth - 1) * STEP + mark + 3);
  gap(pen, 2 * leadingOf(BODY), 0);
  const top = document.y;
  if (item.label !== '') {
    element.add(document.struct('Lbl', {}, () => drawLines(pen, [{ parts: [{ text: `${item.label} `, font: pen.text, width: mark }], width: mark }], { x: MARGIN.side + (depth - 1) * STEP + 2, size: BODY })));
  }
  document.y = top;
  element.add(document.struct('LBody', {}, () => drawWords(pen, { runs: [{ text: item.text, font: pen.text }], size: BODY, indent })));
  gap(pen, 0, 4);
}

/** Names on the left, their words beside them: to readers of the file a list with labels. */
export function drawFacts(pen: Pen, parent: Element, pairs: readonly Pair[]): void {
  const { document } = pen;
  const list = document.struct('L');
  parent.add(list);
  const column = Math.min(170, widthOf(pen) * 0.34);
  for (const [name, words] of pairs) {
    const label = breakLines([{ text: name, font: 'regular' }], column - 12, measureIn(pen, 9.5));
    gap(pen, Math.max(label.length * leadingOf(9.5), 2 * leadingOf(BODY)), 0);
    const element = document.struct('LI');
    list.add(element);
    const top = document.y;
    const page = document.page;
    element.add(document.struct('Lbl', {}, () => {
      document.y = top + 1;
      drawLines(pen, label, { x: MARGIN.side, size: 9.5, color: INK.quiet });
    }));
    const below = document.y;
    document.y = top;
    element.add(document.struct('LBody', {}, () => drawWords(pen, { runs: [{ text: words, font: 'regular' }], size: BODY, indent: column })));
    if (document.page === page) document.y = Math.max(document.y, below);
    element.end();
    gap(pen, 0, 4);
  }
  list.end();
  gap(pen, 0, 4);
}
