import { diffClauses, present, type Act, type ClauseChange } from '#app/text/index.ts';
import { EXPLAINER } from '../model/placing.ts';
import {
  actParagraphs,
  type ActParagraph,
  type DocumentProperties,
  type TrackedComment,
  type Revision,
  type TrackedDocument,
  type TrackedParagraph,
  type TrackedRun,
} from '../model/tracked-document.ts';

/**
 * The text of `current` with every difference from `base` as a tracked change of one author. Paragraphs that stand
 * elsewhere with the same words are moves; moved and reworded ones are a deletion and an insertion. Rejecting all
 * changes gives `base`, accepting them `current`.
 */
export function redline(
  base: Act,
  current: Act,
  options: {
    by: Revision;
    properties: DocumentProperties;
    /** By the id of a unit of either text, what made it differ: a comment at the change. */
    why?: { base: Readonly<Record<string, string>>; current: Readonly<Record<string, string>> };
  },
): TrackedDocument {
  const before = actParagraphs(base);
  const after = actParagraphs(current);
  const { clauses } = diffClauses(
    before.map(({ text }) => ({ text })),
    after.map(({ text }) => ({ text })),
  );
  const isMoved = (change: ClauseChange): boolean => change.change === 'moved' || change.change === 'moved-changed';
  const paragraphs: TrackedParagraph[] = [];
  const comments: TrackedComment[] = [];
  const explained = (paragraph: TrackedParagraph, change: ClauseChange): TrackedParagraph => {
    const [old, now] = [
      change.before === null ? null : before[change.before]!,
      change.after === null ? null : after[change.after]!,
    ];
    const text = options.why?.current[now?.block.unit?.id ?? ''] ?? options.why?.base[old?.block.unit?.id ?? ''] ?? '';
    // What did not change says nothing.
    const isChanged = paragraph.runs.some(({ insert, remove }) => insert !== undefined || remove !== undefined);
    if (text === '' || !isChanged) return paragraph;
    const id = comments.length;
    comments.push({ id, author: EXPLAINER, date: options.by.date, text });
    return { ...paragraph, runs: paragraph.runs.map((run) => ({ ...run, comments: [...run.comments, id] })) };
  };
  const leaving = clauses
    .filter((change) => change.before !== null && (change.after === null || isMoved(change)))
    .sort((a, b) => a.before! - b.before!);
  /** What the old text has in front of a paragraph that stays stands in front of it here too: rejecting gives the old order. */
  const addLeavingBefore = (limit: number): void => {
    while (leaving.length > 0 && leaving[0]!.before! < limit) {
      const change = leaving.shift()!;
      paragraphs.push(explained(leavingParagraph(before[change.before!]!, change, options.by), change));
    }
  };
  for (const change of clauses) {
    if (change.after === null) continue;
    if (change.before === null || isMoved(change)) {
      paragraphs.push(explained(comingParagraph(after[change.after]!, change, options.by), change));
      continue;
    }
    addLeavingBefore(change.before);
    paragraphs.push(explained(reworded(after[change.after]!, change, options.by), change));
  }
  addLeavingBefore(Number.POSITIVE_INFINITY);
  return { properties: options.properties, paragraphs, comments };
}

function leavingParagraph(paragraph: ActParagraph, change: ClauseChange, by: Revision): TrackedParagraph {
  return whole(paragraph, { remove: by, ...(change.change === 'moved' ? { move: moveName(change) } : {}) });
}

function comingParagraph(paragraph: ActParagraph, change: ClauseChange, by: Revision): TrackedParagraph {
  return whole(paragraph, { insert: by, ...(change.change === 'moved' ? { move: moveName(change) } : {}) });
}

function moveName(change: ClauseChange): string {
  return `move${change.before! + 1}`;
}

function whole(
  paragraph: ActParagraph,
  mark: { insert?: Revision; remove?: Revision; move?: string },
): TrackedParagraph {
  const { kind, labelLength, text, block } = paragraph;
  const { move, ...revision } = mark;
  return {
    kind,
    citation: block.unit?.citation ?? '',
    labelLength,
    runs: [{ text, ...mark, comments: [] }],
    ...revision,
  };
}

function reworded({ kind, labelLength, block }: ActParagraph, change: ClauseChange, by: Revision): TrackedParagraph {
  const runs = present(change.spans).spans.map((span): TrackedRun => ({
    text: span.text,
    comments: [],
    ...(span.op === 'insert' ? { insert: by } : span.op === 'delete' ? { remove: by } : {}),
  }));
  const isLabelKept =
    runs[0] !== undefined &&
    runs[0].insert === undefined &&
    runs[0].remove === undefined &&
    runs[0].text.length >= labelLength;
  return { kind, citation: block.unit?.citation ?? '', labelLength: isLabelKept ? labelLength : 0, runs };
}
