/** Beginning of a text for a list, cut at a word. */
export function firstWords(text: string, max = 70): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= max) return flat;
  const cut = flat.lastIndexOf(' ', max);
  return `${flat.slice(0, cut > 0 ? cut : max)}…`;
}

/** The end of a text, where its mark is. */
export const lastWords = (text: string): string =>
  text.length <= 40 ? text : `…${text.slice(Math.max(text.lastIndexOf(' ', text.length - 30), text.length - 40))}`;
