import type { DocumentModel, ModelBlock } from '../model/model.ts';
import type { FontName } from './pdf-fonts.ts';
import type { Passage } from './pdf-drawing.ts';
import type { PdfTable } from './pdf-table.ts';
import { INK, type Pen } from './pen.ts';

/** A part of the model, a table whose rows come in batches, the end of a page, or the headings of what follows with their pages. */
export type PdfBlock =
  | ModelBlock
  | ({ kind: 'long-table' } & PdfTable)
  | { kind: 'page-break' }
  | { kind: 'contents'; title: string };

/** What a PDF is made of. */
export type PdfModel = Omit<DocumentModel, 'blocks'> & {
  blocks: readonly PdfBlock[];
  /** On its side, for wide tables. */
  landscape?: boolean;
  /** Running words in the letters of law. */
  law?: boolean;
};

export type HeadingBlock = Extract<ModelBlock, { kind: 'heading' }>;
export type ParagraphBlock = Extract<ModelBlock, { kind: 'paragraph' }>;

const SIZES = { 1: 17, 2: 13, 3: 11.5, 4: 10.5 } as const;
const LOOKS = {
  plain: { size: 10.5, after: 5 },
  lead: { size: 12.5, after: 10 },
  note: { size: 9, after: 5, color: INK.quiet },
  figure: { size: 34, after: 2 },
} as const;

/** Words of a heading and the room around it. */
export function headingLook({ level, text }: HeadingBlock): { passage: Passage; before: number; after: number } {
  return { passage: { words: [{ text, font: 'bold' }], size: SIZES[level] }, before: level <= 2 ? 16 : 10, after: 5 };
}

/** Words of a paragraph and the room below it. */
export function passageOf(
  pen: Pen,
  { head, label, text, centred, look }: ParagraphBlock,
): { passage: Passage; after: number } {
  const { after, ...rest } = LOOKS[look ?? 'plain'];
  const font: FontName = look === 'figure' ? 'bold' : look === undefined ? pen.text : 'regular';
  const marks = [{ text: head?.label ?? '', mark: 'head' } as const, { text: label, mark: 'label' } as const].filter(
    (mark) => mark.text !== '',
  );
  const words = [
    ...marks.map(({ text: words, mark }, at) => ({
      text: text === '' && at === marks.length - 1 ? words : `${words} `,
      font: pen.strong,
      mark,
    })),
    { text, font },
  ];
  return { passage: { words, centred, ...rest }, after };
}
