import { create, type Font } from 'fontkit';
import { clustersOf } from './clusters.ts';
import { TURNED } from './direction.ts';
import type { FaceName, FontName, FurtherName, PdfFonts } from './pdf-fonts.ts';
import { printable } from './printable.ts';
import { readingFont, type Shape } from './reading-font.ts';
import { joinedShapes, letterIn, missingShapes, plainShapes, signShapes, turnedShapes } from './shapes.ts';

/** Fonts that are asked in turn for what the first one lacks. */
const FURTHER: Readonly<Record<FontName, readonly FurtherName[]>> = {
  regular: ['sans', 'signs'],
  bold: ['sansBold', 'sans', 'signs'],
  law: ['serif', 'sans', 'signs'],
  lawBold: ['serifBold', 'sansBold', 'sans', 'signs'],
};

/** Shares of the size at which small letters of the further fonts are as high as those of the fonts they stand beside. */
const SCALE: Readonly<Partial<Record<FaceName, number>>> = {
  sans: 0.945,
  sansBold: 0.945,
  serif: 0.886,
  serifBold: 0.886,
  missing: 0.945,
  signs: 0.9,
};

/** Emoji as such, and letters that are asked to look like one. */
const EMOJI = /\p{Emoji_Presentation}|\ufe0f/u;
/** Joiners and choosers of a shape; only emoji and Arabic letters are drawn with them. */
const JOINERS = /\p{Join_Control}|\p{Variation_Selector}|[\u{e0020}-\u{e007f}]/gu;
const JOINED = /[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Script=Arabic}\u20e3]/u;

/** Words to be drawn with one font. */
export type Faced = { text: string; font: FaceName };

/** The fonts of one document: which of them draws what, and what none can draw. */
export type TypeCase = {
  /** Printable text as parts for one font each, in the same order; [] for none. */
  split: (text: string, font: FontName) => Faced[];
  /** The font for the PDF library. */
  fontOf: (face: FaceName) => Font;
  /** Width of words as a share of the size, for fonts whose letters do not act on each other; undefined for others. */
  widthOf: (text: string, face: FaceName) => number | undefined;
  /** How much of the given size it is drawn in. */
  scaleOf: (face: FaceName) => number;
  /** Highest point of the letters above the line they stand on, as a share of the size. */
  ascentOf: (face: FaceName) => number;
};

/** Opened once for each file: a thread makes many documents. */
const opened = new WeakMap<Uint8Array, Font>();

/** How wide a letter is as a share of the size, or null where the font cannot draw it by itself; looked up once. */
const widths = new WeakMap<Font, Map<string, number | null>>();

function letterWidth(font: Font): (letter: string) => number | null {
  const known = widths.get(font) ?? new Map<string, number | null>();
  widths.set(font, known);
  return (letter) => {
    let width = known.get(letter);
    if (width === undefined) known.set(letter, (width = measureLetter(font, letter)));
    return width;
  };
}

/** Marks that belong over another letter, even where the font has a shape for them. */
const MARK = /\p{M}/u;

function measureLetter(font: Font, letter: string): number | null {
  if (letter === '\n') return 0;
  const drawn = MARK.test(letter) ? undefined : letterIn(font, letter);
  return drawn === undefined ? null : font.glyphForCodePoint(drawn.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm;
}

function open(bytes: Uint8Array): Font {
  let font = opened.get(bytes);
  if (font === undefined) opened.set(bytes, (font = create(bytes)));
  return font;
}

/** The fonts of a document that is about to be made. */
export function typeCase(fonts: PdfFonts): TypeCase {
  const source = (face: FaceName): Font =>
    open(isFirst(face) ? fonts[face] : fonts.further(face === 'missing' ? 'sans' : face));
  const made = new Map<FaceName, Font>();
  const fontOf = (face: FaceName): Font => {
    let font = made.get(face);
    if (font === undefined) made.set(face, (font = drawing(source(face), face)));
    return font;
  };
  return {
    split: (text, font) => split(printable(text), font, source),
    fontOf,
    widthOf: (text, face) => (isFirst(face) ? sumOf(text, letterWidth(source(face))) : undefined),
    scaleOf: (face) => SCALE[face] ?? 1,
    ascentOf: (face) => source(face).ascent / source(face).unitsPerEm,
  };
}

const isFirst = (face: FaceName): face is FontName => Object.hasOwn(FURTHER, face);

function drawing(font: Font, face: FaceName): Font {
  const shapes =
    face === 'missing' ? missingShapes : isFirst(face) ? plainShapes : face === 'signs' ? signShapes : joinedShapes;
  const layout = (text: string): Shape[] =>
    text.startsWith(TURNED) && face !== 'missing'
      ? turnedShapes(font, text.slice(1))
      : shapes(font, text.replace(TURNED, ''));
  // A name of its own, or the library takes it for the font it is made of.
  return readingFont(font, face === 'missing' ? `${font.postscriptName}-Missing` : font.postscriptName, layout);
}

function split(text: string, name: FontName, source: (face: FaceName) => Font): Faced[] {
  const widthIn = letterWidth(source(name));
  if (isDrawn(text, widthIn)) return text === '' ? [] : [{ text, font: name }];
  const parts: Faced[] = [];
  for (const cluster of clustersOf(text)) {
    const drawn = JOINED.test(cluster) ? cluster : cluster.replace(JOINERS, '');
    if (drawn === '') continue;
    const font = drawn.length === 1 && widthIn(drawn) !== null ? name : furtherFace(drawn, name, source);
    const last = parts.at(-1);
    if (last?.font === font) last.text += drawn;
    else parts.push({ text: drawn, font });
  }
  return parts;
}

/** Emoji are asked for in the font of emoji first. */
function furtherFace(cluster: string, name: FontName, source: (face: FaceName) => Font): FaceName {
  const faces = EMOJI.test(cluster) ? [...FURTHER[name]].reverse() : FURTHER[name];
  const letters = [...cluster.replace(JOINERS, '')];
  return faces.find((face) => letters.every((letter) => letterIn(source(face), letter) !== undefined)) ?? 'missing';
}

/** Whether a font draws a text with nothing left over. */
function isDrawn(text: string, widthIn: (letter: string) => number | null): boolean {
  for (const letter of text) if (widthIn(letter) === null) return false;
  return true;
}

function sumOf(text: string, widthIn: (letter: string) => number | null): number {
  let sum = 0;
  for (const letter of text) sum += widthIn(letter) ?? 0;
  return sum;
}
