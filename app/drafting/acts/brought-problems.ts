import type { Bilingual, Severity } from '#app/text/tree/types.ts';

/** What the checks find in a text and did not find in the one before. */
export type BroughtProblem = { code: string; severity: Severity; message: Bilingual };

/** A finding of the checks, and what is the same in it before and after a change: its kind and the clause of its unit, so that another number makes no new finding. */
export type Finding = { key: string; problem: BroughtProblem };

/** Findings that a change brings: of one kind in one unit as many as there are more of them after it. */
export function broughtProblems(before: readonly Finding[], after: readonly Finding[]): BroughtProblem[] {
  const known = new Map<string, number>();
  for (const { key } of before) known.set(key, (known.get(key) ?? 0) + 1);
  return after.flatMap(({ key, problem }) => {
    const left = known.get(key) ?? 0;
    known.set(key, left - 1);
    return left > 0 ? [] : [problem];
  });
}

/** Numbers and references that are wrong in any text: with one of these it does not go to the council. */
const errors: ReadonlySet<string> = new Set([
  'dangling-reference',
  'missing-annex',
  'duplicate-number',
  'number-gap',
  'doubled-mark',
]);

export const isTextError = ({ code }: { code: string }): boolean => errors.has(code);
