import { diffArrays } from 'diff';
import { diffClauses } from '#app/text/index.ts';
import { possibleWords, sameWords, wordsBefore } from './read-decision.ts';
import type { TrackedParagraph } from '../model/tracked-document.ts';
import type { ReadParagraph } from '../word/read-tracked.ts';

/** A paragraph as it went out beside what came back in its place; one side is null where there is nothing. */
export type Pair = { sent: TrackedParagraph | null; back: ReadParagraph | null };

type Item = { words: ReadonlySet<string>; sent: TrackedParagraph | null; back: ReadParagraph | null };

/**
 * Pairs the paragraphs of a file that was sent out with those that came back, in the order of what came back. First
 * those whose words fit some choice of accepted and rejected changes, in order; then, between these, those alike.
 */
export function alignReturned(sent: readonly TrackedParagraph[], back: readonly ReadParagraph[]): Pair[] {
  const before = sent.map((one): Item => ({ words: possibleWords(one), sent: one, back: null }));
  const after = back
    .filter((one) => allWords(one) !== '')
    .map((one): Item => ({
      words: new Set([wordsBefore(one) === '' ? allWords(one) : wordsBefore(one)]),
      sent: null,
      back: one,
    }));
  const fits = (one: Item, other: Item): boolean => {
    const [few, many] = one.sent === null ? [one, other] : [other, one];
    return [...few.words].some((words) => many.words.has(words));
  };
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  let gap: { sent: TrackedParagraph[]; back: ReadParagraph[] } = { sent: [], back: [] };
  for (const part of diffArrays(before, after, { comparator: fits })) {
    for (let n = 0; n < part.value.length; n += 1) {
      if (part.removed) gap.sent.push(before[i++]!.sent!);
      else if (part.added) gap.back.push(after[j++]!.back!);
      else {
        pairs.push(...pairAlike(gap), { sent: before[i++]!.sent, back: after[j++]!.back });
        gap = { sent: [], back: [] };
      }
    }
  }
  return [...pairs, ...pairAlike(gap)];
}

function allWords({ segments }: ReadParagraph): string {
  return sameWords(segments.map(({ text }) => text).join(''));
}

/** Pairs by likeness what fits no choice: words changed by others. */
function pairAlike({ sent, back }: { sent: TrackedParagraph[]; back: ReadParagraph[] }): Pair[] {
  if (sent.length === 0 || back.length === 0)
    return [
      ...sent.map((one): Pair => ({ sent: one, back: null })),
      ...back.map((one): Pair => ({ sent: null, back: one })),
    ];
  const old = sent.map((one) => ({
    text: one.runs
      .filter(({ insert }) => insert === undefined || one.insert !== undefined)
      .map(({ text }) => text)
      .join(''),
  }));
  const { clauses } = diffClauses(
    old,
    back.map((one) => ({ text: wordsBefore(one) })),
  );
  return clauses.map(({ before, after }): Pair => ({
    sent: before === null ? null : sent[before]!,
    back: after === null ? null : back[after]!,
  }));
}
