import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

/** Letters the pictures are drawn with. Files of the package, found from wherever the program was built to. */
const fontFiles = ['public-sans-400', 'public-sans-600', 'brygada-1918-600'].map((name) => `#app/monitoring/charts/fonts/${name}.ttf`);

/** Twice the size of the drawing, so that print and dense screens show it sharp. */
const SCALE = 2;

/** An SVG of ours as PNG. */
export async function drawPicture(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles.map((file) => resolve(file)), defaultFontFamily: 'Public Sans', sansSerifFamily: 'Public Sans', serifFamily: 'Brygada 1918' },
  });
  return new Uint8Array(image.asPng());
}
