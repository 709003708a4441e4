import { allWords } from '#app/text/tree/tree.ts';
import type { Act } from '#app/text/tree/types.ts';

/** Evidence that reading a text in lost nothing: characters of both sides, blanks aside, and where they part. */
export type SourceProof = {
  characters: number;
  recognised: number;
  /** Words around the first difference; null when there is none. */
  difference: { source: string; recognised: string } | null;
};

/** Compares the source with the recognised tree, word for word and in order, blanks aside. */
export function proveSource(source: string, act: Act): SourceProof {
  return compareTexts(source, allWords(act));
}

/** Compares two texts, blanks aside. Two empty texts are equal. */
export function compareTexts(source: string, recognised: string): SourceProof {
  const before = withoutBlanks(source);
  const after = withoutBlanks(recognised);
  if (before === after) return { characters: before.length, recognised: after.length, difference: null };
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 20), at + 40);
  return {
    characters: before.length,
    recognised: after.length,
    difference: { source: around(before), recognised: around(after) },
  };
}

/** The text without any blank: spaces of every width, line ends, byte order marks. */
function withoutBlanks(text: string): string {
  return text.replace(/[\s\u0085\u200b\ufeff]+/g, '');
}
