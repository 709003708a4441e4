import { previewChanges } from '#app/consultations/write-version.server.ts';
import type { DraftChange, NextUnit } from '#app/consultations/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import { planCarries, type CarriedRemark } from './carry-plan.ts';
import { clausesOf, type Decidable } from './load-decidable.server.ts';
import { loadOpenRemarks } from './open-remarks.server.ts';
import type { Decision } from '#app/consultations/remark-state.ts';
import { planRuling, type FinalText, type PlanError } from './ruling-plan.ts';
import { placed } from './carry-remarks.server.ts';
import { concernedClauses, touchedClauses, type PlacedUnit } from './touched.ts';

export type RulingEffects = { units: NextUnit[]; changes: DraftChange[]; carried: CarriedRemark[] };
export type PreviewResult = { ok: true; value: RulingEffects } | { ok: false; error: PlanError };

/** What a decision would do, without writing anything: the text with its printed marks, and the fit of every open remark touched. */
export async function previewRuling(
  db: Db,
  input: { decidable: Decidable; decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<PreviewResult> {
  const { draft, remark, operations } = input.decidable;
  const plan = planRuling({ decision: input.decision, operations, finals: input.finals, anchors: clausesOf(input.decidable) });
  if (!plan.ok) return { ok: false, error: plan.error };
  const units = previewChanges(draft, plan.changes);
  const touched = touchedClauses(draft.units.map(placed), units.map((unit) => placedNext(unit, units)));
  const remarks = await loadOpenRemarks(db, { consultationId: draft.consultationId, clauseIds: concernedClauses(touched), except: remark.id });
  return {
    ok: true,
    value: {
      units, carried: planCarries(remarks, touched, units), changes: plan.changes,
    },
  };
}

function placedNext(unit: NextUnit, units: readonly NextUnit[]): PlacedUnit {
  return { clauseId: unit.clauseId, revisionId: unit.revisionId, parentId: unit.parent === null ? null : (units[unit.parent]?.clauseId ?? null) };
}
