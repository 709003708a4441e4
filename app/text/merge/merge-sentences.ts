/**
 * A sentence that one side moved inside its clause and another side edited: the edit follows the sentence. The base and
 * the other sides are put into the new order of sentences, then the ordinary merge applies.
 */
import { alignTokens } from '../diff/align.ts';
import { isSentenceBorder, textOf, tokenize, wordingKey, type TokenText } from '../diff/tokens.ts';

/** More sentences than this are no clause that people reorder by hand. */
const MAX_SENTENCES = 60;

export interface Reordered {
  base: string;
  sides: string[];
}

/** The base and the sides in the order of sentences of side `mover`, or null when that side moved none. */
export function followSentenceMoves(base: TokenText, sides: readonly string[], mover: number): Reordered | null {
  const borders = sentenceBorders(base);
  if (borders.length < 3 || borders.length > MAX_SENTENCES) return null;
  const order = orderIn(sentencesAt(base, borders), tokenize(sides[mover]!));
  if (order === null) return null;
  const result: string[] = [];
  for (let s = 0; s < sides.length; s++) {
    const parts = s === mover ? null : partsOf(base, borders, sides[s]!);
    if (s !== mover && parts === null) return null;
    result.push(parts === null ? sides[s]! : inOrder(parts, order));
  }
  return { base: inOrder(sentencesAt(base, borders), order), sides: result };
}

function sentenceBorders(tokens: TokenText): number[] {
  const borders = [0];
  for (let i = 1; i <= tokens.count; i++) if (isSentenceBorder(tokens, i)) borders.push(i);
  return borders;
}

function sentencesAt(tokens: TokenText, borders: readonly number[]): string[] {
  return borders.slice(1).map((to, k) => textOf(tokens, borders[k]!, to));
}

/** The order in which a side has the sentences; one it changed stays behind the sentence it followed. */
function orderIn(sentences: readonly string[], side: TokenText): number[] | null {
  const keys = sentences.map(wordingKey);
  if (new Set(keys).size < keys.length) return null;
  const places = new Map(
    sentencesAt(side, sentenceBorders(side)).map((sentence, place) => [wordingKey(sentence), place]),
  );
  const found = keys.map((key) => places.get(key) ?? -1);
  const known = found.filter((place) => place >= 0);
  if (known.every((place, k) => k === 0 || place > known[k - 1]!)) return null;
  let last = -1;
  const ranks = found.map((place, k) => {
    if (place >= 0) last = place;
    return { k, place: place >= 0 ? place : last };
  });
  return ranks.sort((a, b) => a.place - b.place || a.k - b.k).map(({ k }) => k);
}

/** A side cut at the sentence borders of the base, or null when it changed something across a border. */
function partsOf(base: TokenText, borders: readonly number[], text: string): string[] | null {
  const tokens = tokenize(text);
  const matches = alignTokens(base, tokens);
  const cuts = borders.map((border) => {
    if (border === 0) return 0;
    if (border === base.count) return tokens.count;
    if (matches[border]! >= 0) return matches[border]!;
    return matches[border - 1]! >= 0 ? matches[border - 1]! + 1 : -1;
  });
  if (cuts.some((cut, k) => cut < 0 || (k > 0 && cut < cuts[k - 1]!))) return null;
  return sentencesAt(tokens, cuts);
}

function inOrder(parts: readonly string[], order: readonly number[]): string {
  return order.flatMap((k) => (parts[k] === '' ? [] : [parts[k]!])).join(' ');
}
