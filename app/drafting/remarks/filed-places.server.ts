import { citationsByClause } from '#app/drafting/acts/clause-names.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { loadUnits } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { filedPlaceOf, type FiledPlace } from './filed-place.ts';

type Text = { consultationId: string; version: number; units: readonly DraftUnit[] };

export type FiledPlaces = {
  /** The unit as the text it was filed against calls it, and as the text `text` does. */
  of(clauseId: string, againstVersion: number): FiledPlace;
  /** What `text` calls the unit; null where it has none. */
  now(clauseId: string): string | null;
  unitsOf(againstVersion: number): readonly DraftUnit[];
};

/** What units were called when remarks about them were filed, for remarks filed against these versions; `text` is what they are seen from. */
export async function filedPlaces(db: Db, text: Text, versions: Iterable<number>): Promise<FiledPlaces> {
  const units = new Map([[text.version, text.units]]);
  for (const version of new Set(versions))
    if (!units.has(version)) units.set(version, await loadUnits(db, text.consultationId, version));
  const unitsOf = (version: number) => units.get(version) ?? text.units;
  const now = citationsByClause(text.units);
  return {
    unitsOf,
    now: (clauseId) => now.get(clauseId) ?? null,
    of: (clauseId, version) => filedPlaceOf(citationsByClause(unitsOf(version)).get(clauseId), now.get(clauseId)),
  };
}
