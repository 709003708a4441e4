/** The work on amendments that takes longer the longer their words are, each as one function of plain data for the threads. */
import type { DraftChange, DraftUnit } from '#app/consultations/draft.ts';
import { nextText } from '#app/consultations/next-text.ts';
import { type ChangedUnit, changedUnits } from './deciding/changed-units.ts';
import type { ClauseConflict, NumberedChanges } from './deciding/combine-changes.ts';
import { textTogether, type TextTogether } from './deciding/text-together.ts';
import { type ConflictView, viewConflicts } from './deciding/view-conflicts.ts';
import { type Plan, type PlanInput, planRuling } from './ruling-plan.ts';
import type { NumberedText } from './numbered-text.ts';

export const planRulings = (inputs: readonly PlanInput[]): Plan[] => inputs.map(planRuling);

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
