import type { Font } from 'fontkit';
import { clustersOf } from './clusters.ts';
import { isRightToLeft, mirrored } from './direction.ts';
import type { Shape } from './reading-font.ts';

/** Hyphens and spaces that look like the common one and that few fonts have. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '\u00a0': ' ',
  '\u2007': ' ',
  '\u202f': ' ',
  '\u2010': '-',
  '\u2011': '-',
};

/** The box that stands for a letter no font has. */
export const MISSING = '□';

/** Widest space, as a share of the size. */
const SPACE = 0.32;

/** What the font draws a letter with, or undefined. */
export function letterIn(font: Font, letter: string): string | undefined {
  if (font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)) return letter;
  const other = LOOKS_LIKE[letter];
  return other !== undefined && font.hasGlyphForCodePoint(other.charCodeAt(0)) ? other : undefined;
}

/** Letter after letter, for a font that knows no marks and no joined letters. */
export function plainShapes(font: Font, text: string): Shape[] {
  return Array.from(text, (letter) => shapeOf(font, letterIn(font, letter) ?? letter, letter));
}

/** A box for each letter with its marks; spaces stay spaces. */
export function missingShapes(font: Font, text: string): Shape[] {
  return clustersOf(text).map((cluster) => shapeOf(font, cluster === ' ' ? ' ' : MISSING, cluster));
}

function shapeOf(font: Font, letter: string, means: string): Shape {
  const { id, advanceWidth } = font.glyphForCodePoint(letter.codePointAt(0) ?? 0);
  return { id, width: advanceWidth, means };
}

/** As the font says: marks over their letters, Arabic letters joined; from the right where the script is. */
export function joinedShapes(font: Font, text: string): Shape[] {
  const backwards = isRightToLeft(text);
  const given = backwards ? mirrored(text) : text;
  const { glyphs, positions } = font.layout(given, undefined, undefined, undefined, backwards ? 'rtl' : 'ltr');
  return glyphs.flatMap(({ id, advanceWidth, codePoints }, i): Shape[] => {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    const letters = codePoints.map((code) => String.fromCodePoint(code));
    const shape = { id, width: advanceWidth, moved: { advance: xAdvance, dx: xOffset, dy: yOffset } };
    if (!backwards) return [{ ...shape, means: letters.join('') }];
    // Whoever reads the file turns words from the right round shape by shape: joined letters are given one after another.
    const [last = '', ...before] = letters.reverse().map(mirrored);
    return [
      { ...shape, means: last },
      ...before.map((letter) => ({ ...shapeOf(font, ' ', letter), moved: { advance: 0, dx: 0, dy: 0 } })),
    ];
  });
}

/** Signs between words from the right, such as brackets: turned round, and read back as they were written. */
export function turnedShapes(font: Font, text: string): Shape[] {
  return [...text].reverse().map((letter) => shapeOf(font, letterIn(font, mirrored(letter)) ?? letter, letter));
}

/** Emoji put together of their parts, each read back with all of them; the font has a space as wide as an emoji. */
export function signShapes(font: Font, text: string): Shape[] {
  return clustersOf(text).flatMap((cluster): Shape[] => {
    const shapes = joinedShapes(font, cluster);
    const [shape] = shapes;
    if (shape === undefined || shapes.length > 1) return shapes;
    const advance = cluster === ' ' ? Math.min(shape.width, font.unitsPerEm * SPACE) : shape.width;
    return [{ ...shape, means: cluster, moved: { advance, dx: 0, dy: 0 } }];
  });
}
