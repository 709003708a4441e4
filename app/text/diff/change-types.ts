/** A unit of the draft as the change engine sees it: its words, and an id that outlives renumbering. */
export interface Clause {
  /** Stable id; may be missing in texts that come from outside, then clauses are matched by content. */
  id?: string;
  text: string;
  /** Depth in the enumeration; a missing level counts as 0. */
  level?: number;
}

export type SpanOp = 'keep' | 'insert' | 'delete';

/**
 * A run of text in a redline. `keep` and `delete` joined give the old text, `keep` and `insert` the new one.
 * Where old and new differ in Unicode composition only, a kept span shows the new form and `before` holds the old one.
 */
export interface Span {
  op: SpanOp;
  text: string;
  before?: string;
}

export type ClauseChangeKind = 'same' | 'changed' | 'inserted' | 'deleted' | 'moved' | 'moved-changed';

export interface ClauseChange {
  /** Id of the clause, null when neither side has one. */
  id: string | null;
  change: ClauseChangeKind;
  /** Index in the old list, null for an inserted clause. */
  before: number | null;
  /** Index in the new list, null for a deleted clause. */
  after: number | null;
  spans: Span[];
}

export interface ClausesDiff {
  clauses: ClauseChange[];
  /** Ids of moved clauses in their new order; clauses without an id are left out. */
  moved: string[];
}

/** One proposal for a disputed place, with the sides (by index) that make it. */
export interface ConflictOption {
  sides: number[];
  text: string;
}

/**
 * Why a human has to decide: words of one place changed in different ways, a deletion against an edit or a move,
 * two places or two levels for one clause, or the same new clause added at two places.
 */
export type ConflictKind = 'words' | 'delete' | 'move' | 'level' | 'place';

export interface MergeConflict {
  kind: ConflictKind;
  /** Id of the clause, null when it has none. */
  clause: string | null;
  /** The disputed words of the base; `from` and `to` are their half-open range in the base text of the clause. */
  base: string;
  from: number;
  to: number;
  ours: string;
  theirs: string;
  /** All proposals, at least two; `ours` and `theirs` are the first two of them. */
  options: ConflictOption[];
}
