/** The work on amendments that takes longer the longer their words are, each as one function of plain data for the threads. */
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { type ChangedPair, type ChangedUnit, viewPair } from './changed-units.ts';
import type { ClauseConflict, NumberedChanges } from './combine-changes.ts';
import { textTogether, type TextTogether } from './text-together.ts';
import { type ConflictView, viewConflicts } from './view-conflicts.ts';
import { type Plan, type PlanInput, planRuling } from './ruling-plan.ts';
import type { NumberedText } from '../acts/numbered-text.ts';

export const planRulings = (inputs: readonly PlanInput[]): Plan[] => inputs.map(planRuling);

export function bringTogether({
  draft,
  amendments,
}: {
  draft: NumberedText;
  amendments: readonly NumberedChanges[];
}): TextTogether {
  return textTogether(draft, amendments);
}

export function viewConflictsOf({
  conflicts,
  units,
}: {
  conflicts: readonly ClauseConflict[];
  units: readonly DraftUnit[];
}): ConflictView[] {
  return viewConflicts(conflicts, units);
}

export const viewChangedUnits = (pairs: readonly ChangedPair[]): ChangedUnit[] => pairs.map(viewPair);
