/** Signs of private use around words that people wrote, inside a sentence of the page; they are shown to nobody. */
const [from, until] = ['\uE000', '\uE001'] as const;

/**
 * Words that people wrote, marked before they go into a sentence of the page. What is written here is Polish, and a page in
 * another language says so of them: `Sentence` shows such a sentence, and nothing else may.
 */
export function inPolish(words: string): string {
  return words ? `${from}${words}${until}` : '';
}

/** A sentence cut at its marks: every second part was marked. */
export function polishParts(sentence: string): string[] {
  return sentence.split(/\uE000([^\uE000\uE001]*)\uE001/u);
}

/** A sentence without its marks, for a title of a page, which cannot say a language. */
export function unmarked(sentence: string): string {
  return polishParts(sentence).join('');
}

/** A sentence about a change cut at the words that it quotes in English quotation marks: every second part is quoted. */
export function quotedParts(sentence: string): string[] {
  return sentence.split(/(?<=“)((?:[^“”„]|„[^“”„]*”)*)/u);
}
