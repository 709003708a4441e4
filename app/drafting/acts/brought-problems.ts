import type { Bilingual, Severity } from '#app/text/tree/types.ts';

/** What the checks find in a text and did not find in the one before. */
export type BroughtProblem = { code: string; severity: Severity; message: Bilingual };

/** Numbers and references that are wrong in any text: with one of these it does not go to the council. */
const errors: ReadonlySet<string> = new Set([
  'dangling-reference',
  'missing-annex',
  'duplicate-number',
  'number-gap',
  'doubled-mark',
]);

export const isTextError = ({ code }: { code: string }): boolean => errors.has(code);
