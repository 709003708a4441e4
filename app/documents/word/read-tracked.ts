import type { Block } from '#app/text/docx/blocks.ts';
import type { Finding } from '#app/text/docx/findings.ts';
import type { Mark } from '#app/text/docx/marks.ts';
import { printReading, wordsOf, type Printed } from '#app/text/docx/print-reading.ts';
import { readStory, type Story } from '#app/text/docx/story.ts';
import type { Segment } from '#app/text/docx/walk.ts';
import { citeLines, type Citer } from './cite-lines.ts';
import { listChanges, listFormats, type TrackedChange } from './list-changes.ts';
import { listComments, requireCommentsWithin, type WordComment } from './list-comments.ts';

type SaidKind = Exclude<Finding['kind'], 'page-number'>;

/** Something in the file that no clause can take over, with the words it is about. */
export type Unsupported = {
  code: 'split-paragraph' | 'joined-paragraphs' | 'format' | 'numbering' | 'table' | 'section' | SaidKind;
  author: string;
  date: string;
  words: string;
  citation: string;
};

/** One paragraph or table row with its marked words, for mapping to an act. `citation` is empty outside the units. */
export type ReadParagraph = {
  segments: Segment[];
  insert: Mark | null;
  remove: Mark | null;
  style: string | null;
  citation: string;
};

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
  return readTracked(readStory(bytes));
}

/** The same of a document that has been read. */
export function readTracked(story: Story): TrackedReading {
  const { blocks, comments, ranges, styles } = story;
  requireCommentsWithin(blocks, comments, ranges);
  // Each reading counts its automatic numbers itself.
  const rejected = printReading(blocks, 'rejected', { styles, numbering: story.numbering() });
  const accepted = printReading(blocks, 'accepted', { styles, numbering: story.numbering() });
  const cite = citeLines(rejected, accepted);
  return {
    text: rejected.text,
    accepted: accepted.text,
    changes: [...listChanges(blocks, cite), ...listFormats(blocks, cite)]
      .sort((a, b) => a.block - b.block)
      .map((one) => one.change),
    comments: listComments(blocks, comments, { cite, ranges }),
    unsupported: listUnsupported(story, { rejected, accepted }, cite),
    paragraphs: blocks.map((block, i): ReadParagraph => ({ ...paragraphOf(block), citation: cite(i, 0) })),
  };
}

function paragraphOf(block: Block): Omit<ReadParagraph, 'citation'> {
  if (block.kind === 'row')
    return {
      segments: block.cells.flat().flatMap(({ segments }) => segments),
      insert: null,
      remove: null,
      style: null,
    };
  const { segments, insert, remove, style } = block.paragraph;
  return { segments, insert, remove, style };
}

function listUnsupported(
  { blocks, oddities, findings }: Story,
  { rejected, accepted }: { rejected: Printed; accepted: Printed },
  cite: Citer,
): Unsupported[] {
  const known = new Map<number, string>();
  const words = (at: number): string => {
    const found = known.get(at) ?? wordsOfBlock(blocks[at]);
    known.set(at, found);
    return found;
  };
  const entry = (code: Unsupported['code'], block: number, mark: Mark, text = words(block)): Unsupported => ({
    code,
    ...mark,
    words: text,
    citation: cite(block, 0),
  });
  return [
    ...rejected.joined.map(({ block, mark }) => entry('split-paragraph', block, mark)),
    ...accepted.joined.map(({ block, mark }) => entry('joined-paragraphs', block, mark)),
    ...blocks.flatMap((block, i) =>
      block.formats.map(({ mark, text, kind }) => entry(kind, i, mark, text.trim().slice(0, 200))),
    ),
    ...oddities.map(({ code, mark, block }) => entry(code, block, mark)),
    ...findings.filter(isWorthSaying).map(({ kind, words: found, block, mark }): Unsupported => ({
      code: kind,
      author: mark?.author ?? '',
      date: mark?.date ?? '',
      words: found,
      citation: block === null ? '' : cite(block, 0),
    })),
  ];
}

/** Numbers of pages are no words of the document. */
function isWorthSaying(finding: Finding): finding is Finding & { kind: SaidKind } {
  return finding.kind !== 'page-number';
}

function wordsOfBlock(block: Block | undefined): string {
  if (block === undefined) return '';
  const paragraphs = block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat();
  return paragraphs
    .map((one) => wordsOf(one, 'accepted'))
    .join(' ')
    .trim()
    .slice(0, 200);
}
