/**
 * What stands at the two ends of a text. A pattern like `/[ ]+$/` looks for its end from every sign of every run, which on a
 * text of nothing else takes the square of its length; these look at each sign once.
 */

/** Index behind the last sign that `isLoose` does not name, looking back from `end`. */
export function lastKept(text: string, isLoose: (sign: string) => boolean, end = text.length): number {
  let at = end;
  while (at > 0 && isLoose(text[at - 1]!)) at -= 1;
  return at;
}

/** A text without any of `signs` (single UTF-16 units) at its end. */
export function withoutEnd(text: string, signs: string): string {
  return text.slice(
    0,
    lastKept(text, (sign) => signs.includes(sign)),
  );
}

/** A text without any of `signs` at both ends. */
export function withoutEnds(text: string, signs: string): string {
  const end = lastKept(text, (sign) => signs.includes(sign));
  let from = 0;
  while (from < end && signs.includes(text[from]!)) from += 1;
  return text.slice(from, end);
}

/** The last word: what stands behind the last blank. The whole text when it has none, '' when it ends with one. */
export function lastWord(text: string): string {
  return text.slice(lastKept(text, isLetter));
}

/** A text cut before its last word and the blanks in front of it; as it is when it has no blank. */
export function withoutLastWord(text: string): string {
  const from = lastKept(text, isLetter);
  return from === 0 ? text : text.slice(0, from).trimEnd();
}

const isLetter = (sign: string) => sign.trim() !== '';

/** Every stretch of blanks that holds a line end becomes one space. */
export function onOneLine(text: string): string {
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, at) => (at === 0 ? (last === 0 ? line : line.trimEnd()) : at === last ? line.trimStart() : line.trim()))
    .filter((line, at) => line !== '' || at === 0 || at === last)
    .join(' ');
}
