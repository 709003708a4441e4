import { lint } from '#app/text/lint/lint.ts';
import { indexUnits } from '#app/text/tree/tree.ts';
import type { Act } from '#app/text/tree/types.ts';
import type { Facts } from './findings.ts';

/** What the checks of the text engine find in an act with citations, each with the unit it is in. */
export function textProblems(act: Act): Facts['problems'] {
  const units = indexUnits(act);
  return lint(act).map((problem) => ({
    ...problem,
    citation: (problem.unit === null ? '' : units.get(problem.unit)?.citation) ?? '',
  }));
}
