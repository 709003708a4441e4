import { mergeText, type TextConflict } from '#app/text/merge/merge-text.ts';
import { sameWording } from '#app/text/diff/tokens.ts';
import type { Fit, OperationKind } from '../state/remark.ts';

/** The last wording an operation had, and the words of the clause it was written on. */
export type Proposal = {
  op: OperationKind;
  base: string;
  after: string | null;
  /** Words of the second unit of a split. */
  rest?: string | null;
  /** merge: words of the unit taken in, as the proposal was written. */
  targetBase?: string | null;
};

/**
 * The clause in the newest text. `isSubtreeChanged`: it or something under it differs from what the proposal was written
 * on; `added`: words of the units that were put right after it meanwhile.
 */
export type Present = {
  text: string;
  isSubtreeChanged: boolean;
  added: readonly string[];
  /** It stands elsewhere since this version. */
  hasMoved?: boolean;
  /** The unit the proposal names besides: where it goes, or what it takes in. Null when that is gone. */
  other?: { text: string; isRightBefore: boolean; isSibling: boolean } | null;
};

/** Null when the clause is gone; `merged` when its words went into another one. */
export type Target = Present | 'merged' | null;

export type Carried = {
  fit: Fit;
  /** The whole new wording on the newest text; null for a deletion and in conflict. */
  after: string | null;
  /** split: words of the second unit. */
  rest?: string | null;
  conflicts: TextConflict[];
};

/**
 * Carries a proposal over to the newest text. Words are merged by the engine; when the clause's words have moved at all the
 * result is `adapted`, never `unchanged`, because the author has not seen the whole of it. What was taken into another
 * unit or stands elsewhere is never guessed at: a conflict, or a question to the author.
 */
export function carryProposal(proposal: Proposal, target: Target): Carried {
  if (proposal.op === 'none') return done('unchanged', null);
  // A unit joined with another one is not deleted: its words live on.
  if (target === 'merged') return conflict([]);
  if (!target) return proposal.op === 'delete' ? done('contained', null) : conflict([]);
  switch (proposal.op) {
    case 'delete':
      return done(target.isSubtreeChanged ? 'adapted' : 'unchanged', null);
    case 'insert-after':
      return carryInsertion(proposal.after ?? '', target);
    case 'replace':
      return carryWords(proposal.base, proposal.after ?? '', target.text);
    case 'move':
      return carryMove(target);
    case 'split':
      return carrySplit(proposal, target);
    case 'merge':
      return carryMerge(proposal, target);
  }
}

/** A new unit does not depend on the words of its anchor, but it does on where that stands. */
function carryInsertion(after: string, { added, hasMoved }: Present): Carried {
  if (added.some((text) => sameWording(text, after))) return done('contained', after);
  return done(hasMoved ? 'adapted' : 'unchanged', after);
}

function carryWords(base: string, after: string, current: string): Carried {
  if (sameWording(after, current)) return done('contained', after);
  if (current === base) return done('unchanged', after);
  const merge = mergeText(base, [current, after]);
  if (merge.text === null) return conflict(merge.conflicts);
  // Everything the author asked for is there already, next to other changes.
  if (sameWording(merge.text, current)) return done('contained', current);
  return done('adapted', merge.text);
}

function carryMove({ other, hasMoved }: Present): Carried {
  if (!other) return conflict([]);
  if (other.isRightBefore) return done('contained', null);
  return hasMoved ? conflict([]) : done('unchanged', null);
}

/** Where the second unit begins, while both parts are merged as one text. No legal text has this sign. */
const seam = '\u241e';

function carrySplit({ base, after, rest }: Proposal, { text, added }: Present): Carried {
  const [first, second] = [after ?? '', rest ?? ''];
  if (sameWording(text, first) && added.some((words) => sameWording(words, second)))
    return { ...done('contained', first), rest: second };
  if (text === base) return { ...done('unchanged', first), rest: second };
  const merge = mergeText(base, [text, `${first} ${seam} ${second}`]);
  if (merge.text === null) return conflict(merge.conflicts);
  const parts = merge.text.split(seam).map((part) => part.trim());
  if (parts.length !== 2 || parts.includes('')) return conflict([]);
  return { ...done('adapted', parts[0]!), rest: parts[1]! };
}

function carryMerge({ base, targetBase, after }: Proposal, { text, other }: Present): Carried {
  if (!other || !other.isSibling) return conflict([]);
  if (text === base && other.text === targetBase) return done('unchanged', after);
  const merge = mergeText(`${base} ${targetBase ?? ''}`, [`${text} ${other.text}`, after ?? '']);
  return merge.text === null ? conflict(merge.conflicts) : done('adapted', merge.text);
}

function done(fit: Exclude<Fit, 'conflict'>, after: string | null): Carried {
  return { fit, after, conflicts: [] };
}

function conflict(conflicts: TextConflict[]): Carried {
  return { fit: 'conflict', after: null, conflicts };
}
