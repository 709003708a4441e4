import type { Finding } from './findings.ts';
import { printReading, type Reading } from './print-reading.ts';
import { readStory, type Story } from './story.ts';
import { headingLevel } from './styles.ts';

export type DocxParagraph = {
  /** Words of the paragraph without its automatic mark. */
  text: string;
  /** Mark made by automatic numbering, empty without one. */
  label: string;
  style: string | null;
  /** 0 for the highest heading, null for body text. */
  heading: number | null;
  /** Row of a table: cells are parted by tabs. */
  table: boolean;
};

export type DocxNote = {
  code: 'tracked-insertions' | 'tracked-deletions' | 'hidden-text' | 'footnotes';
  count: number;
};

export type DocxDocument = { text: string; paragraphs: DocxParagraph[]; notes: DocxNote[]; findings: Finding[] };

/**
 * Reads a .docx into plain text for parse: automatic numbers become printed marks, tables rows of text, equations lines, footnotes
 * stand at the end. Tracked insertions count and deletions do not, unless `reading` says "rejected"; the numbers are those of the
 * reading. What is no plain text is in `findings`. Throws DocxError for anything that is no sound .docx.
 */
export function readDocx(bytes: Uint8Array, reading: Reading = 'accepted'): DocxDocument {
  return documentOf(readStory(bytes), reading);
}

/** One reading of a document that has been read. */
export function documentOf(story: Story, reading: Reading): DocxDocument {
  const { text, paragraphs } = printReading(story.blocks, reading, {
    styles: story.styles,
    numbering: story.numbering(),
  });
  const listed = paragraphs.map(({ style, isRow, ...one }): DocxParagraph => ({
    ...one,
    style,
    heading: headingLevel(story.styles, style),
    table: isRow && !one.label.startsWith('['),
  }));
  return { text, paragraphs: listed, notes: notesOf(story), findings: story.findings };
}

function notesOf({ blocks, findings, notes }: Story): DocxNote[] {
  const segments = blocks
    .flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat()))
    .flatMap((paragraph) => paragraph.segments);
  const found: DocxNote[] = [
    { code: 'tracked-insertions', count: segments.filter(({ insert }) => insert !== null).length },
    { code: 'tracked-deletions', count: segments.filter(({ remove }) => remove !== null).length },
    { code: 'hidden-text', count: findings.filter(({ kind }) => kind === 'hidden').length },
    { code: 'footnotes', count: notes },
  ];
  return found.filter(({ count }) => count > 0);
}
