import type { NextUnit, DraftChange } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { openCarries } from './open-carries.server.ts';

/** What would become of the open remarks if the text of `draft` were followed by `units`; nothing is written. */
export async function previewCarries(
  db: Db,
  input: { draft: Draft; units: readonly NextUnit[]; changes: readonly DraftChange[]; except: readonly string[] },
): Promise<CarriedRemark[]> {
  const { draft, units } = input;
  const merged = input.changes.flatMap((change) => (change.op === 'merge' ? [change.targetId] : []));
  const after = units.map((unit) => ({ ...unit, parentId: parentIdOf(unit, units) }));
  return openCarries(db, {
    consultationId: draft.consultationId,
    except: input.except,
    before: draft.units,
    after,
    merged: new Set(merged),
  });
}

/** Id of the unit above; a new one has none yet, so its place in the list names it. */
function parentIdOf(unit: NextUnit, units: readonly NextUnit[]): string | null {
  return unit.parent === null ? null : (units[unit.parent]?.clauseId ?? `new-${unit.parent}`);
}
