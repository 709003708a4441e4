import type { Font, GlyphRun } from 'fontkit';

/** One shape: which glyph of the font, how wide it is, the characters it stands for, and how it is moved from where it would stand. */
export type Shape = { id: number; width: number; means: string; moved?: { advance: number; dx: number; dy: number } };

/** Numbers from here on are shapes, not glyphs of the font. */
const SHAPES = 1 << 20;

/**
 * A font as the PDF library takes it, laid out by `layout`. The library keeps one meaning for each glyph; here each pair of glyph and
 * meaning gets a number of its own, so that a hyphen drawn for U+2011 or a box drawn for a missing letter is read back as what it stands for.
 */
export function readingFont(font: Font, name: string, layout: (text: string) => Shape[]): Font {
  const shapes: { id: number; codePoints: number[]; advanceWidth: number; key: number }[] = [];
  const keys = new Map<string, number>();
  const shapeOf = ({ id, means, width }: Shape) => {
    const pair = `${id} ${means}`;
    let at = keys.get(pair);
    if (at === undefined) {
      keys.set(pair, (at = shapes.length));
      shapes.push({
        id,
        codePoints: Array.from(means, (letter) => letter.codePointAt(0) ?? 0),
        advanceWidth: width,
        key: SHAPES + at,
      });
    }
    return shapes[at]!;
  };
  return Object.create(font, {
    postscriptName: { value: name },
    layout: { value: (text: string) => runOf(layout(text), shapeOf) },
    createSubset: { value: () => subsetOf(font, (key) => shapes[key - SHAPES]?.id ?? 0) },
  }) as Font;
}

function runOf(
  drawn: readonly Shape[],
  shapeOf: (shape: Shape) => { key: number; codePoints: number[]; advanceWidth: number },
): GlyphRun {
  const glyphs = drawn.map((shape) => {
    const { key, codePoints, advanceWidth } = shapeOf(shape);
    return { id: key, codePoints, advanceWidth };
  });
  const positions = drawn.map(({ width, moved }) => ({
    xAdvance: moved?.advance ?? width,
    yAdvance: 0,
    xOffset: moved?.dx ?? 0,
    yOffset: moved?.dy ?? 0,
  }));
  let sum: number | null = null;
  // First read when the library has scaled the positions, and then for every place where the word stands.
  return {
    glyphs,
    positions,
    get advanceWidth() {
      return (sum ??= positions.reduce((width, { xAdvance }) => width + xAdvance, 0));
    },
  };
}

/** A subset that takes shapes, and for parts of composite letters glyphs of the font. */
function subsetOf(font: Font, glyphOf: (key: number) => number): ReturnType<Font['createSubset']> {
  const subset = font.createSubset();
  const places = new Map<number, number>();
  const includeGlyph = subset.includeGlyph.bind(subset);
  subset.includeGlyph = (key) => {
    if (key < SHAPES) return includeGlyph(key);
    let place = places.get(key);
    if (place === undefined) places.set(key, (place = subset.glyphs.push(glyphOf(key)) - 1));
    return place;
  };
  return subset;
}
