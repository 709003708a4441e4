import { Interner } from './align.ts';
import { commonShare } from '../tree/likeness.ts';
import { tokenize } from './tokens.ts';

/** Words in a row that hardly ever stand in two clauses of one text unless the one was made from the other. */
const PHRASE = 3;

/**
 * Pairs of texts that share phrases found in no other text of their side, best first: the clauses that were reworded,
 * found without comparing each with each. Pairs with less than `minimum` of their words in common are left out.
 */
export function pairByPhrases(
  before: readonly string[],
  after: readonly string[],
  minimum: number,
): [number, number][] {
  const interner = new Interner();
  const left = before.map((text) => interner.codes(tokenize(text).keys));
  const right = after.map((text) => interner.codes(tokenize(text).keys));
  const inRight = ownPhrases(right);
  const votes = new Map<number, number>();
  for (const [phrase, row] of ownPhrases(left)) {
    const column = inRight.get(phrase);
    if (row < 0 || column === undefined || column < 0) continue;
    const pair = row * after.length + column;
    votes.set(pair, (votes.get(pair) ?? 0) + 1);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const bagOf = (codes: Int32Array): Int32Array => codes.slice().sort();
  const bags = { left: left.map(bagOf), right: right.map(bagOf) };
  const isPaired = { left: new Set<number>(), right: new Set<number>() };
  const pairs: [number, number][] = [];
  for (const [pair] of ranked) {
    const row = Math.floor(pair / after.length);
    const column = pair % after.length;
    if (isPaired.left.has(row) || isPaired.right.has(column)) continue;
    if (commonShare(bags.left[row]!, bags.right[column]!) < minimum) continue;
    isPaired.left.add(row);
    isPaired.right.add(column);
    pairs.push([row, column]);
  }
  return pairs;
}

/** Phrase → the text it occurs in, or -1 when it occurs in several. */
function ownPhrases(texts: readonly Int32Array[]): Map<string, number> {
  const phrases = new Map<string, number>();
  texts.forEach((codes, index) => {
    for (let i = 0; i + PHRASE <= codes.length; i++) {
      const phrase = `${codes[i]},${codes[i + 1]},${codes[i + 2]}`;
      const known = phrases.get(phrase);
      phrases.set(phrase, known === undefined || known === index ? index : -1);
    }
  });
  return phrases;
}
