import { sha256 } from '#app/hash/sha256.server.ts';
import { composed } from '#app/text/tree/compose.ts';

/**
 * A print of words and choices that a copy with other blanks, letter case or punctuation shares. Who wrote something once is found by
 * it, whoever hands the copy in.
 */
export function printOf(content: unknown): string {
  return sha256(JSON.stringify(folded(content)));
}

function folded(content: unknown): unknown {
  if (typeof content === 'string')
    return composed(content)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
  if (content instanceof Date) return content.toISOString();
  if (Array.isArray(content)) return content.map(folded);
  if (typeof content !== 'object' || content === null) return content;
  return Object.entries(content)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, folded(value)]);
}
