import { runsOf, type NearRow } from './near.ts';

/** What a search for near-identical remarks goes by. */
export type NearWords = Pick<NearRow, 'likeness' | 'request' | 'words'>;

/**
 * Hashes kept of a text. Two texts that share 0.6 of their runs (`offeredFrom`) have all of these different once in two million
 * pairs, and fewer than two in common once in a hundred thousand.
 */
const kept = 16;

/**
 * Numbers by which a remark finds those that say nearly the same: the smallest hashes of its runs of words, or one hash of the
 * change it asks for. The same remark gives the same numbers on every machine.
 */
export function nearRuns({ request, words }: NearWords): number[] {
  if (request !== '') return [hash(`request ${request}`)];
  return [...new Set([...runsOf(words)].map(hash))].sort((a, b) => a - b).slice(0, kept);
}

/** Hashes two remarks must share before their words are compared. */
export function sharedEnough(a: readonly number[], b: readonly number[]): number {
  const others = new Set(b);
  const shared = a.filter((run) => others.has(run)).length;
  return shared >= Math.min(2, a.length, b.length) ? shared : 0;
}

/** FNV-1a over UTF-16 units, as the signed 32 bits that the database has room for. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
