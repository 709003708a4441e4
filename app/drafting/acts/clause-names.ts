import { ofShape } from '#app/drafting/acts/shape.ts';
import { citationsOf } from '#app/drafting/acts/unit-tree.ts';

/** Citation of each unit of a version by clause id, e.g. „§ 7 ust. 1". The list is one that nobody changes: it is named once. */
export const citationsByClause = ofShape((units): ReadonlyMap<string, string> => {
  const citations = citationsOf(units);
  return new Map(units.map((unit, at) => [unit.clauseId, citations[at] ?? '']));
});
