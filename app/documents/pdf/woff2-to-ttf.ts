import { ByteReader } from './byte-reader.ts';
import { assembleTtf } from './ttf-file.ts';
import { restoreGlyphs } from './woff2-glyphs.ts';

/** Tags with a number of their own in a WOFF2 directory, in the order of the standard. */
const TAGS = ('cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH '
  + 'CBDT CBLC COLR CPAL SVG_ sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill').split(' ').map((tag) => tag.replace('_', ' '));

type Entry = { tag: string; length: number; isTransformed: boolean };

/**
 * The TrueType file inside a WOFF2 file. The PDF library cannot take another weight of a variable font out of WOFF2,
 * only out of TrueType. `decompress` undoes Brotli. Throws for anything that is no WOFF2 file with TrueType outlines.
 */
export function woff2ToTtf(file: Uint8Array, decompress: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const head = new ByteReader(file);
  if (head.u32() !== 0x774f4632) throw new Error('the font is no WOFF2 file');
  const flavor = head.u32();
  head.at = 12;
  const count = head.u16();
  head.at = 20;
  const packed = head.u32();
  head.at = 48;
  const entries = Array.from({ length: count }, () => readEntry(head));
  const data = new ByteReader(decompress(head.take(packed)));
  const tables = new Map(entries.map(({ tag, length }) => [tag, data.take(length)] as const));
  if (entries.some(({ tag, isTransformed }) => tag === 'hmtx' && isTransformed)) throw new Error('the font packs its widths in a way that is not read here');
  const glyphs = tables.get('glyf');
  if (glyphs === undefined) throw new Error('the font has no TrueType outlines');
  if (entries.some(({ tag, isTransformed }) => tag === 'glyf' && isTransformed)) unpackOutlines(tables, glyphs);
  return assembleTtf(flavor, tables);
}

function readEntry(head: ByteReader): Entry {
  const flags = head.u8();
  const known = flags & 0x3f;
  const tag = known === 0x3f ? String.fromCharCode(...head.take(4)) : (TAGS[known] ?? '');
  const version = flags >> 6;
  const isTransformed = tag === 'glyf' || tag === 'loca' ? version === 0 : version !== 0;
  const original = head.base128();
  return { tag, length: isTransformed ? head.base128() : original, isTransformed };
}

/** Outlines and their places; the head table says that places are long. */
function unpackOutlines(tables: Map<string, Uint8Array>, packed: Uint8Array): void {
  const { glyf, offsets } = restoreGlyphs(packed);
  const loca = new DataView(new ArrayBuffer(offsets.length * 4));
  offsets.forEach((offset, i) => loca.setUint32(i * 4, offset));
  const head = Uint8Array.from(tables.get('head') ?? []);
  new DataView(head.buffer).setInt16(50, 1);
  tables.set('glyf', glyf).set('loca', new Uint8Array(loca.buffer)).set('head', head);
}
