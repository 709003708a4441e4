import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import { bindSpaces } from '#app/text/tree/bound-spaces.ts';
import { marksOf, type DocumentModel, type ModelBlock, type ModelItem } from '../model/model.ts';
import { xmlSafe } from '../model/xml-text.ts';
import { packageParts } from './package-parts.ts';

const STEP = 425;
const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
} as const;

/** A .docx of a document model: headings, lists with printed marks, tables whose head repeats on every page. */
export async function modelToWord(model: DocumentModel): Promise<Uint8Array> {
  const black = { color: '000000', font: 'Calibri' };
  const document = new Document({
    title: xmlSafe(model.properties.title),
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: model.language === 'pl' ? 'pl-PL' : 'en-GB' } },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: { run: { ...black, size: 32, bold: true } },
        heading2: { run: { ...black, size: 28, bold: true } },
        heading3: { run: { ...black, size: 24, bold: true } },
        heading4: { run: { ...black, size: 22, bold: true } },
      },
    },
    sections: [{ children: model.blocks.flatMap(wordBlock) }],
  });
  return new Uint8Array(await Packer.toBuffer(document, undefined, packageParts(model.properties, false)));
}

function wordBlock(block: ModelBlock): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          keepNext: true,
          outlineLevel: block.level - 1,
          children: lines(block.text),
        }),
      ];
    case 'paragraph':
      return [
        new Paragraph({
          alignment: block.centred ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [
            ...marksOf(block).map((mark) => new TextRun({ text: xmlSafe(`${mark} `), bold: true })),
            ...lines(block.text),
          ],
        }),
      ];
    case 'list':
      return listItems(block.items, 1);
    case 'facts':
      return block.pairs.map(
        ([name, words]) =>
          new Paragraph({ children: [new TextRun({ text: xmlSafe(`${name}: `), bold: true }), ...lines(words)] }),
      );
    case 'table':
      return wordTable(block);
  }
}

function listItems(items: readonly ModelItem[], depth: number): Paragraph[] {
  return items.flatMap((item) => [
    new Paragraph({
      indent: { left: depth * STEP, hanging: STEP },
      children: [
        new TextRun({ text: xmlSafe(item.label) }),
        new TextRun({ children: [new Tab()] }),
        ...lines(item.text),
      ],
    }),
    ...listItems(item.items, depth + 1),
  ]);
}

function lines(text: string): TextRun[] {
  return text
    .split('\n')
    .map((line, i) => new TextRun({ text: xmlSafe(bindSpaces(line)), ...(i === 0 ? {} : { break: 1 }) }));
}

function wordTable({ caption, head, rows, rowHeadings }: Extract<ModelBlock, { kind: 'table' }>): FileChild[] {
  const cell = (text: string, bold: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          children: text
            .split('\n')
            .map((line, i) => new TextRun({ text: xmlSafe(line), bold, ...(i === 0 ? {} : { break: 1 }) })),
        }),
      ],
    });
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((text) => cell(text, true)) }),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, i) => cell(text, rowHeadings && i === 0)) }),
      ),
    ],
  });
  return [
    ...(caption === ''
      ? []
      : [new Paragraph({ keepNext: true, children: [new TextRun({ text: xmlSafe(caption), bold: true })] })]),
    table,
    new Paragraph({}),
  ];
}
