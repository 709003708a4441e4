import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';
import { furtherFile, furtherFont } from '#app/documents/pdf/load-further.server.ts';
import { typeCase } from '#app/documents/pdf/type-case.ts';
import { drawableWords } from './picture-letters.ts';

/** Letters the pictures are drawn with. Files of the package, found from wherever the program was built to. */
const fontFiles = ['public-sans-400', 'public-sans-600', 'brygada-1918-600'].map(
  (name) => `#app/monitoring/charts/fonts/${name}.ttf`,
);

/** Twice the size of the drawing, so that print and dense screens show it sharp. */
const SCALE = 2;

/** Letters that the fonts above have for sure. */
const PLAIN = /^[\n\x20-\x7eóÓąćęłńśźżĄĆĘŁŃŚŹŻ§–„”…]*$/;

/** The fonts for other letters, opened only where there are any: together they are twenty times as long. */
const further = ['sans', 'sansBold', 'signs'] as const;

/** An SVG of ours as PNG. A letter that no font has is a box. */
export async function drawPicture(given: string): Promise<Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  const isPlain = PLAIN.test(given);
  const files = [...fontFiles.map((file) => resolve(file)), ...(isPlain ? [] : further.map(furtherFile))];
  const svg = isPlain ? given : drawableWords(given, lettersOf(readFileSync(files[0]!)));
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: {
      loadSystemFonts: false,
      fontFiles: files,
      defaultFontFamily: 'Public Sans',
      sansSerifFamily: 'Public Sans',
      serifFamily: 'Brygada 1918',
    },
  });
  return new Uint8Array(image.asPng());
}

/** Which font has what; the weights of a family have the same letters. */
function lettersOf(regular: Uint8Array): ReturnType<typeof typeCase> {
  return typeCase({ regular, bold: regular, law: regular, lawBold: regular, further: furtherFont });
}
