import { type Origin, provenance, type SourcedVersion } from '#app/text/diff/provenance.ts';
import { fateOfWords } from './fate-of-words.ts';

export function traceWords({
  history,
  clauseId,
}: {
  history: readonly SourcedVersion<number>[];
  clauseId: string;
}): Origin<number>[] {
  return provenance(history).find(({ id }) => id === clauseId)?.origins ?? [];
}

export function followWords({
  texts,
  ranges,
}: {
  texts: Parameters<typeof fateOfWords>[0];
  ranges: Parameters<typeof fateOfWords>[1];
}): ReturnType<typeof fateOfWords> {
  return fateOfWords(texts, ranges);
}
