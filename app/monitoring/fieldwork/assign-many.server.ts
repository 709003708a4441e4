import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { assign, type AssignError } from './assign.server.ts';
import { assignmentField } from './assignment-field.ts';
import type { AssignmentPage } from './assignment-page.server.ts';

export type AssignmentRefusal = { field: string; code: AssignError; userId: string };

/**
 * Takes a whole board: every place that differs from what is stored is assigned anew, each on its own, so that one refusal does not
 * lose the others. Places are freed before they are filled, and two people can change seats in one step.
 */
export async function assignMany(db: Db, { viewer, page, values }: { viewer: Viewer; page: AssignmentPage; values: Record<string, string[]> }): Promise<AssignmentRefusal[]> {
  const places = page.rows.flatMap(({ teryt, cells }) => cells.flatMap(({ area, first, second }) => ([[1, first], [2, second]] as const).map(([part, held]) => ({ teryt, area, part, held, field: assignmentField(teryt, area, part) }))));
  const changed = places.flatMap((place) => {
    const wanted = values[place.field]?.[0];
    return wanted === undefined || wanted === (place.held ?? '') ? [] : [{ ...place, wanted }];
  });
  const { slug } = page.edition;
  for (const { teryt, area, part, held } of changed) if (held !== null) await assign(db, { viewer, slug, teryt, area, part, userId: null });
  const refusals: AssignmentRefusal[] = [];
  for (const { teryt, area, part, held, wanted, field } of changed) {
    if (wanted === '') continue;
    const isKnown = page.coders.some((coder) => coder.id === wanted);
    const result = isKnown ? await assign(db, { viewer, slug, teryt, area, part, userId: wanted }) : { ok: false as const, error: { code: 'not-coder' as const } };
    if (result.ok) continue;
    refusals.push({ field, code: result.error.code, userId: wanted });
    if (held !== null) await assign(db, { viewer, slug, teryt, area, part, userId: held });
  }
  return refusals;
}
