import PDFDocument from 'pdfkit';
import type { DocumentModel, ModelBlock } from '../model.ts';
import { xmlSafe } from '../xml-text.ts';
import { drawList, drawWords, gap, PAGE, type Pen } from './pdf-drawing.ts';
import type { PdfFonts } from './pdf-fonts.ts';
import { drawTable } from './pdf-table.ts';

const SIZES = { 1: 16, 2: 13, 3: 11.5, 4: 10.5 } as const;
const HEADINGS = { 1: 'H1', 2: 'H2', 3: 'H3', 4: 'H4' } as const;

type Outline = { level: number; item: PDFKit.PDFOutline };

/**
 * A tagged PDF: language, title, headings, lists and tables are marked for screen readers; the outline lists the
 * headings; every page has its number; all text is real text in embedded fonts.
 */
export async function toPdf(model: DocumentModel, fonts: PdfFonts): Promise<Uint8Array> {
  const { properties, language } = model;
  const document = new PDFDocument({
    size: 'A4', margins: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin }, bufferPages: true,
    pdfVersion: '1.7', tagged: true, displayTitle: true, lang: language === 'pl' ? 'pl-PL' : 'en-GB',
    info: {
      Creator: 'Paragraf', Title: xmlSafe(properties.title), Author: xmlSafe(properties.creator), Subject: xmlSafe(properties.subject), Keywords: xmlSafe(properties.keywords),
      CreationDate: new Date(properties.date), ModDate: new Date(properties.date),
    },
  });
  const finished = collect(document);
  document.registerFont('regular', Buffer.from(fonts.regular)).registerFont('bold', Buffer.from(fonts.bold));
  const root = document.struct('Document');
  document.addStructure(root);
  const pen: Pen = { document };
  const outline: Outline[] = [{ level: 0, item: document.outline }];
  for (const block of model.blocks) drawBlock(pen, root, block, outline);
  root.end();
  numberPages(document, language);
  document.end();
  return finished;
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}

function drawBlock(pen: Pen, root: PDFKit.PDFStructureElement, block: ModelBlock, outline: Outline[]): void {
  const { document } = pen;
  switch (block.kind) {
    case 'heading':
      gap(pen, SIZES[block.level] * 5, 10);
      addToOutline(document, outline, block);
      root.add(document.struct(HEADINGS[block.level], {}, () => drawWords(pen, { label: '', text: block.text, size: SIZES[block.level], bold: true, indent: 0 })));
      gap(pen, 0, 4);
      return;
    case 'paragraph':
      root.add(document.struct('P', {}, () => drawWords(pen, { label: block.label, text: block.text, size: 10.5, bold: false, indent: 0, centred: block.centred })));
      gap(pen, 0, 5);
      return;
    case 'list':
      drawList(pen, root, block.items, 1);
      return;
    case 'table':
      drawTable(pen, root, block);
  }
}

function addToOutline(document: PDFKit.PDFDocument, outline: Outline[], { level, text }: { level: number; text: string }): void {
  while (outline.length > 1 && outline.at(-1)!.level >= level) outline.pop();
  const item = (outline.at(-1)?.item ?? document.outline).addItem(xmlSafe(text), { expanded: true });
  outline.push({ level, item });
}

/** Page numbers are furniture: screen readers leave them out. */
function numberPages(document: PDFKit.PDFDocument, language: DocumentModel['language']): void {
  const { count } = document.bufferedPageRange();
  for (let i = 0; i < count; i += 1) {
    document.switchToPage(i);
    const bottom = document.page.margins.bottom;
    // Without a bottom margin, or the line would open another page.
    document.page.margins.bottom = 0;
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    const words = language === 'pl' ? `Strona ${i + 1} z ${count}` : `Page ${i + 1} of ${count}`;
    document.font('regular').fontSize(8.5).fillColor('#333333').text(words, PAGE.margin, document.page.height - 40, { width: PAGE.width, align: 'center', lineBreak: false });
    document.endMarkedContent();
    document.page.margins.bottom = bottom;
  }
}
