import { textLimits } from './remark.ts';

/** What the complaint about too many words names. */
export const addedBound = { max: textLimits.wording };

/** How long a field may be that holds words which stand in the text, `standing` characters of them: as long as they are, and what may be added. */
export function longestWith(standing: number): number {
  return Math.min(standing + textLimits.wording, textLimits.whole);
}

/**
 * Whether somebody adds more words than an amendment may: it is bounded by what it changes, not by what stands there already. Counts
 * the characters of words in `after` that are not in `before`, each as often as it is there, wherever they stand: linear in both, so
 * that it can be asked before anything is compared. What is taken out or moved does not count.
 */
export function addsTooMuch(before: readonly string[], after: readonly string[]): boolean {
  if (lengthOf(after) <= textLimits.wording) return false;
  const standing = new Map<string, number>();
  for (const word of wordsOf(before)) standing.set(word, (standing.get(word) ?? 0) + 1);
  let added = 0;
  for (const word of wordsOf(after)) {
    const left = standing.get(word) ?? 0;
    if (left > 0) standing.set(word, left - 1);
    else added += word.length;
  }
  return added > textLimits.wording;
}

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0);
const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.split(/\s+/));
