import PDFDocument from 'pdfkit';
import type { RunInHead } from '../model/model.ts';
import {
  headingLook,
  passageOf,
  type HeadingBlock,
  type ParagraphBlock,
  type PdfBlock,
  type PdfModel,
} from './blocks.ts';
import { drawContents, noContents, noteHeading, numberContents, type Contents } from './contents.ts';
import { endEnumerations, placeIn, type Enumerations } from './enumeration.ts';
import { leastOf, tailOf } from './keep-together.ts';
import { missingNote } from './missing-note.ts';
import { drawFacts, drawList, drawWords, passageLines, type Passage } from './pdf-drawing.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import type { Line, Mark } from './pdf-lines.ts';
import { drawTable } from './pdf-table.ts';
import {
  countMissing,
  drawLines,
  gap,
  INK,
  leadingOf,
  leastHeight,
  linesOf,
  MARGIN,
  measureIn,
  turnForLines,
  widthOf,
  type Pen,
} from './pen.ts';
import { printableLine } from './printable.ts';
import { typeCase } from './type-case.ts';

export type { PdfModel } from './blocks.ts';

const HEADINGS = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4', 5: 'H5', 6: 'H6' } as const;
/** Size of what stands outside the text on every page. */
const FURNITURE = 8.5;

type Outline = { level: number; item: PDFKit.PDFOutline };

/**
 * A tagged PDF: language, title, headings, lists and tables are marked for screen readers; the outline lists the
 * headings; every page has its number; all text is real text in embedded fonts.
 */
export async function toPdf(model: PdfModel, fonts: PdfFonts): Promise<Uint8Array<ArrayBuffer>> {
  const document = open(model);
  const finished = collect(document);
  const root = document.struct('Document');
  document.addStructure(root);
  const pen: Pen = {
    document,
    letters: typeCase(fonts),
    missing: new Map(),
    ...(model.law ? { text: 'law', strong: 'lawBold' } : { text: 'regular', strong: 'bold' }),
  };
  const page: Page = { pen, root, outline: [{ level: 0, item: document.outline }], contents: noContents(), open: [] };
  for (let at = 0; at < model.blocks.length; at += 1) await drawBlock(page, model.blocks, at);
  const title = runningHead(pen, model);
  if (document.bufferedPageRange().count > 1) countMissing(pen, [title]);
  endEnumerations(page.open);
  if (pen.missing.size > 0) await drawBlock(page, [missingNote(pen.missing, model.language)], 0);
  numberContents(pen, page.contents);
  root.end();
  furnish(pen, title, model.language);
  document.end();
  return finished;
}

function open({ properties, language, landscape = false }: PdfModel): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4',
    layout: landscape ? 'landscape' : 'portrait',
    margins: { top: MARGIN.top, bottom: MARGIN.bottom, left: MARGIN.side, right: MARGIN.side },
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: language === 'pl' ? 'pl-PL' : 'en-GB',
    info: {
      Creator: 'Paragraf',
      Title: printableLine(properties.title),
      Author: printableLine(properties.creator),
      Subject: printableLine(properties.subject),
      Keywords: printableLine(properties.keywords),
      CreationDate: new Date(properties.date),
      ModDate: new Date(properties.date),
    },
  });
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}

type Page = {
  pen: Pen;
  root: PDFKit.PDFStructureElement;
  outline: Outline[];
  contents: Contents;
  open: Enumerations;
};

async function drawBlock(page: Page, blocks: readonly PdfBlock[], at: number): Promise<void> {
  const { pen, root } = page;
  const block = blocks[at]!;
  if (!('place' in block)) endEnumerations(page.open);
  switch (block.kind) {
    case 'heading':
      drawHeading(page, block, leastOf(pen, blocks, at));
      return;
    case 'paragraph':
      drawParagraph(page, block, tailOf(pen, blocks, at));
      return;
    case 'list':
      drawList(pen, placeIn(pen.document, root, { open: page.open, place: block.place }), block.items, 1);
      return;
    case 'facts':
      drawFacts(pen, root, block.pairs);
      return;
    case 'table':
    case 'long-table':
      await drawTable(pen, root, block);
      return;
    case 'contents':
      drawHeading(page, { kind: 'heading', level: 2, text: block.title }, 4 * leadingOf(10.5));
      drawContents(pen, root, { contents: page.contents, blocks, at });
      return;
    case 'page-break':
      pen.document.addPage();
  }
}

