/** Heavy work of this folder, done by `runTask`. */
import type { Language } from '#app/text/diff/describe-change.ts';
import { heavyWork } from '#app/workers/heavy-work.ts';

export const compareTexts = heavyWork('compare-texts', async () => {
  const { compareTexts: compare } = await import('./compare-texts.ts');
  return ({ before, after, language }: { before: string; after: string; language: Language }) =>
    compare(before, after, language);
});
export const findProblems = heavyWork('check-text', async () => (await import('./text-problems.ts')).textProblems);
