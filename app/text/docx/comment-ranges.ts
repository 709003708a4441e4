/** Places in the order of the document, counted in pieces of words: from the first up to, not with, the last. */
export type CommentRange = { from: number; to: number };

/**
 * Where comments begin and end. A comment over twenty thousand pieces is two numbers, not a note on each of them: five
 * thousand such comments are ten thousand numbers.
 */
export type CommentRanges = {
  /** Finished and open ones by the id of the comment. */
  byId: Map<string, { ranges: CommentRange[]; openFrom: number | null }>;
  /** Pieces so far. */
  pieces: number;
  /** Beginnings and ends so far: words between two of them belong to the same comments. */
  events: number;
};

export function createCommentRanges(): CommentRanges {
  return { byId: new Map(), pieces: 0, events: 0 };
}

export function openComment(all: CommentRanges, id: string): void {
  const known = all.byId.get(id) ?? { ranges: [], openFrom: null };
  known.openFrom ??= all.pieces;
  all.byId.set(id, known);
  all.events += 1;
}

/** An end without a beginning is none. */
export function closeComment(all: CommentRanges, id: string): void {
  const known = all.byId.get(id);
  if (known === undefined || known.openFrom === null) return;
  if (all.pieces > known.openFrom) known.ranges.push({ from: known.openFrom, to: all.pieces });
  known.openFrom = null;
  all.events += 1;
}

/** Comments whose end is missing reach to the end of the document. */
export function closeAll(all: CommentRanges): void {
  for (const id of all.byId.keys()) closeComment(all, id);
}
