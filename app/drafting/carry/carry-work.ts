import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { type CarriedRemark, type NewUnit, type OpenOperation, type OpenRemark, planCarries } from './carry-plan.ts';
import { type ChangeStep, type ChangeView, viewChange } from '../remarks/change-view.ts';
import { type Carried, carryProposal, type Proposal, type Target } from './fit.ts';
import {
  type AdjustedWords,
  adjustProposals,
  hasReferences,
  type ProposedWords,
  type ReferredUnit,
} from './proposal-references.ts';
import { placedUnits, type Touched, touchedClauses } from './touched.ts';

export type MovedViews = {
  carried: Carried;
  now: ChangeView | null;
  yours: ChangeView | null;
  theirs: ChangeView | null;
};

/** A proposal carried over to the unit as it is now (`text` null: gone), and both seen as changes. */
export function viewMoved({
  proposal,
  text,
  shown,
}: {
  proposal: Proposal;
  text: string | null;
  shown: Pick<ChangeStep, 'citation' | 'mark' | 'locale'>;
}): MovedViews {
  const target: Target = text === null ? null : { text, isSubtreeChanged: true, added: [] };
  const carried = carryProposal(proposal, target);
  const { op, base, after } = proposal;
  return {
    carried,
    yours: viewChange({ ...shown, op, before: base, after }),
    now: text === null ? null : viewChange({ ...shown, op: 'replace', before: base, after: text }),
    theirs:
      text === null || carried.after === null ? null : viewChange({ ...shown, op, before: text, after: carried.after }),
  };
}

/** How changes written on an earlier text stand to the newest one; the numbers in their words follow. */
export function carryLateOnes({
  before,
  after,
  open,
  merged,
}: {
  before: readonly DraftUnit[];
  after: readonly DraftUnit[];
  open: readonly OpenOperation[];
  merged: ReadonlySet<string>;
}): CarriedRemark | null {
  const types = new Map(before.map(({ clauseId, type }) => [clauseId, type]));
  const worded = open.flatMap(({ id, clauseId, wordings: [filed] }) =>
    filed?.after
      ? [{ id, clauseId, type: types.get(clauseId) ?? ('text' as const), after: filed.after, rest: filed.rest ?? null }]
      : [],
  );
  const adjusted = adjustProposals(before, after, worded.filter(hasReferences));
  const touched = touchedClauses(placedUnits(before), placedUnits(after));
  const [remark] = planCarries(
    [{ id: '', number: 0, fit: 'unchanged', operations: open }],
    touched,
    after.map((unit) => ({ ...unit, parentId: unit.parentClauseId })),
    { merged, adjusted },
  );
  return remark ?? null;
}

export type Carrying = {
  remarks: readonly OpenRemark[];
  touched: Touched;
  after: readonly NewUnit[];
  merged: ReadonlySet<string>;
  adjusted: ReadonlyMap<string, AdjustedWords>;
};

export function carryAmendments({ remarks, touched, after, merged, adjusted }: Carrying): CarriedRemark[] {
  return planCarries(remarks, touched, after, { merged, adjusted });
}

export function adjust({
  before,
  after,
  proposals,
}: {
  before: readonly ReferredUnit[];
  after: readonly ReferredUnit[];
  proposals: readonly ProposedWords[];
}): Map<string, AdjustedWords> {
  return adjustProposals(before, after, proposals.filter(hasReferences));
}
