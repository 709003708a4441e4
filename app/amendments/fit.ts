import { mergeText, type TextConflict } from '#app/text/merge-text.ts';
import { sameWording } from '#app/text/tokens.ts';
import type { Fit, OperationKind } from './remark.ts';

/** The last wording an operation had, and the words of the clause it was written on. */
export type Proposal = { op: OperationKind; base: string; after: string | null };

/**
 * The clause in the newest text. `isSubtreeChanged`: it or something under it differs from what the proposal was written
 * on; `added`: words of the units that were put right after it meanwhile.
 */
export type Target = { text: string; isSubtreeChanged: boolean; added: readonly string[] } | null;

export type Carried = {
  fit: Fit;
  /** The whole new wording on the newest text; null for a deletion and in conflict. */
  after: string | null;
  conflicts: TextConflict[];
};

/**
 * Carries a proposal over to the newest text; `target` is null when the clause is gone.
 * Words are merged by the engine; when the clause's words have moved at all the result is `adapted`, never `unchanged`,
 * because the author has not seen the whole of it. An inserted unit does not depend on the words of its anchor.
 */
export function carryProposal(proposal: Proposal, target: Target): Carried {
  switch (proposal.op) {
    case 'none':
      return { fit: 'unchanged', after: null, conflicts: [] };
    case 'delete':
      if (!target) return { fit: 'contained', after: null, conflicts: [] };
      return { fit: target.isSubtreeChanged ? 'adapted' : 'unchanged', after: null, conflicts: [] };
    case 'insert-after':
      return target ? carryInsertion(proposal.after ?? '', target.added) : conflict([]);
    case 'move':
      return target ? { fit: 'unchanged', after: null, conflicts: [] } : conflict([]);
    case 'split':
    case 'merge':
    case 'replace':
      return target ? carryWords(proposal.base, proposal.after ?? '', target.text) : conflict([]);
  }
}

function carryInsertion(after: string, added: readonly string[]): Carried {
  return { fit: added.some((text) => sameWording(text, after)) ? 'contained' : 'unchanged', after, conflicts: [] };
}

function carryWords(base: string, after: string, current: string): Carried {
  if (sameWording(after, current)) return { fit: 'contained', after, conflicts: [] };
  if (current === base) return { fit: 'unchanged', after, conflicts: [] };
  const merge = mergeText(base, [current, after]);
  if (merge.text === null) return conflict(merge.conflicts);
  // Everything the author asked for is there already, next to other changes.
  if (sameWording(merge.text, current)) return { fit: 'contained', after: current, conflicts: [] };
  return { fit: 'adapted', after: merge.text, conflicts: [] };
}

function conflict(conflicts: TextConflict[]): Carried {
  return { fit: 'conflict', after: null, conflicts };
}
