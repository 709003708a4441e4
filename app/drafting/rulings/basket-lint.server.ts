import { isTextError, type BroughtProblem } from '#app/drafting/acts/brought-problems.ts';
import type { DraftChange } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import { findBrought } from '#app/drafting/acts/brought.server.ts';

type Next = Awaited<ReturnType<typeof nextTextOf>>;

/** What the checks find in the text to come and not in the text before. */
export async function newFindings(draft: Draft, next: Next): Promise<BroughtProblem[]> {
  return next.ok ? findBrought(draft.units, next.value.units) : [];
}

/** Those that no version may be released with: with one of them the text does not go to the council either. */
export async function newErrors(draft: Draft, changes: readonly DraftChange[]): Promise<BroughtProblem[]> {
  if (changes.length === 0) return [];
  return (await newFindings(draft, await nextTextOf(draft, changes))).filter(isTextError);
}
