import { composed } from '#app/text/tree/compose.ts';

/** Half-open range of UTF-16 units in a text. */
export type Range = { from: number; to: number };

/**
 * Where quoted words stand in a text, the first time where they stand there more often; null when they do not. Kinds of
 * blanks make no difference, because pages bind short words with no-break spaces; everything else has to be the same.
 */
export function findQuote(text: string, quote: string): Range | null {
  const words = composed(quote).trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const { letters, places } = withSingleBlanks(text);
  const at = indexIn(letters, words.join(' '));
  return at === -1 ? null : { from: places[at]!, to: places[at + words.join(' ').length - 1]! + 1 };
}

/** Every stretch of blanks as one space, and where each unit stood. */
function withSingleBlanks(text: string): { letters: string; places: number[] } {
  const [letters, places]: [string[], number[]] = [[], []];
  for (let at = 0; at < text.length; at += 1) {
    const isBlank = text[at]!.trim() === '';
    if (isBlank && letters.at(-1) === ' ') continue;
    letters.push(isBlank ? ' ' : text[at]!);
    places.push(at);
  }
  return { letters: letters.join(''), places };
}

/** First place of `sought` in time that grows with both lengths, not with their product (Knuth, Morris, Pratt). */
function indexIn(text: string, sought: string): number {
  const border = new Int32Array(sought.length);
  const step = (matched: number, sign: string): number => {
    let length = matched;
    while (length > 0 && (length === sought.length || sought[length] !== sign)) length = border[length - 1]!;
    return sought[length] === sign ? length + 1 : length;
  };
  for (let at = 1; at < sought.length; at += 1) border[at] = step(border[at - 1]!, sought[at]!);
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    matched = step(matched, text[at]!);
    if (matched === sought.length) return at - sought.length + 1;
  }
  return -1;
}
