/** What follows these words in an address opens something by itself: a link from a letter, an invitation, an embargo. */
const beforeSecret = new Set([
  'haslo',
  'potwierdz',
  'uwaga',
  'link',
  'embargo',
  'wypisz',
  'zaproszenie',
  'adres',
  'kod',
]);
/** Longer than any name of ours; a secret misplaced in an address is longer still. */
const longestName = 80;

/** What looks like a secret of ours, wherever somebody put it by mistake: long, of both cases; no name of ours has capitals. */
const looksSecret = (part: string) => part.length >= 40 && /[A-Z]/.test(part) && /[a-z]/.test(part);

/** An address as the log may keep it: without what was asked (`?…`), and with secrets blanked. */
export function loggedPath(address: string): string {
  const path = address.slice(0, 2_000).split(/[?#]/, 1)[0] ?? '';
  let secret = false;
  return path
    .split('/')
    .map((part) => {
      const word = decoded(part);
      const hidden =
        (secret && word !== '' && !beforeSecret.has(word)) ||
        part.length > longestName ||
        looksSecret(part) ||
        part.includes('@') ||
        word.includes('@');
      if (word !== '') secret = beforeSecret.has(word);
      return hidden ? '…' : part;
    })
    .join('/');
}

/** As the router reads it, which takes `/Haslo` and `/%68aslo` for `/haslo`. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
      .toLowerCase()
      .replace(/\.data$/, '');
  } catch (error) {
    if (error instanceof URIError) return part.toLowerCase();
    throw error;
  }
}
