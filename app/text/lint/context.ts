import { lineAt } from '../tree/text-lines.ts';
import type { Act, Bilingual, Fix, Problem, Severity, Unit } from '../tree/types.ts';

/** What every rule gets: the act, its source lines (empty when only a tree is at hand) and where findings go. */
export type LintContext = { act: Act; lines: readonly string[]; problems: Problem[] };

type Finding = {
  code: string;
  severity: Severity;
  unit: Unit | null;
  line?: number;
  message: Bilingual;
  rule: string | null;
  fix?: Fix | null;
};

/** Adds a finding. */
export function add(context: LintContext, finding: Finding): void {
  const problem: Problem = {
    code: finding.code,
    severity: finding.severity,
    line: finding.line ?? finding.unit?.line ?? 1,
    unit: finding.unit?.id ?? null,
    message: finding.message,
    rule: finding.rule,
  };
  if (finding.fix !== undefined && finding.fix !== null) problem.fix = finding.fix;
  context.problems.push(problem);
}

/** Ends with an abbreviation, whose stop stays: "2026 r.", "itp.". */
export const ABBREVIATED =
  /(?:^|[\s(.])(?:r|w|in|m\.in|itp|itd|tj|np|ul|al|pl|nr|poz|pkt|ust|art|św|im|ww|tzw|ok|godz|tys|s|str|t|cz|zał|woj|pow|gm|[A-Z])\.$/u;

/** A longer line holds many units, whole acts pasted into one: looking through it for each finding would cost its square. */
const MAX_FIXED_LINE = 5_000;

/** The replacement of `before` by `after` on a source line; null unless it stands there exactly once. */
export function lineFix(context: LintContext, line: number, before: string, after: string): Fix | null {
  const source = context.lines[line - 1];
  if (source === undefined || source.length > MAX_FIXED_LINE || before === '' || before === after) return null;
  const at = source.indexOf(before);
  if (at < 0 || source.indexOf(before, at + 1) >= 0) return null;
  return { line, before: source, after: source.slice(0, at) + after + source.slice(at + before.length) };
}

/** The replacement of the end of a unit's words, on the line where they end; null when that line ends otherwise or is a row of a table. */
export function endFix(context: LintContext, unit: Unit, mark: string): Fix | null {
  const line = lineAt(unit, unit.text.length);
  const source = context.lines[line - 1];
  if (source === undefined || source.length > MAX_FIXED_LINE) return null;
  // The last row of a table, cells parted by tabs, blanks or bars, is no sentence.
  const body = source.trim();
  if (/\t|\||\s{3}/.test(body.slice(body.search(/\s/) + 1).trimStart())) return null;
  const trimmed = source.trimEnd();
  const words = unit.text.slice(-12);
  // A line may hold many units: only its end is looked at.
  if (words === '' || !trimmed.slice(-200).replace(/\s+/g, '').endsWith(words.replace(/\s+/g, ''))) return null;
  // "zieleńce.," has two; the stop of "itp." is its own.
  const bare = trimmed.replace(/(?<=[^;,.])[;,.]{1,3}$/, (marks) =>
    ABBREVIATED.test(trimmed.slice(-40).replace(/[;,]{1,3}$/, '')) && marks.startsWith('.') ? '.' : '',
  );
  return { line, before: source, after: bare.trimEnd() + mark };
}