/** A heading is not cut, and stands with the beginning of what it is over. */
function drawHeading({ pen, root, outline, contents, open }: Page, block: HeadingBlock, needed: number): void {
  const { passage, before, after } = headingLook(block);
  gap(pen, needed - before, before);
  addToOutline(pen.document, outline, block);
  noteHeading(pen, contents, block.level);
  placeIn(pen.document, root, { open, place: block.place }).add(
    pen.document.struct(HEADINGS[block.level], {}, () =>
      drawLines(pen, passageLines(pen, passage), { x: MARGIN.side, size: passage.size }),
    ),
  );
  gap(pen, 0, after);
}

function drawParagraph(page: Page, block: ParagraphBlock, tail: number): void {
  const { pen, root, open } = page;
  const { passage, after } = passageOf(pen, block);
  const lines = passageLines(pen, passage);
  gap(pen, leastHeight(lines.length, passage.size, tail), 0);
  turnForLines(pen, lines.length, passage.size, tail);
  if (block.head) drawHead(page, block.head, { passage, line: lines[0]! });
  const { label, head, place } = block;
  const isMarked = place?.begins === true && label !== '';
  const parent = placeIn(pen.document, root, {
    open,
    place,
    addMark: (item) => isMarked && item.add(markElement(pen, 'Lbl', { passage, line: lines[0]!, mark: 'label' })),
  });
  // A mark that is an element of its own is not drawn with the words again.
  const apart = new Set<Mark | undefined>([
    ...(head ? ['head' as const] : []),
    ...(isMarked ? ['label' as const] : []),
  ]);
  parent.add(pen.document.struct('P', {}, () => drawWords(pen, { ...passage, tail, apart }, lines)));
  gap(pen, 0, after);
}

type MarkInLine = { passage: Passage; line: Line; mark: Mark };

/** The mark of a paragraph where it stands in its first line, as an element of its own. */
function markElement(pen: Pen, tag: string, { passage, line, mark }: MarkInLine): PDFKit.PDFStructureElement {
  const top = pen.document.y;
  return pen.document.struct(tag, {}, () => {
    drawWords(pen, { ...passage, only: mark }, [line]);
    pen.document.y = top;
  });
}

/** „§ 3." is a heading of the text, though the words below it go on in its line. */
function drawHead(page: Page, head: RunInHead, at: Omit<MarkInLine, 'mark'>): void {
  const { pen, root, outline, open } = page;
  endEnumerations(open);
  addToOutline(pen.document, outline, { level: head.level, text: head.label });
  root.add(markElement(pen, HEADINGS[head.level], { ...at, mark: 'head' }));
}

function addToOutline(
  document: PDFKit.PDFDocument,
  outline: Outline[],
  { level, text }: { level: number; text: string },
): void {
  while (outline.length > 1 && outline.at(-1)!.level >= level) outline.pop();
  const item = (outline.at(-1)?.item ?? document.outline).addItem(printableLine(text), { expanded: level < 2 });
  outline.push({ level, item });
}

/** As many words of the title as stand in one line. */
function runningHead(pen: Pen, { properties }: PdfModel): Line {
  const words = (text: string): Line[] =>
    linesOf(pen, [{ text, font: 'regular' }], { width: widthOf(pen) - 10, size: FURNITURE });
  const [line, ...more] = words(printableLine(properties.title));
  if (line === undefined || more.length === 0) return line ?? { parts: [], width: 0 };
  const dots = measureIn(pen, FURNITURE)('…', 'regular');
  return { parts: [...line.parts, { text: '…', font: 'regular', width: dots }], width: line.width + dots };
}

/** Running head and number of each page are furniture: screen readers leave them out. */
function furnish(pen: Pen, title: Line, language: 'pl' | 'en'): void {
  const { document } = pen;
  const { count } = document.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    document.switchToPage(i);
    const { width, height } = document.page;
    const [number] = linesOf(
      pen,
      [{ text: language === 'pl' ? `Strona ${i + 1} z ${count}` : `Page ${i + 1} of ${count}`, font: 'regular' }],
      { width: Infinity, size: FURNITURE },
    );
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    furniture(pen, number!, width - MARGIN.side - number!.width, height - 42);
    document.endMarkedContent();
    if (i === 0) continue;
    document.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
    furniture(pen, title, MARGIN.side, 36);
    document
      .lineWidth(0.5)
      .strokeColor(INK.thin)
      .moveTo(MARGIN.side, 52)
      .lineTo(width - MARGIN.side, 52)
      .stroke();
    document.endMarkedContent();
  }
}

function furniture(pen: Pen, line: Line, x: number, y: number): void {
  pen.document.y = y;
  drawLines(pen, [line], { x, size: FURNITURE, color: INK.quiet });
}
