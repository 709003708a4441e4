/** Beginning of a text for a list, cut at a word. */
export function firstWords(text: string, max = 70): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= max) return flat;
  const cut = flat.lastIndexOf(' ', max);
  return `${flat.slice(0, cut > 0 ? cut : max)}…`;
}

/** The end of a text, where its mark is, cut at a word. */
export function lastWords(text: string, max = 40): string {
  if (text.length <= max) return text;
  const from = text.length - max;
  const cut = text.indexOf(' ', from);
  return `…${text.slice(cut < 0 ? from : cut + 1)}`;
}
