import type { NextUnit, DraftChange } from '#app/consultations/draft.ts';
import type { Draft } from '#app/consultations/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { planCarries, type CarriedRemark } from './carry-plan.ts';
import { placed } from './carry-remarks.server.ts';
import { loadOpenRemarks } from './open-remarks.server.ts';
import { followInProposals } from './proposal-references.server.ts';
import { concernedClauses, touchedClauses, type PlacedUnit } from './touched.ts';

/** What would become of the open remarks if the text of `draft` were followed by `units`; nothing is written. */
export async function previewCarries(
  db: Db,
  input: { draft: Draft; units: readonly NextUnit[]; changes: readonly DraftChange[]; except: string | null },
): Promise<CarriedRemark[]> {
  const { draft, units } = input;
  const merged = input.changes.flatMap((change) => (change.op === 'merge' ? [change.targetId] : []));
  const touched = touchedClauses(draft.units.map(placed), units.map((unit) => placedNext(unit, units)));
  const { consultationId } = draft;
  const adjusted = await followInProposals(db, { consultationId, except: input.except, before: draft.units, after: units });
  const remarks = await loadOpenRemarks(db, { consultationId, clauseIds: concernedClauses(touched), operationIds: [...adjusted.keys()], except: input.except });
  return planCarries(remarks, touched, units.map((unit) => ({ ...unit, parentId: parentIdOf(unit, units) })), { merged: new Set(merged), adjusted });
}

function placedNext(unit: NextUnit, units: readonly NextUnit[]): PlacedUnit {
  return { clauseId: unit.clauseId, revisionId: unit.revisionId, parentId: parentIdOf(unit, units), orderKey: unit.orderKey };
}

/** Id of the unit above; a new one has none yet, so its place in the list names it. */
function parentIdOf(unit: NextUnit, units: readonly NextUnit[]): string | null {
  return unit.parent === null ? null : (units[unit.parent]?.clauseId ?? `new-${unit.parent}`);
}
