import type { DraftUnit } from '#app/consultations/draft.ts';
import { citationsOf } from '#app/consultations/unit-tree.ts';

/** Citation of each unit of a version by clause id, e.g. „§ 7 ust. 1". */
export function citationsByClause(units: readonly DraftUnit[]): Map<string, string> {
  const citations = citationsOf(units);
  return new Map(units.map((unit, at) => [unit.clauseId, citations[at] ?? '']));
}
