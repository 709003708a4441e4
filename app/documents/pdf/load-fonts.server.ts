import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { brotliDecompressSync } from 'node:zlib';
import type { PdfFonts } from './pdf-fonts.ts';
import { staticFont } from './static-font.ts';
import { woff2ToTtf } from './woff2-to-ttf.ts';

let loaded: Promise<PdfFonts> | null = null;

/** The fonts of the pages, Public Sans and Brygada 1918, out of their packages; read once per process. */
export function loadFonts(): Promise<PdfFonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<PdfFonts> {
  const [sans, law] = await Promise.all([readFamily('public-sans'), readFamily('brygada-1918')]);
  const of = (files: readonly Uint8Array[], family: string, name: string, weight: number): Uint8Array => staticFont(files, { family, name, weight });
  return {
    regular: of(sans, 'Public Sans', 'Regular', 400), bold: of(sans, 'Public Sans', 'Bold', 700),
    law: of(law, 'Brygada 1918', 'Regular', 400), lawBold: of(law, 'Brygada 1918', 'Bold', 700),
  };
}

function readFamily(family: string): Promise<Uint8Array[]> {
  const resolve = createRequire(import.meta.url).resolve;
  // ą, ć, ę, ł, ń, ś, ź and ż are in a file of their own.
  return Promise.all(['latin', 'latin-ext'].map(async (subset) =>
    woff2ToTtf(await readFile(resolve(`@fontsource-variable/${family}/files/${family}-${subset}-wght-normal.woff2`)), brotliDecompressSync)));
}
