import { clustersOf } from '#app/documents/pdf/clusters.ts';
import { MISSING } from '#app/documents/pdf/shapes.ts';
import type { Faced, TypeCase } from '#app/documents/pdf/type-case.ts';

/**
 * Words of an SVG of ours as they can be drawn: composed, nothing that is not seen, a box for each letter that no font has. What draws the
 * picture finds other fonts itself, but not for an emoji of several parts: of those the first is drawn.
 */
export function drawableWords(svg: string, letters: TypeCase): string {
  return svg.replace(/>[^<>]+(?=<)/g, (words) => `>${letters.split(words.slice(1), 'regular').map(drawable).join('')}`);
}

function drawable({ text, font }: Faced): string {
  if (font === 'missing')
    return clustersOf(text)
      .map((cluster) => (cluster === ' ' ? cluster : MISSING))
      .join('');
  return font === 'signs'
    ? clustersOf(text)
        .map((cluster) => [...cluster][0] ?? '')
        .join('')
    : text;
}
