import { splitLines } from '../lines.ts';
import type { Act, Problem } from '../types.ts';
import { lintAct } from './act.ts';
import type { LintContext } from './context.ts';
import { lintEndMarks } from './end-marks.ts';
import { lintNumbering } from './numbering.ts';
import { lintReferences } from './references.ts';

/**
 * Checks an act against the rules of good drafting (ZTP). Findings are ordered by line and hold those of the parser.
 * With the source text given, safe findings carry a fix of one source line. An empty act has nothing to check.
 */
export function lint(act: Act, source = ''): Problem[] {
  const lines = source === '' ? [] : splitLines(source).map((line) => line.raw);
  const context: LintContext = { act, lines, problems: [...act.problems] };
  if (act.units.length === 0 && act.annexes.length === 0 && act.before === '') return context.problems;
  lintAct(context);
  lintNumbering(context);
  lintEndMarks(context);
  lintReferences(context);
  return context.problems.sort((a, b) => a.line - b.line);
}
