import { DocxError } from '#app/text/docx/zip.ts';
import type { Citer } from './cite-lines.ts';
import type { Block } from '#app/text/docx/blocks.ts';
import type { CommentRange, CommentRanges } from '#app/text/docx/comment-ranges.ts';
import type { CommentText } from '#app/text/docx/story.ts';
import type { Segment } from '#app/text/docx/walk.ts';

/** A comment with the words it is anchored to, as they read in the new text; struck words where nothing else is left. */
export type WordComment = Omit<CommentText, 'id'> & { words: string; citation: string };

/** Comments of one document: more than anybody reads. */
const MAX_COMMENTS = 20_000;
/** All words that comments are about, together; what lies under several comments counts for each. */
const MAX_WORDS = 16_000_000;

/** Throws DocxError where comments, or the words of all of them, are more than a document of ours can hold: before any work on them. */
export function requireCommentsWithin(
  blocks: readonly Block[],
  comments: readonly CommentText[],
  ranges: CommentRanges,
): void {
  if (comments.length > MAX_COMMENTS)
    throw new DocxError(`the document holds more than ${MAX_COMMENTS} comments`, 'too-big');
  const next = strip(piecesOf(blocks), (segment) => segment.remove === null);
  let left = MAX_WORDS;
  for (const { id } of comments) {
    left -= lengthOf(next, ranges.byId.get(id)?.ranges ?? []);
    if (left < 0) throw new DocxError(`the comments are about more than ${MAX_WORDS} characters together`, 'too-big');
  }
}

/** Every comment with its words. Comments within their bounds are asked for. */
export function listComments(
  blocks: readonly Block[],
  comments: readonly CommentText[],
  { cite, ranges }: { cite: Citer; ranges: CommentRanges },
): WordComment[] {
  const pieces = piecesOf(blocks);
  const next = strip(pieces, (segment) => segment.remove === null);
  const old = strip(pieces, (segment) => segment.insert === null);
  const references = referencesOf(blocks);
  return comments.map(({ id, ...comment }) => {
    const own = ranges.byId.get(id)?.ranges ?? [];
    const block = own.length > 0 ? pieces[own[0]!.from]?.block : references.get(id);
    return {
      ...comment,
      words: wordsAt(next, own, pieces) || wordsAt(old, own, pieces),
      citation: block === undefined ? '' : cite(block, 0),
    };
  });
}

type Piece = { segment: Segment; block: number; paragraph: number };

/** All pieces of words in the order in which they were read. */
function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = [];
  let paragraph = 0;
  blocks.forEach((block, at) => {
    for (const { segments } of block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat()) {
      paragraph += 1;
      for (const segment of segments) pieces[segment.place] = { segment, block: at, paragraph };
    }
  });
  return pieces;
}

function referencesOf(blocks: readonly Block[]): Map<string, number> {
  const found = new Map<string, number>();
  blocks.forEach(({ references }, at) => references.forEach((id) => found.has(id) || found.set(id, at)));
  return found;
}

/** One reading of the whole document, each paragraph on a line of its own, and where each piece stands in it. */
type Strip = { text: string; starts: number[] };

function strip(pieces: readonly (Piece | undefined)[], kept: (segment: Segment) => boolean): Strip {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  let paragraph = 0;
  for (const piece of pieces) {
    const lineBreak = piece !== undefined && piece.paragraph !== paragraph ? '\n' : '';
    paragraph = piece?.paragraph ?? paragraph;
    parts.push(lineBreak, piece !== undefined && kept(piece.segment) ? piece.segment.text : '');
    starts.push(length + lineBreak.length);
    length += lineBreak.length + parts.at(-1)!.length;
  }
  starts.push(length);
  return { text: parts.join(''), starts };
}

const spanOf = ({ starts }: Strip, { from, to }: CommentRange): [number, number] => [
  starts[from] ?? 0,
  starts[to] ?? starts.at(-1)!,
];

function lengthOf(strip: Strip, ranges: readonly CommentRange[]): number {
  return ranges.reduce((sum, range) => sum + spanOf(strip, range)[1] - spanOf(strip, range)[0], 0);
}

function wordsAt(strip: Strip, ranges: readonly CommentRange[], pieces: readonly (Piece | undefined)[]): string {
  const parts = ranges.map((range, i) => {
    const before = pieces[(ranges[i - 1]?.to ?? 0) - 1]?.paragraph;
    const isApart = i > 0 && before !== pieces[range.from]?.paragraph;
    return `${isApart ? '\n' : ''}${strip.text.slice(...spanOf(strip, range))}`;
  });
  return parts
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
