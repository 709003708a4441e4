import { decomposed } from '#app/text/tree/compose.ts';

/** Words that stay with the figure before them. */
const COUNTED =
  /(\d) (?=(?:dni|dnia|dniach|dniem|dzień|r|zł|gr|mln|mld|tys|osoba|osoby|osób|godz|godzin|godziny|minut|minuty|miesięcy|miesiące|lat|lata|kB|MB|GB|km|m|ha|%)(?![\p{L}\p{N}]))/gu;

/**
 * Non-breaking spaces where Polish setting wants them: after §, art., ust., pkt, lit., nr, poz., after one-letter
 * words, and between a figure and what it counts. Idempotent; changes nothing but spaces. For what is shown or printed; never for
 * words that are kept, compared or hashed.
 */
export function bindSpaces(text: string): string {
  return text
    .replace(/(§|(?:^|(?<=[\s(„]))(?:art\.|ust\.|pkt|lit\.|nr|poz\.|godz\.))[ ](?=[\p{L}\p{N}])/giu, '$1\u00a0')
    .replace(/(?<=^|[\s(„\u00a0])([aiouwzAIOUWZ]) (?=\S)/g, '$1\u00a0')
    .replace(COUNTED, '$1\u00a0');
}

/** Whether no line ends between two words. */
export function isBound(before: string, after: string): boolean {
  return bindSpaces(`${before} ${after}`).at(before.length) === '\u00a0';
}

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
