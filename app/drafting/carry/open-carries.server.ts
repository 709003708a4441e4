import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import { concerned, type CarriedRemark, type NewUnit } from './carry-plan.ts';
import { loadOpenRemarks } from './open-remarks.server.ts';
import type { ReferredUnit } from './proposal-references.ts';
import { followInProposals } from './proposal-references.server.ts';
import { concernedClauses, placedUnits, touchedClauses, type PlacedUnit } from './touched.ts';
import { carryAmendments } from './carry-tasks.server.ts';

type Following = {
  consultationId: string;
  /** Remarks that are being decided. */
  except: readonly string[];
  before: readonly DraftUnit[];
  after: readonly (PlacedUnit & ReferredUnit & NewUnit)[];
  /** Clauses that the new text took into others. */
  merged: ReadonlySet<string>;
};

/** What becomes of the open remarks of a consultation when `after` follows `before`; reads only. */
export async function openCarries(
  db: Db,
  { consultationId, except, before, after, merged }: Following,
): Promise<CarriedRemark[]> {
  const touched = touchedClauses(placedUnits(before), after);
  const adjusted = await followInProposals(db, { consultationId, except, before, after });
  const remarks = await loadOpenRemarks(db, {
    consultationId,
    clauseIds: concernedClauses(touched),
    operationIds: [...adjusted.keys()],
    except,
  });
  return remarks.length === 0
    ? []
    : runTask(carryAmendments, { remarks, merged, adjusted, ...concerned(remarks, touched, after) });
}
