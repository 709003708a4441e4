/** The work on amendments that takes longer the longer their words are, each as one function of plain data for the threads. */
import type { DraftChange, DraftUnit } from '#app/consultations/draft.ts';
import { nextText } from '#app/consultations/next-text.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { provenance, type Origin, type SourcedVersion } from '#app/text/provenance.ts';
import { planCarries, type CarriedRemark, type NewUnit, type OpenOperation, type OpenRemark } from './carry-plan.ts';
import { viewChange, type ChangeStep, type ChangeView } from './change-view.ts';
import { citationsByClause } from './clause-names.ts';
import { changedUnits, type ChangedUnit } from './deciding/changed-units.ts';
import type { ClauseConflict, NumberedChanges } from './deciding/combine-changes.ts';
import { textTogether, type TextTogether } from './deciding/text-together.ts';
import { viewConflicts, type ConflictView } from './deciding/view-conflicts.ts';
import { editorialText, type EditedText } from './editorial/editorial-text.ts';
import type { EditorialInput } from './editorial/editorial-change.ts';
import { viewImport, type ImportViewResult } from './exchange/import-form.ts';
import { carryProposal, type Carried, type Proposal, type Target } from './fit.ts';
import { adjustProposals, hasReferences, type AdjustedWords, type ProposedWords, type ReferredUnit } from './proposal-references.ts';
import { planRuling, type Plan, type PlanInput } from './ruling-plan.ts';
import { commentState, type Commented, type CommentState } from './talk/comment-state.ts';
import { placed, touchedClauses, type Touched } from './touched.ts';
import { versionChanges } from './version-changes.ts';
import { fateOfWords } from './words/fate-of-words.ts';

/** A text as changes are made to it. */
export type NumberedText = { units: readonly DraftUnit[]; numbering: 'draft' | 'adopted' };

export const viewChanges = (steps: readonly ChangeStep[]): (ChangeView | null)[] => steps.map(viewChange);

/** What one version changed against the one before, with the names its units have in both. */
export function viewVersionChanges({ before, after, locale }: { before: readonly DraftUnit[]; after: readonly DraftUnit[]; locale: Locale }): ChangeView[] {
  return versionChanges(before, after, { before: citationsByClause(before), after: citationsByClause(after), locale });
}

export type MovedViews = { carried: Carried; now: ChangeView | null; yours: ChangeView | null; theirs: ChangeView | null };

/** A proposal carried over to the unit as it is now (`text` null: gone), and both seen as changes. */
export function viewMoved({ proposal, text, shown }: { proposal: Proposal; text: string | null; shown: Pick<ChangeStep, 'citation' | 'mark' | 'locale'> }): MovedViews {
  const target: Target = text === null ? null : { text, isSubtreeChanged: true, added: [] };
  const carried = carryProposal(proposal, target);
  const { op, base, after } = proposal;
  return {
    carried, yours: viewChange({ ...shown, op, before: base, after }), now: text === null ? null : viewChange({ ...shown, op: 'replace', before: base, after: text }),
    theirs: text === null || carried.after === null ? null : viewChange({ ...shown, op, before: text, after: carried.after }),
  };
}

/** The printed mark a new unit would get; '' where it cannot stand. */
export function markInsertion({ draft, change }: { draft: NumberedText; change: DraftChange }): string {
  const next = nextText(draft, [change]);
  return next.ok ? (next.value.units.find(({ clauseId }) => clauseId === null)?.label ?? '') : '';
}

/** How changes written on an earlier text stand to the newest one; the numbers in their words follow. */
export function carryLateOnes({ before, after, open, merged }: { before: readonly DraftUnit[]; after: readonly DraftUnit[]; open: readonly OpenOperation[]; merged: ReadonlySet<string> }): CarriedRemark | null {
  const types = new Map(before.map(({ clauseId, type }) => [clauseId, type]));
  const worded = open.flatMap(({ id, clauseId, wordings: [filed] }) => (filed?.after ? [{ id, clauseId, type: types.get(clauseId) ?? ('text' as const), after: filed.after, rest: filed.rest ?? null }] : []));
  const adjusted = adjustProposals(before, after, worded.filter(hasReferences));
  const touched = touchedClauses(before.map(placed), after.map(placed));
  const [remark] = planCarries([{ id: '', number: 0, fit: 'unchanged', operations: open }], touched, after.map((unit) => ({ ...unit, parentId: unit.parentClauseId })), { merged, adjusted });
  return remark ?? null;
}

export function traceWords({ history, clauseId }: { history: readonly SourcedVersion<number>[]; clauseId: string }): Origin<number>[] {
  return provenance(history).find(({ id }) => id === clauseId)?.origins ?? [];
}

export function followWords({ texts, ranges }: { texts: Parameters<typeof fateOfWords>[0]; ranges: Parameters<typeof fateOfWords>[1] }): ReturnType<typeof fateOfWords> {
  return fateOfWords(texts, ranges);
}

export const stateComments = (comments: readonly Commented[]): CommentState[] => comments.map(commentState);

export const planRulings = (inputs: readonly PlanInput[]): Plan[] => inputs.map(planRuling);

export function editText({ draft, change }: { draft: NumberedText; change: EditorialInput }): EditedText {
  return editorialText(draft, change);
}

export function bringTogether({ draft, amendments }: { draft: NumberedText; amendments: readonly NumberedChanges[] }): TextTogether {
  return textTogether(draft, amendments);
}

export function viewConflictsOf({ conflicts, units }: { conflicts: readonly ClauseConflict[]; units: readonly DraftUnit[] }): ConflictView[] {
  return viewConflicts(conflicts, units);
}

/** The units that changes touch, as tracked changes; `after` is made here where it is not there yet. Empty when they cannot be made. */
export function viewChangedUnits({ draft, changes }: { draft: NumberedText; changes: readonly DraftChange[] }): ChangedUnit[] {
  const next = nextText(draft, changes);
  return next.ok ? changedUnits(draft.units, next.value.units, changes) : [];
}

type Carrying = { remarks: readonly OpenRemark[]; touched: Touched; after: readonly NewUnit[]; merged: ReadonlySet<string>; adjusted: ReadonlyMap<string, AdjustedWords> };

export function carryAmendments({ remarks, touched, after, merged, adjusted }: Carrying): CarriedRemark[] {
  return planCarries(remarks, touched, after, { merged, adjusted });
}

export function adjust({ before, after, proposals }: { before: readonly ReferredUnit[]; after: readonly ReferredUnit[]; proposals: readonly ProposedWords[] }): Map<string, AdjustedWords> {
  return adjustProposals(before, after, proposals.filter(hasReferences));
}

export function viewImportedTable({ source, values }: { source: string; values: Parameters<typeof viewImport>[1] }): ImportViewResult {
  return viewImport(source, values);
}
