import { clustersOf } from './clusters.ts';
import { TURNED } from './direction.ts';
import type { FaceName, FontName } from './pdf-fonts.ts';
import { breakLines, type Line, type Mark, type Measure, type Run } from './pdf-lines.ts';
import type { TypeCase } from './type-case.ts';

/** A4 in points; room above for the running head and below for the number of the page. */
export const MARGIN = { side: 62, top: 68, bottom: 66 } as const;
export const INK = { text: '#111111', quiet: '#4a4a4a', rule: '#8a8a8a', thin: '#cfcfcf', head: '#eeeeea' } as const;

/** What draws: the document, its fonts, the fonts of running words, and every letter that no font has with the number of its places. */
export type Pen = {
  document: PDFKit.PDFDocument;
  letters: TypeCase;
  text: FontName;
  strong: FontName;
  missing: Map<string, number>;
};

/** Words as they come, in a font that may lack some of their letters. */
export type Words = { text: string; font: FontName; mark?: Mark };

export const widthOf = ({ document }: Pen): number => document.page.width - 2 * MARGIN.side;
export const bottomOf = ({ document }: Pen): number => document.page.height - MARGIN.bottom;
export const leadingOf = (size: number): number => size * 1.36;

/** Leaves `space` free, and turns the page where less than `needed` is left. */
export function gap(pen: Pen, needed: number, space: number): void {
  const { document } = pen;
  if (document.y <= MARGIN.top) return;
  if (document.y + space + needed > bottomOf(pen)) document.continueOnNewPage();
  else document.y += space;
}

/** Names of the fonts that a document has got so far. */
const registered = new WeakMap<PDFKit.PDFDocument, Set<FaceName>>();

function choose({ document, letters }: Pen, face: FaceName, size: number): PDFKit.PDFDocument {
  let names = registered.get(document);
  if (names === undefined) registered.set(document, (names = new Set()));
  if (!names.has(face)) {
    // The library takes an opened font as well; its types know only files.
    document.registerFont(face, letters.fontOf(face) as unknown as Buffer);
    names.add(face);
  }
  return document.font(face).fontSize(size * letters.scaleOf(face));
}

/** Measures words in one size. */
export function measureIn(pen: Pen, size: number): Measure {
  return (text, face) => {
    const share = pen.letters.widthOf(text, face);
    return share === undefined ? choose(pen, face, size).widthOfString(text) : share * size;
  };
}

/** Words as lines of at most `width` points, every letter in a font that has it. All that is printed passes here. */
export function linesOf(pen: Pen, words: readonly Words[], { width, size }: { width: number; size: number }): Line[] {
  return breakLines(
    words.flatMap(({ text, font, mark }) => {
      const parts = pen.letters.split(text, font);
      return mark ? parts.map((part) => ({ ...part, mark })) : parts;
    }),
    width,
    measureIn(pen, size),
  );
}

type Place = {
  x: number;
  size: number;
  color?: string;
  centredIn?: number;
  /** Draws only what this says, each part in its place. */
  isDrawn?: (part: Run) => boolean;
};

/** Lines one below the other from `document.y` on, without any look at the end of the page. */
export function drawLines(
  pen: Pen,
  lines: readonly Line[],
  { x, size, color = INK.text, centredIn, isDrawn = () => true }: Place,
): void {
  const { document } = pen;
  document.fillColor(color);
  countMissing(pen, lines, isDrawn);
  for (const line of lines) {
    let at = centredIn === undefined ? x : x + Math.max(0, (centredIn - line.width) / 2);
    const top = document.y;
    const base = top + size * pen.letters.ascentOf(firstFace(line, pen));
    for (const part of line.parts) {
      if (isDrawn(part))
        choose(pen, part.font, size).text(part.text, at, base, { lineBreak: false, baseline: 'alphabetic' });
      at += part.width;
    }
    document.y = top + leadingOf(size);
  }
}

/** All fonts of a line stand on one line: that of its first word in a font of the pages. */
function firstFace({ parts }: Line, { letters, text }: Pen): FaceName {
  return parts.find(({ font }) => letters.scaleOf(font) === 1)?.font ?? text;
}

/** Remembers what no font has, for the note at the end. */
export function countMissing({ missing }: Pen, lines: readonly Line[], isCounted = (_: Run): boolean => true): void {
  const unseen = lines.flatMap(({ parts }) => parts.filter((part) => part.font === 'missing' && isCounted(part)));
  for (const { text } of unseen)
    for (const letter of clustersOf(text.replace(TURNED, '')))
      if (letter !== ' ') missing.set(letter, (missing.get(letter) ?? 0) + 1);
}

/**
 * The same over as many pages as it takes. Neither the first nor the last line of a paragraph stands alone, and the last two stand on
 * one page with the first `tail` points of what follows.
 */
export function flowLines(pen: Pen, lines: readonly Line[], { tail = 0, ...place }: Place & { tail?: number }): void {
  let rest = [...lines];
  while (rest.length > 0) {
    turnForLines(pen, rest.length, place.size, tail);
    const count = Math.min(rest.length, Math.max(1, linesHere(pen, rest.length, place.size, tail)));
    drawLines(pen, rest.slice(0, count), place);
    rest = rest.slice(count);
  }
}

/** How many of `count` lines stand on this page. */
function linesHere(pen: Pen, count: number, size: number, tail: number): number {
  const leading = leadingOf(size);
  const left = bottomOf(pen) - pen.document.y;
  const room = Math.max(0, Math.floor(left / leading));
  const isOnlyLastLineOver = count - room === 1;
  const endsWithTail = room >= count && count * leading + tail > left;
  return isOnlyLastLineOver ? room - 1 : endsWithTail ? count - 2 : room;
}

/** Turns the page where `count` lines cannot begin. */
export function turnForLines(pen: Pen, count: number, size: number, tail: number): void {
  const { document } = pen;
  if (linesHere(pen, count, size, tail) < Math.min(2, count) && document.y > MARGIN.top) document.continueOnNewPage();
}

/** Height that must be free for a paragraph of `count` lines to begin here: two of its lines, or all where they cannot be parted. */
export function leastHeight(count: number, size: number, tail = 0): number {
  if (count < 4 && tail > 0) return count * leadingOf(size) + tail;
  return (count <= 3 ? count : 2) * leadingOf(size);
}
