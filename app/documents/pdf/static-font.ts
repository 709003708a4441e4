import { create, type Font, type Glyph } from 'fontkit';
import { ByteWriter, concat, padded } from './byte-writer.ts';
import { assembleTtf } from './ttf-file.ts';

type Outline = { bytes: Uint8Array; points: number; contours: number; left: number; advance: number };
type Point = { x: number; y: number; on: boolean };

/**
 * One plain TrueType font of a single weight out of several files of a variable font, each letter from the first file
 * that has it. A PDF writer that can embed neither a weight nor a second file for ą and ę takes it as it is.
 */
export function staticFont(files: readonly Uint8Array[], style: { family: string; name: string; weight: number }): Uint8Array {
  const fonts = files.map((file) => create(file).getVariation({ wght: style.weight }));
  const first = fonts[0];
  if (first === undefined) throw new Error('no font given');
  const letters = new Map<number, Font>();
  for (const font of fonts) for (const code of font.characterSet) if (!letters.has(code)) letters.set(code, font);
  const codes = [...letters.keys()].filter((code) => code > 0 && code <= 0xffff).sort((a, b) => a - b);
  const outlines = [first.glyphForCodePoint(0), ...codes.map((code) => letters.get(code)!.glyphForCodePoint(code))].map(toOutline);
  return assembleTtf(0x00010000, tablesOf(first, { outlines, codes, ...style }));
}

function tablesOf(font: Font, { outlines, codes, family, name, weight }: { outlines: Outline[]; codes: number[]; family: string; name: string; weight: number }): Map<string, Uint8Array> {
  const offsets = [0];
  for (const { bytes } of outlines) offsets.push(offsets.at(-1)! + bytes.length);
  return new Map([
    ['head', words([1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 3, font.unitsPerEm, 0, 0, 0, 0, 0, 0, 0, 0, 0, font.descent, font.unitsPerEm * 2, font.ascent, weight >= 600 ? 1 : 0, 8, 2, 1, 0])],
    ['hhea', words([1, 0, font.ascent, font.descent, 0, Math.max(...outlines.map(({ advance }) => advance)), 0, 0, font.unitsPerEm * 2, 1, 0, 0, 0, 0, 0, 0, 0, outlines.length])],
    ['maxp', words([1, 0, outlines.length, Math.max(...outlines.map(({ points }) => points)), Math.max(...outlines.map(({ contours }) => contours)), 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['hmtx', words(outlines.flatMap(({ advance, left }) => [advance, left]))],
    ['loca', longs(offsets)],
    ['glyf', concat(outlines.map(({ bytes }) => bytes))],
    ['cmap', characterMap(codes)],
    ['post', words([3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ['name', nameTable([[1, family], [2, name], [4, `${family} ${name}`], [6, `${family.replaceAll(' ', '')}-${name}`]])],
  ]);
}

function toOutline(glyph: Glyph): Outline {
  const contours = contoursOf(glyph);
  const points = contours.flat();
  const advance = Math.round(glyph.advanceWidth);
  if (points.length === 0) return { bytes: new Uint8Array(), points: 0, contours: 0, left: 0, advance };
  const box = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y))];
  const out = new ByteWriter();
  [contours.length, ...box].forEach((value) => out.i16(value));
  let end = -1;
  for (const contour of contours) out.i16((end += contour.length));
  out.i16(0);
  points.forEach(({ on }) => out.u8(on ? 1 : 0));
  points.forEach(({ x }, i) => out.i16(x - (points[i - 1]?.x ?? 0)));
  points.forEach(({ y }, i) => out.i16(y - (points[i - 1]?.y ?? 0)));
  return { bytes: padded(out.done()), points: points.length, contours: contours.length, left: box[0]!, advance };
}

/** Contours of an outline; the point that only closes one is left out. */
function contoursOf(glyph: Glyph): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of glyph.path.commands) {
    const [a = 0, b = 0, c = 0, d = 0] = args.map(Math.round);
    if (command === 'moveTo') contours.push([{ x: a, y: b, on: true }]);
    else if (command === 'lineTo') contours.at(-1)?.push({ x: a, y: b, on: true });
    else if (command === 'quadraticCurveTo') contours.at(-1)?.push({ x: a, y: b, on: false }, { x: c, y: d, on: true });
    else if (command === 'bezierCurveTo') throw new Error('the font has outlines of another kind than TrueType');
  }
  for (const contour of contours) {
    const [start, last] = [contour[0], contour.at(-1)];
    if (contour.length > 1 && last?.on === true && start?.x === last.x && start.y === last.y) contour.pop();
  }
  return contours.filter((contour) => contour.length > 1);
}

/** Format 4, one segment for each run of codes; glyph 0 is the empty one, so the first code is glyph 1. */
function characterMap(codes: readonly number[]): Uint8Array {
  const segments: { from: number; to: number; delta: number }[] = [];
  codes.forEach((code, i) => {
    const last = segments.at(-1);
    if (last !== undefined && last.to === code - 1) last.to = code;
    else segments.push({ from: code, to: code, delta: i + 1 - code });
  });
  if (segments.at(-1)?.to !== 0xffff) segments.push({ from: 0xffff, to: 0xffff, delta: 1 });
  const count = segments.length;
  const power = 2 ** Math.floor(Math.log2(count));
  const body = [count * 2, power * 2, Math.log2(power), (count - power) * 2, ...segments.map(({ to }) => to), 0, ...segments.map(({ from }) => from), ...segments.map(({ delta }) => delta), ...segments.map(() => 0)];
  return words([0, 1, 3, 1, 0, 12, 4, body.length * 2 + 6, 0, ...body]);
}

function nameTable(records: readonly (readonly [number, string])[]): Uint8Array {
  const out = new ByteWriter();
  [0, records.length, 6 + records.length * 12].forEach((value) => out.i16(value));
  let at = 0;
  for (const [id, text] of records) {
    [3, 1, 0x0409, id, text.length * 2, at].forEach((value) => out.i16(value));
    at += text.length * 2;
  }
  for (const [, text] of records) for (let i = 0; i < text.length; i += 1) out.i16(text.charCodeAt(i));
  return out.done();
}

function words(values: readonly number[]): Uint8Array {
  const out = new ByteWriter();
  values.forEach((value) => out.i16(Math.round(value)));
  return out.done();
}

function longs(values: readonly number[]): Uint8Array {
  const out = new ByteWriter();
  values.forEach((value) => out.u32(value));
  return out.done();
}
