import bidiFactory, { type Bidi } from 'bidi-js';

/** Letters written from the right. */
const FROM_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

let bidi: Bidi | null = null;
const algorithm = (): Bidi => (bidi ??= bidiFactory());

export function isRightToLeft(text: string): boolean {
  return FROM_RIGHT.test(text);
}

/** Brackets and the like turned round. */
export function mirrored(text: string): string {
  return Array.from(text, (letter) => algorithm().getMirroredCharacter(letter) ?? letter).join('');
}

/** Begins a part of signs that are drawn from the right though nothing in them says so. No printable text has it. */
export const TURNED = '\u200f';

/** A part of a line and how deep it is in words of another direction: odd from the right. */
type Levelled<Part> = { part: Part; level: number };

/**
 * Parts of a line in the order in which they stand from left to right, for a line that begins on the left (Unicode, annex 9). Words from
 * the right are parts of their own, as what draws them sets word after word. A line without such words comes back as it is.
 */
export function inPrintedOrder<Part extends { text: string }>(parts: readonly Part[]): readonly Part[] {
  const line = parts.map(({ text }) => text).join('');
  if (!isRightToLeft(line)) return parts;
  const { levels } = algorithm().getEmbeddingLevels(line, 'ltr');
  const pieces: Levelled<Part>[] = [];
  let from = 0;
  for (const part of parts) {
    pieces.push(...atLevels(part, levels.subarray(from, from + part.text.length)));
    from += part.text.length;
  }
  return reordered(pieces).map(({ part }) => part);
}

/** One part as parts of one level each; from the right every word and every space between words is one. */
function atLevels<Part extends { text: string }>(part: Part, levels: Uint8Array): Levelled<Part>[] {
  const { text } = part;
  const pieces: Levelled<Part>[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at += 1) {
    const level = levels[from] ?? 0;
    const isOdd = level % 2 === 1;
    if (at < text.length && levels[at] === level && !(isOdd && (text[at] === ' ' || text[at - 1] === ' '))) continue;
    const words = text.slice(from, at);
    pieces.push({
      part:
        isOdd && words.trim() !== '' && !isRightToLeft(words)
          ? { ...part, text: TURNED + words }
          : { ...part, text: words },
      level,
    });
    from = at;
  }
  return pieces;
}

/** Rule L2: from the deepest level to the first odd one, each run at that level or deeper is turned round. */
function reordered<Part>(pieces: readonly Levelled<Part>[]): Levelled<Part>[] {
  const order = [...pieces];
  for (let level = Math.max(...order.map((piece) => piece.level)); level >= 1; level -= 1) {
    for (let from = 0; from < order.length;) {
      let to = from;
      while (to < order.length && order[to]!.level >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).reverse());
      from = to + 1;
    }
  }
  return order;
}
