import { mergeText, type TextConflict } from '#app/text/merge-text.ts';
import type { Fit, OperationKind } from './remark.ts';

/** The last wording an operation had, and the words of the clause it was written on. */
export type Proposal = { op: OperationKind; base: string; after: string | null };

/** The clause in the newest text. `isSubtreeChanged`: it or something under it differs from what the proposal was written on. */
export type Target = { text: string; isSubtreeChanged: boolean } | null;

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
      return target ? { fit: 'unchanged', after: proposal.after, conflicts: [] } : conflict([]);
    case 'replace':
      return target ? carryWords(proposal.base, proposal.after ?? '', target.text) : conflict([]);
  }
}

function carryWords(base: string, after: string, current: string): Carried {
  if (after === current) return { fit: 'contained', after, conflicts: [] };
  if (current === base) return { fit: 'unchanged', after, conflicts: [] };
  const merge = mergeText(base, [current, after]);
  if (merge.text === null) return conflict(merge.conflicts);
  // Everything the author asked for is there already, next to other changes.
  if (merge.text === current) return { fit: 'contained', after: current, conflicts: [] };
  return { fit: 'adapted', after: merge.text, conflicts: [] };
}

function conflict(conflicts: TextConflict[]): Carried {
  return { fit: 'conflict', after: null, conflicts };
}
