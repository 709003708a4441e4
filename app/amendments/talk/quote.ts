/** Half-open range of UTF-16 units in a text. */
export type Range = { from: number; to: number };

/**
 * Where quoted words stand in a text, the first time where they stand there more often; null when they do not. Kinds of
 * blanks make no difference, because pages bind short words with no-break spaces; everything else has to be the same.
 */
export function findQuote(text: string, quote: string): Range | null {
  const words = quote.normalize('NFC').trim().split(/\s+/u).filter(Boolean);
  if (words.length === 0) return null;
  const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join(String.raw`\s+`), 'u');
  const found = pattern.exec(text);
  return found ? { from: found.index, to: found.index + found[0].length } : null;
}
