import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import type { PdfFonts } from './pdf-fonts.ts';
import { staticFont } from './static-font.ts';
import { woff2ToTtf } from './woff2-to-ttf.ts';

let loaded: Promise<PdfFonts> | null = null;

/** Public Sans out of its package, read once per process. */
export function loadFonts(): Promise<PdfFonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<PdfFonts> {
  const resolve = createRequire(import.meta.url).resolve;
  const read = async (subset: string): Promise<Uint8Array> => {
    const file = await readFile(resolve(`@fontsource-variable/public-sans/files/public-sans-${subset}-wght-normal.woff2`));
    return woff2ToTtf(file, brotliDecompressSync);
  };
  // ą, ć, ę, ł, ń, ś, ź and ż are in a file of their own.
  const files = await Promise.all([read('latin'), read('latin-ext')]);
  const of = (name: string, weight: number): Uint8Array => staticFont(files, { family: 'Public Sans', name, weight });
  return { regular: of('Regular', 400), bold: of('Bold', 700) };
}
