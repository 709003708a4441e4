/** Signs that print nothing: soft hyphen, zero width blanks and joiners, marks of direction, word joiner, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u;
const ALL_UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/** Signs of Markdown before a mark or a heading: "**§ 1.**", "## Rozdział 1", "> § 2."; "* § 1" is a bullet. */
const DECORATED =
  /^(?:(?:§\s?|Art\.\s?)?\d{1,4}[a-z]{0,2}\\[.)]|#{1,6}\s+|>\s?|\*{2,3}(?=\S)|_{2,3}(?=\S)|[*_](?=(?:§|Art|Par)))/u;
const DECORATION = /[*_#>\\]/u;
const ALL_DECORATION = /[*_#>\\]/gu;

/** A text without the signs that print nothing, and without those that only decorate it. */
function withoutUnseen(text: string): string {
  const seen = UNSEEN.test(text) ? text.replace(ALL_UNSEEN, '') : text;
  return DECORATED.test(seen) ? seen.replace(ALL_DECORATION, '') : seen;
}

/**
 * Reads a text as it is seen. What was read of the visible text is told apart from it by `restore`, whose second argument gives, for
 * a length of the visible text, the text as it stands up to there with its invisible signs.
 */
export function readThrough<T>(
  text: string,
  read: (visible: string) => T | null,
  restore: (found: T, kept: (length: number) => string) => T,
): T | null {
  const bare = withoutUnseen(text);
  if (bare.length === text.length) return read(text);
  const found = read(bare.trimStart());
  if (found === null) return null;
  const lead = bare.length - bare.trimStart().length;
  const isDecorated = DECORATED.test(text.replace(ALL_UNSEEN, ''));
  const isHidden = (sign: string): boolean => UNSEEN.test(sign) || (isDecorated && DECORATION.test(sign));
  return restore(found, (length) => {
    let left = length + lead;
    let at = 0;
    while (at < text.length && (left > 0 || isHidden(text[at]!))) {
      if (!isHidden(text[at]!)) left -= 1;
      at += 1;
    }
    return text.slice(0, at);
  });
}

/** Words with the signs in and beside them. */
const WORDS = /[\p{L}\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+/gu;

const CITING = /^(?:par|art|ust|pun|lit|zda|tir|zał|roz|dzi|odd|pod)/iu;

/**
 * A text with a blank for every sign that prints nothing, beside the word where it stands inside one: as long as the text given, and
 * what is no letter stays in its place, as does the beginning of a word that cites a unit.
 */
export function blankUnseen(text: string): string {
  if (!UNSEEN.test(text)) return text;
  return text
    .replace(WORDS, (word) => {
      const seen = word.replace(ALL_UNSEEN, '');
      if (!CITING.test(seen)) return seen.padStart(word.length, ' ');
      return ' '
        .repeat(word.indexOf(seen.charAt(0)))
        .concat(seen)
        .padEnd(word.length, ' ');
    })
    .replace(ALL_UNSEEN, ' ');
}

/** A text as it is seen: without invisible signs and without the decoration before it. */
export function plainText(text: string): string {
  return withoutUnseen(text).trim();
}
