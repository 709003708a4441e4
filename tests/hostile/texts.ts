/** What a hostile text is made of: one thing again and again, each of which some reader of ours looks for. */
export const things = [
  ' ', '\t', '\u00a0', '\n', '\r\n', '\r', '\u2028', '.', '. ', '…', '-', '–', ',', ', ', ';', ':', '(', ')', '[', '/', '=', '+', '_', '*', '<', '&', '"', '„', '”', '„a” ', '@', 'a@b.', 'a', 'z', 'A', 'I', 'ż', '9', '1 ',
  '111 ', '§', '§ ', '§ 1. ', '1) ', '1)\n', 'a) ', '1. ', '- \n', 'I. A\n', '\u0301', 'a\u0301', '\u0301\u0323', '\u200d', '\u00ad', '😀', '\ud800', 'ust. 1 ', 'art. 1 ', 'w § 1 ', 'tiret ', 'zdanie ', 'Rozdział', 'Rozdział 1\n', 'Załącznik nr 1 ',
  'Zał.', 'ustala ', 'zmieniające ', 'w brzmieniu: ', 'uchyla się ', 'UZASADNIENIE do ', 'o zmianie ', 'https://', 'ul. A', 'ul.A-', '<!---->', '{', 'x\n\n', '1/1', '1.1.', 'z dnia ', 'i ', 'w sprawie ',
] as const;

/** A text of about `size` units made of one thing. */
export function textOf(thing: string, size: number, around: { before?: string; after?: string } = {}): string {
  return (around.before ?? '') + thing.repeat(Math.ceil(size / thing.length)).slice(0, size) + (around.after ?? '');
}

/** All things in one text, each in a run of its own, so that one request tries them all. */
export function mixed(size: number): string {
  const each = Math.floor(size / things.length);
  return things.map((thing) => textOf(thing, each, { after: 'x' })).join('').slice(0, size);
}
