import type { DraftChange, NextUnit } from '#app/consultations/draft.ts';
import { nextText, notedReferences } from '#app/consultations/next-text.ts';
import type { Decision } from '#app/consultations/remark-state.ts';
import type { VersionChange } from '#app/consultations/version-note.ts';
import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { clausesOf, type Decidable } from './load-decidable.server.ts';
import { previewCarries } from './preview-carries.server.ts';
import { planRuling, type FinalText, type PlanError } from './ruling-plan.ts';

export type RulingEffects = {
  units: readonly NextUnit[];
  changes: DraftChange[];
  carried: CarriedRemark[];
  /** References that follow their units, and those that would lead nowhere. */
  references: VersionChange[];
};
export type PreviewResult = { ok: true; value: RulingEffects } | { ok: false; error: PlanError };

/** What a decision would do, without writing anything: the text with its printed marks, and the fit of every open remark touched. */
export async function previewRuling(
  db: Db,
  input: { decidable: Decidable; decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<PreviewResult> {
  const { draft, remark, operations } = input.decidable;
  const plan = planRuling({ decision: input.decision, operations, finals: input.finals, anchors: clausesOf(input.decidable), units: draft.units });
  if (!plan.ok) return { ok: false, error: plan.error };
  const { changes } = plan;
  const next = nextText(draft, changes);
  if (!next.ok) return { ok: false, error: { code: 'change-impossible', problem: next.error } };
  const { units } = next.value;
  return {
    ok: true,
    value: {
      units, carried: await previewCarries(db, { draft, units, changes, except: remark.id }), references: notedReferences(next.value),
      changes,
    },
  };
}
