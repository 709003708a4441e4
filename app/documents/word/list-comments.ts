import type { Citer } from './cite-lines.ts';
import type { Block } from './tracked-blocks.ts';
import type { Segment } from './tracked-segments.ts';

export type CommentText = { id: string; author: string; date: string; text: string };

/** A comment with the words it is anchored to, as they read in the new text; struck words where nothing else is left. */
export type WordComment = Omit<CommentText, 'id'> & { words: string; citation: string };

type Anchor = { block: number; segments: Segment[]; breaks: Set<Segment> };

export function listComments(blocks: readonly Block[], comments: readonly CommentText[], cite: Citer): WordComment[] {
  const anchors = new Map<string, Anchor>();
  blocks.forEach((block, at) => {
    const paragraphs = block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat();
    for (const { segments } of paragraphs) collect(segments, at, anchors);
    for (const id of block.references) if (!anchors.has(id)) anchors.set(id, { block: at, segments: [], breaks: new Set() });
  });
  return comments.map(({ id, ...comment }) => {
    const anchor = anchors.get(id);
    return { ...comment, words: anchor === undefined ? '' : wordsOf(anchor), citation: anchor === undefined ? '' : cite(anchor.block, 0) };
  });
}

function collect(segments: readonly Segment[], at: number, anchors: Map<string, Anchor>): void {
  const begun = new Set<string>();
  for (const segment of segments) {
    for (const id of segment.comments) {
      const anchor = anchors.get(id) ?? { block: at, segments: [], breaks: new Set<Segment>() };
      if (!begun.has(id) && anchor.segments.length > 0) anchor.breaks.add(segment);
      begun.add(id);
      anchor.segments.push(segment);
      anchors.set(id, anchor);
    }
  }
}

function wordsOf({ segments, breaks }: Anchor): string {
  const print = (kept: (segment: Segment) => boolean): string =>
    segments.map((segment) => `${breaks.has(segment) ? '\n' : ''}${kept(segment) ? segment.text : ''}`).join('').replace(/\n{2,}/g, '\n').trim();
  const next = print((segment) => segment.remove === null);
  return next === '' ? print((segment) => segment.insert === null) : next;
}
