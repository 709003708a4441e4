import type { DraftHead } from './draft.ts';

/**
 * The head of an act with another legal basis. The words before it stay; whatever spaces and ends of lines stood in the old one, the new
 * one is one paragraph. Where the old basis is not found the new one ends the head.
 */
export function withLegalBasis(head: DraftHead, legalBasis: string): DraftHead {
  if (legalBasis === head.legalBasis) return head;
  const place = head.legalBasis === '' ? null : placeOf(head.before, head.legalBasis);
  const before = place
    ? head.before.slice(0, place.from) + legalBasis + head.before.slice(place.to)
    : [head.before, legalBasis].filter(Boolean).join('\n\n');
  return { ...head, legalBasis, before };
}

/** Where words stand in a text that has them with other spaces between; null where it has them not. */
function placeOf(text: string, words: string): { from: number; to: number } | null {
  const wanted = words.split(/\s+/).filter(Boolean);
  const found = [...text.matchAll(/\S+/g)];
  for (let at = 0; at + wanted.length <= found.length; at += 1)
    if (wanted.every((word, next) => found[at + next]![0] === word)) {
      const last = found[at + wanted.length - 1]!;
      return { from: found[at]!.index, to: last.index + last[0].length };
    }
  return null;
}
