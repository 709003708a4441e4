/** Signs that print nothing: soft hyphen, zero width blanks and joiners, marks of direction, word joiner, byte order mark. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/u;
const ALL_UNSEEN = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

/** A text without the signs that print nothing. */
function withoutUnseen(text: string): string {
  return UNSEEN.test(text) ? text.replace(ALL_UNSEEN, '') : text;
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
  if (!UNSEEN.test(text)) return read(text);
  const found = read(withoutUnseen(text).trimStart());
  if (found === null) return null;
  const lead = withoutUnseen(text).length - withoutUnseen(text).trimStart().length;
  return restore(found, (length) => {
    let left = length + lead;
    let at = 0;
    while (at < text.length && (left > 0 || UNSEEN.test(text[at]!))) {
      if (!UNSEEN.test(text[at]!)) left -= 1;
      at += 1;
    }
    return text.slice(0, at);
  });
}

/** A text with a blank for every sign that prints nothing: as long as the text given. */
export function blankUnseen(text: string): string {
  return UNSEEN.test(text) ? text.replace(ALL_UNSEEN, ' ') : text;
}
