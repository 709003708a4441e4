import { decomposed } from '#app/text/tree/compose.ts';

export { bindSpaces } from '#app/text/tree/bound-spaces.ts';

/** Lower case without diacritics, single spaces: how names are searched and slugs are made. */
export function fold(text: string): string {
  return decomposed(text.toLowerCase().replaceAll('ł', 'l'))
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** „Zasady konsultacji" → "zasady-konsultacji", at most `max` characters, cut at a word. Empty text gives "tekst". */
export function slugify(text: string, max = 60): string {
  const words = fold(text)
    .replace(/[^a-z0-9 ]/g, '')
    .split(' ')
    .filter(Boolean);
  let slug = '';
  for (const word of words) {
    if (slug && slug.length + 1 + word.length > max) break;
    slug = slug ? `${slug}-${word}` : word.slice(0, max);
  }
  return slug || 'tekst';
}

/** A name for an address that nobody has: the name itself, then with -2, -3 … */
export function freeSlug(base: string, taken: ReadonlySet<string>): string {
  let slug = base;
  for (let n = 2; taken.has(slug); n += 1) slug = `${base}-${n}`;
  return slug;
}
