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
