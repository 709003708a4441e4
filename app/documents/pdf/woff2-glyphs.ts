import { ByteReader } from './byte-reader.ts';
import { ByteWriter, concat, padded } from './byte-writer.ts';

/** Outlines as a TrueType font stores them: the glyf table and where each glyph begins in it. */
export type Glyphs = { glyf: Uint8Array; offsets: number[]; leftEdges: number[] };

type Streams = Record<'contours' | 'points' | 'flags' | 'glyphs' | 'composites' | 'boxes' | 'instructions', ByteReader>;

const HAVE_INSTRUCTIONS = 0x100;
const MORE_COMPONENTS = 0x20;

/** Puts the glyf table of a WOFF2 file together again (WOFF2, section 5.1). */
export function restoreGlyphs(table: Uint8Array): Glyphs {
  const head = new ByteReader(table);
  head.at = 4;
  const count = head.u16();
  head.u16();
  const names = ['contours', 'points', 'flags', 'glyphs', 'composites', 'boxes', 'instructions'] as const;
  const sizes = names.map(() => head.u32());
  const streams = {} as Streams;
  names.forEach((name, i) => (streams[name] = new ByteReader(head.take(sizes[i]!))));
  const boxed = streams.boxes.take(4 * ((count + 31) >> 5));
  const parts: Uint8Array[] = [];
  const offsets = [0];
  const leftEdges: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const hasBox = (boxed[i >> 3]! & (0x80 >> (i & 7))) !== 0;
    const glyph = readGlyph(streams, hasBox);
    parts.push(glyph);
    leftEdges.push(glyph.length === 0 ? 0 : new ByteReader(glyph, 2).i16());
    offsets.push(offsets.at(-1)! + glyph.length);
  }
  return { glyf: concat(parts), offsets, leftEdges };
}

function readGlyph(streams: Streams, hasBox: boolean): Uint8Array {
  const contours = streams.contours.i16();
  if (contours === 0) return new Uint8Array();
  const box = hasBox ? streams.boxes.take(8) : null;
  const glyph = contours > 0 ? simpleGlyph(streams, contours, box) : compositeGlyph(streams, box);
  return padded(glyph);
}

function simpleGlyph(streams: Streams, contours: number, box: Uint8Array | null): Uint8Array {
  const ends: number[] = [];
  for (let i = 0, end = -1; i < contours; i += 1) ends.push((end += streams.points.short()));
  const points = readPoints(streams, ends.at(-1)! + 1);
  const instructions = streams.instructions.take(streams.glyphs.short());
  const out = new ByteWriter();
  out.i16(contours);
  if (box === null) boxOf(points).forEach((edge) => out.i16(edge));
  else out.bytes(box);
  ends.forEach((end) => out.i16(end));
  out.i16(instructions.length);
  out.bytes(instructions);
  // Every delta as a full word: a little longer and always right.
  points.forEach(({ on }) => out.u8(on ? 1 : 0));
  points.forEach(({ x }, i) => out.i16(x - (points[i - 1]?.x ?? 0)));
  points.forEach(({ y }, i) => out.i16(y - (points[i - 1]?.y ?? 0)));
  return out.done();
}

type Point = { x: number; y: number; on: boolean };

function readPoints({ flags, glyphs }: Streams, count: number): Point[] {
  const points: Point[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i += 1) {
    const byte = flags.u8();
    const [dx, dy] = readTriplet(byte & 0x7f, glyphs);
    x += dx;
    y += dy;
    points.push({ x, y, on: byte < 0x80 });
  }
  return points;
}

/** One step from point to point, packed into one to four bytes (WOFF2, section 5.2). */
function readTriplet(flag: number, glyphs: ByteReader): [number, number] {
  const signed = (bits: number, value: number): number => ((bits & 1) === 1 ? value : -value);
  if (flag < 10) return [0, signed(flag, ((flag & 14) << 7) + glyphs.u8())];
  if (flag < 20) return [signed(flag, (((flag - 10) & 14) << 7) + glyphs.u8()), 0];
  if (flag < 84) {
    const [high, low] = [flag - 20, glyphs.u8()];
    return [signed(flag, 1 + (high & 0x30) + (low >> 4)), signed(flag >> 1, 1 + ((high & 0x0c) << 2) + (low & 0x0f))];
  }
  if (flag < 120) {
    const high = flag - 84;
    return [signed(flag, 1 + (Math.floor(high / 12) << 8) + glyphs.u8()), signed(flag >> 1, 1 + (((high % 12) >> 2) << 8) + glyphs.u8())];
  }
  if (flag < 124) {
    const [first, second, third] = [glyphs.u8(), glyphs.u8(), glyphs.u8()];
    return [signed(flag, (first << 4) + (second >> 4)), signed(flag >> 1, ((second & 0x0f) << 8) + third)];
  }
  return [signed(flag, glyphs.u16()), signed(flag >> 1, glyphs.u16())];
}

function compositeGlyph(streams: Streams, box: Uint8Array | null): Uint8Array {
  const { composites } = streams;
  const out = new ByteWriter();
  out.i16(-1);
  out.bytes(box ?? new Uint8Array(8));
  let flags = MORE_COMPONENTS;
  let hasInstructions = false;
  while ((flags & MORE_COMPONENTS) !== 0) {
    flags = composites.u16();
    hasInstructions ||= (flags & HAVE_INSTRUCTIONS) !== 0;
    const scale = (flags & 0x08) !== 0 ? 2 : (flags & 0x40) !== 0 ? 4 : (flags & 0x80) !== 0 ? 8 : 0;
    out.i16(flags);
    out.bytes(composites.take(2 + ((flags & 0x01) !== 0 ? 4 : 2) + scale));
  }
  if (hasInstructions) {
    const instructions = streams.instructions.take(streams.glyphs.short());
    out.i16(instructions.length);
    out.bytes(instructions);
  }
  return out.done();
}

function boxOf(points: readonly Point[]): number[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}
