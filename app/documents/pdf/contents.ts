import type { PdfBlock } from './blocks.ts';
import { BODY } from './pdf-drawing.ts';
import { drawLines, gap, leadingOf, linesOf, MARGIN, widthOf, type Pen } from './pen.ts';

/** A line of the contents that waits for the number of its page. */
type Entry = { element: PDFKit.PDFStructureElement; page: number; y: number; goesTo: number | null };

/** Contents of a document: lines drawn in their place, numbers once all pages are there. */
export type Contents = {
  list: PDFKit.PDFStructureElement | null;
  entries: Entry[];
  /** Entries that have got their pages so far. */ found: number;
};

export const noContents = (): Contents => ({ list: null, entries: [], found: 0 });

/** Headings that stand in the contents. */
const LEVEL = 2;
/** Room for a number at the right. */
const NUMBER = 36;

const lastPage = ({ document }: Pen): number => document.bufferedPageRange().count - 1;

/** Every heading of the second level behind `at`, a line each; long ones go on below, the number stands beside the last line. */
export function drawContents(
  pen: Pen,
  root: PDFKit.PDFStructureElement,
  { contents, blocks, at }: { contents: Contents; blocks: readonly PdfBlock[]; at: number },
): void {
  const { document } = pen;
  const list = document.struct('TOC');
  root.add(list);
  contents.list = list;
  for (const block of blocks.slice(at + 1)) {
    if (block.kind !== 'heading' || block.level !== LEVEL) continue;
    const lines = linesOf(pen, [{ text: block.text, font: 'regular' }], { width: widthOf(pen) - NUMBER, size: BODY });
    gap(pen, lines.length * leadingOf(BODY), 0);
    const element = document.struct('TOCI');
    list.add(element);
    element.add(document.struct('Reference', {}, () => drawLines(pen, lines, { x: MARGIN.side, size: BODY })));
    contents.entries.push({ element, page: lastPage(pen), y: document.y - leadingOf(BODY), goesTo: null });
  }
  gap(pen, 0, 6);
}

/** A heading was drawn: where the contents have it, this is its page. */
export function noteHeading(pen: Pen, contents: Contents, level: number): void {
  const entry = contents.entries[contents.found];
  if (level !== LEVEL || !entry) return;
  entry.goesTo = lastPage(pen);
  contents.found += 1;
}

/** The numbers of the pages, when all are known; each is read with the line that it belongs to. */
export function numberContents(pen: Pen, { list, entries }: Contents): void {
  const { document } = pen;
  for (const { element, page, y, goesTo } of entries) {
    if (goesTo !== null) {
      document.switchToPage(page);
      const [line] = linesOf(pen, [{ text: String(goesTo + 1), font: 'regular' }], { width: NUMBER, size: BODY });
      element.add(
        document.struct('Lbl', {}, () => {
          document.y = y;
          drawLines(pen, [line!], { x: document.page.width - MARGIN.side - line!.width, size: BODY });
        }),
      );
    }
    element.end();
  }
  list?.end();
}
