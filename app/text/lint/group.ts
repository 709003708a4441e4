import type { Problem, Severity } from '../tree/types.ts';

/** Findings of one kind together: how many there are and where the first ones stand. */
export type ProblemGroup = { code: string; severity: Severity; count: number; lines: number[] };

const SHOWN_LINES = 10;

/** Findings grouped by code: errors first, then by how many there are. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  return problemsByCode(problems).map(({ code, severity, found }) => ({
    code,
    severity,
    count: found.length,
    lines: found.slice(0, SHOWN_LINES).map(({ line }) => line),
  }));
}

/** The same with the findings themselves, in the order they were given. */
export function problemsByCode(problems: readonly Problem[]): { code: string; severity: Severity; found: Problem[] }[] {
  const groups = new Map<string, { code: string; severity: Severity; found: Problem[] }>();
  for (const problem of problems) {
    const { code, severity } = problem;
    const group = groups.get(`${code} ${severity}`) ?? { code, severity, found: [] };
    groups.set(`${code} ${severity}`, group);
    group.found.push(problem);
  }
  const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };
  return [...groups.values()].sort((a, b) => order[a.severity] - order[b.severity] || b.found.length - a.found.length);
}
