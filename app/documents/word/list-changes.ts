import type { Citer } from './cite-lines.ts';
import type { Block } from '#app/text/docx/blocks.ts';
import { sameMark, type Mark } from '#app/text/docx/marks.ts';
import type { Segment } from '#app/text/docx/walk.ts';

type ChangeKind = 'insert' | 'delete' | 'move-from' | 'move-to' | 'format';

export type TrackedChange = { kind: ChangeKind; author: string; date: string; text: string; citation: string };

type Listed = { block: number; change: TrackedChange };

/** Every insertion, deletion and move; words changed in one go are one change even where the file cut them up. */
export function listChanges(blocks: readonly Block[], cite: Citer): Listed[] {
  return blocks.flatMap((block, at) => {
    const paragraphs = block.kind === 'paragraph' ? [block.paragraph] : block.cells.flat();
    return paragraphs.flatMap(({ segments }) =>
      changesOf(segments, (lines) => cite(at, lines)).map((change) => ({ block: at, change })),
    );
  });
}

function changesOf(segments: readonly Segment[], cite: (lines: number) => string): TrackedChange[] {
  const changes: TrackedChange[] = [];
  let open: Segment | null = null;
  let lines = 0;
  for (const segment of segments) {
    const isSame: boolean =
      open !== null &&
      sameMark(open.insert, segment.insert) &&
      sameMark(open.remove, segment.remove) &&
      open.moved === segment.moved;
    const marks = marksOf(segment);
    if (isSame) changes.slice(changes.length - marks.length).forEach((change) => (change.text += segment.text));
    else changes.push(...marks.map(({ kind, mark }) => ({ kind, ...mark, text: segment.text, citation: cite(lines) })));
    open = segment;
    lines += segment.text.split('\n').length - 1;
  }
  return changes;
}

/** Words that one inserted and another removed are two changes. */
function marksOf({ insert, remove, moved }: Segment): { kind: ChangeKind; mark: Mark }[] {
  return [
    ...(insert === null ? [] : [{ kind: moved ? ('move-to' as const) : ('insert' as const), mark: insert }]),
    ...(remove === null ? [] : [{ kind: moved ? ('move-from' as const) : ('delete' as const), mark: remove }]),
  ];
}

export function listFormats(blocks: readonly Block[], cite: Citer): Listed[] {
  return blocks.flatMap((block, at) =>
    block.formats.map(({ mark, text }): Listed => ({
      block: at,
      change: { kind: 'format', ...mark, text, citation: cite(at, 0) },
    })),
  );
}
