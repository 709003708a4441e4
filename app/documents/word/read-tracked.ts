import { defaultStyle } from '#app/text/docx/read-docx.ts';
import { readNumbering } from '#app/text/docx/numbering.ts';
import { referredNotes } from '#app/text/docx/notes.ts';
import { bodyOf, openPackage, partOf, type DocxPackage } from '#app/text/docx/package.ts';
import { createRunContext, readRuns } from '#app/text/docx/runs.ts';
import { readStyles } from '#app/text/docx/styles.ts';
import type { XmlNode } from '#app/text/docx/xml.ts';
import { citeLines, type Citer } from './cite-lines.ts';
import { closeAll, createCommentRanges } from './comment-ranges.ts';
import { listChanges, listFormats, type TrackedChange } from './list-changes.ts';
import { listComments, type CommentText, type WordComment } from './list-comments.ts';
import { printReading, wordsOf, type Printed } from './print-reading.ts';
import { readBlocks, readCell, styleName, type Block, type BlockReader } from './tracked-blocks.ts';
import type { Mark, Segment } from './tracked-segments.ts';

/** Something in the file that no clause can take over, with the words it is about. */
export type Unsupported = { code: 'split-paragraph' | 'joined-paragraphs' | 'format' | 'table' | 'section'; author: string; date: string; words: string; citation: string };

/** One paragraph or table row with its marked words, for mapping to an act. `citation` is empty outside the units. */
export type ReadParagraph = { segments: Segment[]; insert: Mark | null; remove: Mark | null; style: string | null; citation: string };

export type TrackedReading = {
  /** Plain text as if all changes were rejected, and as if all were accepted. */
  text: string;
  accepted: string;
  changes: TrackedChange[];
  comments: WordComment[];
  unsupported: Unsupported[];
  paragraphs: ReadParagraph[];
};

/**
 * Reads a .docx with its tracked changes and comments. Nothing is dropped: what has no place in a clause is listed in
 * `unsupported`. Throws DocxError for anything that is no sound .docx or breaks a bound.
 */
export function readTrackedDocx(bytes: Uint8Array): TrackedReading {
  const file = openPackage(bytes);
  const body = bodyOf(file);
  const styles = readStyles(partOf(file, 'styles'));
  const numberingPart = partOf(file, 'numbering');
  const reader: BlockReader = {
    context: createRunContext(), ranges: createCommentRanges(), formats: [], references: [],
    blocks: [], oddities: [], styleOf: (properties) => styleName(properties) ?? defaultStyle(styles),
  };
  readBlocks(reader, body, 0);
  readFootnotes(reader, file);
  closeAll(reader.ranges);
  // Each reading counts its automatic numbers itself.
  const rejected = printReading(reader.blocks, 'rejected', { styles, numbering: readNumbering(numberingPart) });
  const accepted = printReading(reader.blocks, 'accepted', { styles, numbering: readNumbering(numberingPart) });
  return assemble(reader, { rejected, accepted, comments: readComments(partOf(file, 'comments')) });
}

type Parts = { rejected: Printed; accepted: Printed; comments: CommentText[] };

function assemble(reader: BlockReader, { rejected, accepted, comments }: Parts): TrackedReading {
  const cite = citeLines(rejected, accepted);
  const { blocks } = reader;
  return {
    text: rejected.text,
    accepted: accepted.text,
    changes: [...listChanges(blocks, cite), ...listFormats(blocks, cite)].sort((a, b) => a.block - b.block).map((one) => one.change),
    comments: listComments(blocks, comments, { cite, ranges: reader.ranges }),
    unsupported: listUnsupported(reader, { rejected, accepted }, cite),
    paragraphs: blocks.map((block, i): ReadParagraph => ({ ...paragraphOf(block), citation: cite(i, 0) })),
  };
}

function paragraphOf(block: Block): Omit<ReadParagraph, 'citation'> {
  if (block.kind === 'row') return { segments: block.cells.flat().flatMap(({ segments }) => segments), insert: null, remove: null, style: null };
  const { segments, insert, remove, style } = block.paragraph;
  return { segments, insert, remove, style };
}

function listUnsupported(reader: BlockReader, { rejected, accepted }: Pick<Parts, 'rejected' | 'accepted'>, cite: Citer): Unsupported[] {
  const { blocks } = reader;
  const known = new Map<number, string>();
  const words = (at: number): string => {
    const found = known.get(at) ?? wordsOfBlock(blocks[at]);
    known.set(at, found);
    return found;
  };
  const entry = (code: Unsupported['code'], block: number, mark: Mark, text = words(block)): Unsupported => ({ code, ...mark, words: text, citation: cite(block, 0) });
  return [
    ...rejected.joined.map(({ block, mark }) => entry('split-paragraph', block, mark)),
    ...accepted.joined.map(({ block, mark }) => entry('joined-paragraphs', block, mark)),
    ...blocks.flatMap((block, i) => block.formats.map(({ mark, text }) => entry('format', i, mark, text.trim().slice(0, 200)))),
    ...reader.oddities.map(({ code, mark, block }) => entry(code, block, mark)),
  ];
}

function wordsOfBlock(block: Block | undefined): string {
  if (block === undefined) return '';
  const paragraphs = block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat();
  return paragraphs.map((one) => wordsOf(one, 'accepted')).join(' ').trim().slice(0, 200);
}

function readComments(root: XmlNode | null): CommentText[] {
  const context = createRunContext();
  return (root?.children ?? []).filter((one) => one.name === 'w:comment').map((one) => {
    const text = one.children.filter((part) => part.name === 'w:p').map((part) => readRuns(part, context)).join('\n').trim();
    return { id: one.attributes['w:id'] ?? '', author: one.attributes['w:author'] ?? '', date: (one.attributes['w:date'] ?? '').replace(/\.0+(?=Z$)/, ''), text };
  });
}

/** Footnotes stand at the end, in the order in which they are referred to. */
function readFootnotes(reader: BlockReader, file: DocxPackage): void {
  for (const { number, node } of referredNotes(file, reader.context)) {
    const known = reader.references.length;
    const cells = [readCell(reader, node, 0)];
    reader.blocks.push({ kind: 'row', label: `[${number}]`, cells, formats: reader.formats.splice(0), references: reader.references.slice(known) });
  }
}
