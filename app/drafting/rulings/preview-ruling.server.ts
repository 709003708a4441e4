import type { DraftChange, NextUnit } from '#app/drafting/acts/draft.ts';
import { notedReferences } from '#app/drafting/acts/next-text.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { VersionChange } from '#app/drafting/acts/version-note.ts';
import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from '../carry/carry-plan.ts';
import type { Decidable } from './load-decidable.server.ts';
import { planOfOne } from './plan-ruling.server.ts';
import { previewCarries } from '../carry/preview-carries.server.ts';
import type { FinalText, PlanError } from './ruling-plan.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';

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
  const { draft, remark } = input.decidable;
  const plan = await planOfOne(input);
  if (!plan.ok) return { ok: false, error: plan.error };
  const { changes } = plan;
  const next = await nextTextOf(draft, changes);
  if (!next.ok) return { ok: false, error: { code: 'change-impossible', problem: next.error } };
  const { units } = next.value;
  return {
    ok: true,
    value: {
      units,
      carried: await previewCarries(db, { draft, units, changes, except: [remark.id] }),
      references: notedReferences(next.value),
      changes,
    },
  };
}
