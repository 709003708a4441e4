import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

/** Letters the pictures are drawn with. Files of the package, found from wherever the program was built to. */
const fontFiles = ['public-sans-400', 'public-sans-600', 'brygada-1918-600'].map((name) => `#app/monitoring/charts/fonts/${name}.ttf`);

/** Twice the size of the drawing, so that print and dense screens show it sharp. */
const SCALE = 2;

/** Pictures kept for readers who come at once; at some 100 kB each a few megabytes. */
const KEPT = 60;
const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** One drawing at a time: each takes a core for a moment, and readers of pages must not wait for a crowd of them. */
let queue: Promise<unknown> = Promise.resolve();

/** An SVG of ours as PNG. The drawing library is loaded with the first picture, not with the program. */
export function svgToPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const key = createHash('sha256').update(svg).digest('base64url');
  const known = kept.get(key);
  if (known) {
    // The most recently used comes last: the first is the one to drop.
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const made = queue.then(() => draw(svg));
  queue = made.catch(() => kept.delete(key));
  kept.set(key, made);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  return made;
}

async function draw(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const { renderAsync } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const image = await renderAsync(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { loadSystemFonts: false, fontFiles: fontFiles.map((file) => resolve(file)), defaultFontFamily: 'Public Sans', sansSerifFamily: 'Public Sans', serifFamily: 'Brygada 1918' },
  });
  return new Uint8Array(image.asPng());
}
