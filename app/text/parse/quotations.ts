import { scanQuotes } from './quoted.ts';

/** A quotation longer than this is not looked for. */
const MAX_QUOTATION = 60_000;

/** Stretches of quoted wording, which belong to the line of the command: [from, to) in their order. */
export function quotations(text: string): Array<[number, number]> {
  const found: Array<[number, number]> = [];
  for (const hit of text.matchAll(/(?:brzmieni[eu]|treści)\s?[:–-]?\s?(?=,,|["„”“])/gu)) {
    const from = hit.index + hit[0].length;
    if (from < (found.at(-1)?.[1] ?? 0)) continue;
    const length = text.startsWith(',,', from) ? 2 : 1;
    const { at } = scanQuotes(text.slice(from + length, from + length + MAX_QUOTATION), 1);
    // One that is never closed makes all after it doubtful, and each would be looked for to the end.
    if (at < 0) break;
    found.push([from, from + length + at]);
  }
  return found;
}
