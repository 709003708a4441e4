import PDFDocument from 'pdfkit';
import type { DocumentModel, ModelBlock } from '../model/model.ts';
import { xmlSafe } from '../model/xml-text.ts';
import { drawFacts, drawLines, drawList, drawWords, gap, INK, leadingOf, MARGIN, measureIn, widthOf, type Pen } from './pdf-drawing.ts';
import type { FontName, PdfFonts } from './pdf-fonts.ts';
import { breakLines } from './pdf-lines.ts';
import { drawTable, type PdfTable } from './pdf-table.ts';

const SIZES = { 1: 17, 2: 13, 3: 11.5, 4: 10.5 } as const;
const HEADINGS = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4' } as const;
const LOOKS = {
  plain: { size: 10.5, after: 5 }, lead: { size: 12.5, after: 10 }, note: { size: 9, after: 5, color: INK.quiet }, figure: { size: 34, after: 2 },
} as const;

type Outline = { level: number; item: PDFKit.PDFOutline };

/** What a PDF is made of: the parts of the model, and tables whose rows come in batches. */
export type PdfModel = Omit<DocumentModel, 'blocks'> & {
  blocks: readonly (ModelBlock | ({ kind: 'long-table' } & PdfTable))[];
  /** On its side, for wide tables. */
  landscape?: boolean;
  /** Running words in the letters of law. */
  law?: boolean;
};

/**
 * A tagged PDF: language, title, headings, lists and tables are marked for screen readers; the outline lists the
 * headings; every page has its number; all text is real text in embedded fonts.
 */
export async function toPdf(model: PdfModel, fonts: PdfFonts): Promise<Uint8Array<ArrayBuffer>> {
  const document = open(model);
  const finished = collect(document);
  for (const name of ['regular', 'bold', 'law', 'lawBold'] as const) document.registerFont(name, Buffer.from(fonts[name]));
  const root = document.struct('Document');
  document.addStructure(root);
  const pen: Pen = { document, ...(model.law ? { text: 'law', strong: 'lawBold' } : { text: 'regular', strong: 'bold' }) };
  const outline: Outline[] = [{ level: 0, item: document.outline }];
  for (const block of model.blocks) await drawBlock(pen, root, block, outline);
  root.end();
  furnish(document, model);
  document.end();
  return finished;
}

function open({ properties, language, landscape = false }: PdfModel): PDFKit.PDFDocument {
  return new PDFDocument({
    size: 'A4', layout: landscape ? 'landscape' : 'portrait', margins: { top: MARGIN.top, bottom: MARGIN.bottom, left: MARGIN.side, right: MARGIN.side }, bufferPages: true,
    pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language === 'pl' ? 'pl-PL' : 'en-GB',
    info: {
      Creator: 'Paragraf', Title: xmlSafe(properties.title), Author: xmlSafe(properties.creator), Subject: xmlSafe(properties.subject), Keywords: xmlSafe(properties.keywords),
      CreationDate: new Date(properties.date), ModDate: new Date(properties.date),
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

async function drawBlock(pen: Pen, root: PDFKit.PDFStructureElement, block: PdfModel['blocks'][number], outline: Outline[]): Promise<void> {
  switch (block.kind) {
    case 'heading':
      drawHeading(pen, root, block, outline);
      return;
    case 'paragraph':
      drawParagraph(pen, root, block);
      return;
    case 'list':
      drawList(pen, root, block.items, 1);
      return;
    case 'facts':
      drawFacts(pen, root, block.pairs);
      return;
    case 'table':
    case 'long-table':
      await drawTable(pen, root, block);
  }
}

/** A heading is not cut, and stands with the first lines of what it is over. */
function drawHeading(pen: Pen, root: PDFKit.PDFStructureElement, { level, text }: Extract<ModelBlock, { kind: 'heading' }>, outline: Outline[]): void {
  const size = SIZES[level];
  const lines = breakLines([{ text, font: 'bold' }], widthOf(pen), measureIn(pen, size));
  gap(pen, lines.length * leadingOf(size) + (level === 4 ? 48 : 96), level <= 2 ? 16 : 10);
  addToOutline(pen.document, outline, { level, text });
  root.add(pen.document.struct(HEADINGS[level], {}, () => drawLines(pen, lines, { x: MARGIN.side, size })));
  gap(pen, 0, 5);
}

function drawParagraph(pen: Pen, root: PDFKit.PDFStructureElement, { label, text, centred, look, staysWithNext = false }: Extract<ModelBlock, { kind: 'paragraph' }>): void {
  const { size, after, ...rest } = LOOKS[look ?? 'plain'];
  const font: FontName = look === 'figure' ? 'bold' : look === undefined ? pen.text : 'regular';
  const runs = [...(label === '' ? [] : [{ text: text === '' ? label : `${label} `, font: pen.strong }]), { text, font }];
  gap(pen, (staysWithNext ? 5 : 2) * leadingOf(size), 0);
  root.add(pen.document.struct('P', {}, () => drawWords(pen, { runs, size, centred, ...rest })));
  gap(pen, 0, after);
}

function addToOutline(document: PDFKit.PDFDocument, outline: Outline[], { level, text }: { level: number; text: string }): void {
  while (outline.length > 1 && outline.at(-1)!.level >= level) outline.pop();
  const item = (outline.at(-1)?.item ?? document.outline).addItem(xmlSafe(text).replaceAll('\n', ' '), { expanded: level < 2 });
  outline.push({ level, item });
}

/** Running head and number of each page are furniture: screen readers leave them out. */
function furnish(document: PDFKit.PDFDocument, { language, properties }: PdfModel): void {
  const { count } = document.bufferedPageRange();
  const title = xmlSafe(properties.title).replace(/\s+/g, ' ');
  for (let i = 0; i < count; i += 1) {
    document.switchToPage(i);
    const { margins, width, height } = document.page;
    const bottom = margins.bottom;
    // Without a bottom margin, or the line would open another page.
    margins.bottom = 0;
    const inner = width - 2 * MARGIN.side;
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    document.font('regular').fontSize(8.5).fillColor(INK.quiet);
    document.text(language === 'pl' ? `Strona ${i + 1} z ${count}` : `Page ${i + 1} of ${count}`, MARGIN.side, height - 42, { width: inner, align: 'right', lineBreak: false });
    document.endMarkedContent();
    if (i > 0) {
      document.markContent('Artifact', { type: 'Pagination', attached: ['Top'] });
      document.font('regular').fontSize(8.5).fillColor(INK.quiet).text(shortened(document, title, inner), MARGIN.side, 36, { lineBreak: false });
      document.lineWidth(0.5).strokeColor(INK.thin).moveTo(MARGIN.side, 52).lineTo(width - MARGIN.side, 52).stroke();
      document.endMarkedContent();
    }
    margins.bottom = bottom;
  }
}

/** As many words of a title as stand in one line. */
function shortened(document: PDFKit.PDFDocument, title: string, width: number): string {
  if (document.widthOfString(title) <= width) return title;
  const words = title.split(' ');
  while (words.length > 1 && document.widthOfString(`${words.join(' ')}…`) > width) words.pop();
  return `${words.join(' ')}…`;
}
