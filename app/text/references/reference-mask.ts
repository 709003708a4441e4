import { blankUnseen } from '../tree/unseen.ts';

/** Page furniture that a printed source leaves inside a sentence: patterns of lines.ts, found anywhere in a text. */
const FURNITURE: readonly RegExp[] = [
  /©\s?Kancelaria Sejmu(?:\s{1,3}s\.\s?\d{1,4}\s?\/\s?\d{1,4})?(?:\s\d{4}-\d{2}-\d{2})?/gu,
  /\bs\. ?\d{1,4} ?\/ ?\d{1,4}(?:\s\d{4}-\d{2}-\d{2})?/g,
  /\b(?:Strona|Str\.) ?\d{1,4} ?(?:z|\/) ?\d{1,4}/g,
  /Dziennik Urz\S{2,6} Województwa \S{4,30} ?[–-]? ?\d{1,4} ?[–-]? ?Poz\. ?\d{1,6}/gu,
  /Dziennik Ustaw ?[–-]? ?\d{1,4} ?[–-]? ?Poz\. ?\d{1,6}/gu,
];
const MAY_HOLD = /©|s\. ?\d|Str(?:ona|\.)|Dziennik/;

/**
 * A text as a reader of references sees it: page furniture and invisible signs are blanks. As long as the text given, so that
 * places stay.
 */
export function readableText(text: string): string {
  let seen = blankUnseen(text);
  if (!MAY_HOLD.test(seen)) return seen;
  for (const pattern of FURNITURE) seen = seen.replace(pattern, (words) => ' '.repeat(words.length));
  return seen;
}

/** Words out of a readable text, every run of blanks one space. */
export function seenWords(text: string, from: number, to: number): string {
  const words = text.slice(from, to);
  return /\s{2}/.test(words) ? words.replace(/\s+/g, ' ').trim() : words;
}
