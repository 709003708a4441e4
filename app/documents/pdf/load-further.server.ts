import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FurtherName } from './pdf-fonts.ts';

/** DejaVu has Greek, Cyrillic, Hebrew, Arabic, signs of mathematics and places for marks; its narrow cut is as wide as the fonts of the pages. */
const FILES: Readonly<Record<FurtherName, string>> = {
  sans: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  sansBold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
  serif: 'dejavu-fonts-ttf/ttf/DejaVuSerifCondensed.ttf',
  serifBold: 'dejavu-fonts-ttf/ttf/DejaVuSerifCondensed-Bold.ttf',
  signs: '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
};

const read = new Map<FurtherName, Uint8Array>();

/** Where the file of a further font is. */
export function furtherFile(name: FurtherName): string {
  return createRequire(import.meta.url).resolve(FILES[name]);
}

/** A further font out of its package; read once per process, and only where a text needs it. */
export function furtherFont(name: FurtherName): Uint8Array {
  let bytes = read.get(name);
  if (bytes === undefined) read.set(name, (bytes = readFileSync(furtherFile(name))));
  return bytes;
}
