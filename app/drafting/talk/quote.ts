import { composed } from '#app/text/tree/compose.ts';

/** Half-open range of UTF-16 units in a text. */
export type Range = { from: number; to: number };

/** More places than this are not told apart one by one. */
const MAX_PLACES = 8;

/**
 * Where quoted words stand in a text; null when they do not, and when they stand there more than once: then nobody can say which are
 * meant. Kinds of blanks make no difference, because pages bind short words with no-break spaces; everything else has to be the same.
 */
export function findQuote(text: string, quote: string): Range | null {
  const [place, another] = findQuotes(text, quote);
  return another === undefined ? (place ?? null) : null;
}

/** Every place where quoted words stand, in their order; the first eight where there are more. */
export function findQuotes(text: string, quote: string): Range[] {
  const sought = composed(quote).trim().split(/\s+/u).filter(Boolean).join(' ');
  if (sought === '') return [];
  const { letters, places } = withSingleBlanks(text);
  return indicesIn(letters, sought).map((at) => ({ from: places[at]!, to: places[at + sought.length - 1]! + 1 }));
}

/** For each place of words that stand in a text more than once, the fewest words around them that stand there once. */
export function tellApart(text: string, quote: string): string[] {
  return findQuotes(text, quote).map(({ from, to }) => {
    const [before, after] = [wordsBefore(text, from), wordsAfter(text, to)];
    const steps = Math.max(before.length, after.length);
    // Twice as many at each step: the whole text is sought a few times, not once for each of its words.
    for (let count = 1; count < steps * 2; count *= 2) {
      const phrase = text.slice(
        before[Math.min(count, before.length) - 1] ?? from,
        after[Math.min(count, after.length) - 1] ?? to,
      );
      if (findQuotes(text, phrase).length === 1) return phrase;
    }
    return text;
  });
}

/** Where the words before a place begin, the nearest first; those after it end. */
function wordsBefore(text: string, from: number): number[] {
  return [...text.slice(0, from).matchAll(/\S+/gu)].map(({ index }) => index).reverse();
}

function wordsAfter(text: string, to: number): number[] {
  return [...text.slice(to).matchAll(/\S+/gu)].map((found) => to + found.index + found[0].length);
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

/** The first places of `sought` in time that grows with both lengths, not with their product (Knuth, Morris, Pratt). */
function indicesIn(text: string, sought: string): number[] {
  const border = new Int32Array(sought.length);
  const step = (matched: number, sign: string): number => {
    let length = matched;
    while (length > 0 && (length === sought.length || sought[length] !== sign)) length = border[length - 1]!;
    return sought[length] === sign ? length + 1 : length;
  };
  for (let at = 1; at < sought.length; at += 1) border[at] = step(border[at - 1]!, sought[at]!);
  const found: number[] = [];
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    matched = step(matched, text[at]!);
    if (matched === sought.length && found.push(at - sought.length + 1) === MAX_PLACES) break;
  }
  return found;
}
