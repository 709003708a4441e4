import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { citationsOf } from '#app/drafting/acts/unit-tree.ts';

const known = new WeakMap<readonly DraftUnit[], ReadonlyMap<string, string>>();

/** Citation of each unit of a version by clause id, e.g. „§ 7 ust. 1". The list is one that nobody changes: it is named once. */
export function citationsByClause(units: readonly DraftUnit[]): ReadonlyMap<string, string> {
  const named = known.get(units);
  if (named) return named;
  const citations = citationsOf(units);
  const names = new Map(units.map((unit, at) => [unit.clauseId, citations[at] ?? '']));
  known.set(units, names);
  return names;
}
