import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { furtherFont } from './load-further.server.ts';
import type { PdfFonts } from './pdf-fonts.ts';

let loaded: Promise<PdfFonts> | null = null;

/** The fonts of the pages, Public Sans and Brygada 1918, each weight a TrueType file of its own; read once per process. */
export function loadFonts(): Promise<PdfFonts> {
  loaded ??= readFonts();
  return loaded;
}

async function readFonts(): Promise<PdfFonts> {
  const [regular, bold, law, lawBold] = await Promise.all(
    ['public-sans-400', 'public-sans-700', 'brygada-1918-400', 'brygada-1918-700'].map(readFont),
  );
  return { regular: regular!, bold: bold!, law: law!, lawBold: lawBold!, further: furtherFont };
}

/** A file of the program, found from wherever it was built to. */
function readFont(name: string): Promise<Uint8Array> {
  return readFile(createRequire(import.meta.url).resolve(`#app/documents/pdf/fonts/${name}.ttf`));
}
