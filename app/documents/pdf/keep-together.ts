import { BODY, leastOfItem, leastOfPair, passageLines } from './pdf-drawing.ts';
import { leastOfTable } from './pdf-table.ts';
import { headingLook, passageOf, type PdfBlock } from './blocks.ts';
import { bottomOf, leadingOf, leastHeight, MARGIN, type Pen } from './pen.ts';

/** Most of a page that is kept free for what belongs together. */
const SHARE = 0.6;

/** Height that the block at `at` needs to begin here, with what must not be parted from it: headings stand with what they are over. */
export function leastOf(pen: Pen, blocks: readonly PdfBlock[], at: number): number {
  const most = (bottomOf(pen) - MARGIN.top) * SHARE;
  let height = 0;
  for (let i = at; i < blocks.length && height < most; i += 1) {
    const { own, goesOn } = least(pen, blocks, i);
    height += own;
    if (!goesOn) break;
  }
  return Math.min(height, most);
}

/** What the last lines of a block stand with on one page: the beginning of the next one, or nothing. */
export function tailOf(pen: Pen, blocks: readonly PdfBlock[], at: number): number {
  const block = blocks[at];
  return block !== undefined && at + 1 < blocks.length && staysWithNext(block, blocks[at + 1])
    ? leastOf(pen, blocks, at + 1) + SPACE
    : 0;
}

/** Room between two blocks. */
const SPACE = 5;

function least(pen: Pen, blocks: readonly PdfBlock[], at: number): { own: number; goesOn: boolean } {
  const block = blocks[at]!;
  switch (block.kind) {
    case 'heading': {
      const { passage, before, after } = headingLook(block);
      return { own: before + passageLines(pen, passage).length * leadingOf(passage.size) + after, goesOn: true };
    }
    case 'paragraph': {
      const { passage, after } = passageOf(pen, block);
      const count = passageLines(pen, passage).length;
      const goesOn = count < 4 && staysWithNext(block, blocks[at + 1]);
      return { own: goesOn ? count * leadingOf(passage.size) + after : leastHeight(count, passage.size), goesOn };
    }
    case 'list':
      return { own: block.items[0] ? leastOfItem(pen, block.items[0], 1) : 0, goesOn: false };
    case 'facts':
      return { own: block.pairs[0] ? leastOfPair(pen, block.pairs[0]) : leadingOf(BODY), goesOn: false };
    case 'table':
    case 'long-table':
      return { own: leastOfTable(pen, block), goesOn: false };
    case 'contents':
      return { own: 3 * leadingOf(BODY), goesOn: false };
    case 'page-break':
      return { own: 0, goesOn: false };
  }
}

/** Marked so, a mark without words, or words that lead to an enumeration. */
function staysWithNext(block: PdfBlock, next: PdfBlock | undefined): boolean {
  if (block.kind !== 'paragraph') return block.kind === 'heading';
  if (block.staysWithNext === true) return true;
  if (block.text.trim() === '') return block.label !== '' || block.head !== undefined;
  return block.text.trimEnd().endsWith(':') && next !== undefined && next.kind !== 'heading';
}
