import { composed } from '#app/text/tree/compose.ts';

/**
 * When two remarks say the same, told without guessing: `likenessForm` brings a remark to one form, equal forms are the same
 * remark; `compareWords` measures how much two texts share and says it in numbers people can count again.
 * Inflection is left alone: „uwaga" and „uwagi" are different words.
 */
export type LikenessInput = {
  reason: string;
  place?: string | null;
  operations: readonly {
    op: string;
    clauseId: string;
    after: string | null;
    rest: string | null;
    targetClauseId: string | null;
  }[];
};

/** Lines that open or close a letter and say nothing about the matter. Whole lines only. */
const courtesy: readonly RegExp[] = [
  /^(szanowni|szanowny|szanowna|drodzy|dzień dobry|witam|dear|hello)\b.{0,60}$/u,
  /^(z poważaniem|z wyrazami szacunku|z szacunkiem|pozdrawiam|serdecznie pozdrawiam|z pozdrowieniami|łączę pozdrowienia|yours|kind regards|best regards|sincerely)\b/u,
];

/** Words in one form: lower case, no punctuation, single blanks, without the greeting and what stands from the closing words on. */
export function normalWords(text: string): string {
  const lines = composed(text)
    .toLocaleLowerCase('pl')
    .split('\n')
    .map((line) => line.trim());
  const [greeting, closing] = courtesy as [RegExp, RegExp];
  const kept = lines.filter(
    (line, at) => !(greeting.test(line) && lines.slice(0, at).every((above) => above === '' || greeting.test(above))),
  );
  const end = kept.findIndex((line, at) => at > 0 && closing.test(line));
  return (end < 0 ? kept : kept.slice(0, end))
    .join(' ')
    .replace(/[^\p{L}\p{N}§%]+/gu, ' ')
    .trim();
}

/** A remark in one form; equal forms are the same remark. Null when it has no words and asks for no change: nothing to compare. */
export function likenessForm({ reason, place, operations }: LikenessInput): string | null {
  const words = normalWords(reason);
  const changes = operations.map(({ op, clauseId, after, rest, targetClauseId }) =>
    JSON.stringify([clauseId, op, normalWords(after ?? ''), normalWords(rest ?? ''), targetClauseId]),
  );
  if (words === '' && !operations.some(({ op }) => op !== 'none')) return null;
  return JSON.stringify([words, normalWords(place ?? ''), changes.sort()]);
}

/** What two texts share, word by word. `isNear` is decided on runs of words, so that the same words in another order are not enough. */
export type WordComparison = {
  /** Words in common, and words of the longer text: „47 z 50 słów wspólnych". */
  shared: number;
  total: number;
  /** Runs of `runLength` words in common among all such runs, 0 to 1. */
  likeness: number;
  isNear: boolean;
};

/** Words that make a run. */
export const runLength = 3;
/** From this likeness on two remarks are offered as nearly the same. */
const nearLikeness = 0.85;

/** Compares the words of two remarks, greetings and signatures left out. Two empty texts share nothing and are not near. */
export function compareWords(a: string, b: string): WordComparison {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const total = Math.max(first.length, second.length);
  const likeness = jaccard(runsOf(first), runsOf(second));
  return { shared: sharedCount(first, second), total, likeness, isNear: total > 0 && likeness >= nearLikeness };
}

const wordsOf = (text: string): string[] => normalWords(text).split(' ').filter(Boolean);

/** All runs of words; a text shorter than a run is one run. */
function runsOf(words: readonly string[]): Set<string> {
  if (words.length === 0) return new Set();
  if (words.length < runLength) return new Set([words.join(' ')]);
  return new Set(
    words.slice(0, words.length - runLength + 1).map((_, at) => words.slice(at, at + runLength).join(' ')),
  );
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((run) => b.has(run)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

/** Words in both, each as often as it stands in both. */
function sharedCount(a: readonly string[], b: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1);
  return b.filter((word) => {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    return left > 0;
  }).length;
}
