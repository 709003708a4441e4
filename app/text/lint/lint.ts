import { splitLines } from '../parse/lines.ts';
import type { Act, Problem } from '../tree/types.ts';
import { lintAct } from './act.ts';
import { lintAmending } from './amending.ts';
import { dateOfAct } from './act-date.ts';
import type { LintContext } from './context.ts';
import { lintEndMarks } from './end-marks.ts';
import { lintNumbering } from './numbering.ts';
import { lintReferences } from './references.ts';

/** The day from which ZTP (Dz. U. z 2002 r. nr 100 poz. 908) are law; older acts were drafted by other rules. */
const ZTP_SINCE = '2002-08-01';

/**
 * Checks an act against the rules of good drafting (ZTP). Findings are ordered by line and hold those of the parser.
 * With the source text given, safe findings carry a fix of one source line. An act from before the rules is not measured by them: only
 * what is wrong in any text is found in it (numbers that jump, references that lead nowhere), without a rule. An empty act has
 * nothing to check.
 */
export function lint(act: Act, source = ''): Problem[] {
  const lines = source === '' ? [] : splitLines(source).map((line) => line.raw);
  const context: LintContext = { act, lines, problems: [...act.problems] };
  if (act.units.length === 0 && act.annexes.length === 0 && act.before === '') return context.problems;
  const date = dateOfAct(act);
  const isOlder = date !== null && date < ZTP_SINCE;
  if (!isOlder) {
    lintAct(context);
    lintNumbering(context);
    lintEndMarks(context);
    lintAmending(context, source);
  }
  lintReferences(context, { isOlder });
  const problems = context.problems.sort((a, b) => a.line - b.line);
  return isOlder ? problems.map((problem) => ({ ...problem, rule: null })) : problems;
}
