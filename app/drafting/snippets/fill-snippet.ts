/** What a text used often may leave open: each is filled in with what the program knows of the remark in hand. */
export const placeholders = ['numer', 'jednostka', 'imię i nazwisko autora', 'tytuł', 'gmina'] as const;
export type Placeholder = (typeof placeholders)[number];
export type SnippetValues = Record<Placeholder, string>;

export type Filled =
  | { ok: true; value: string }
  | { ok: false; error: { code: 'unknown-placeholder'; names: string[] } };

/** Anything between two brackets on one line: also what is misspelt, so that nothing unfilled is ever sent to anybody. */
const pattern = /\{([^{}\n]*)\}/g;

const isKnown = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name);

/** Names between brackets that stand for nothing, each once, in their order. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  return [...new Set(names.filter((name) => !isKnown(name)))];
}

/**
 * The text with its place-holders filled in; what is filled in is never read again, so that brackets in a name stay what they are. Refused
 * where a place-holder is not known. A bracket without its other half is a bracket.
 */
export function fillSnippet(text: string, values: SnippetValues): Filled {
  const names = unknownPlaceholders(text);
  if (names.length > 0) return { ok: false, error: { code: 'unknown-placeholder', names } };
  return { ok: true, value: text.replace(pattern, (whole, name: string) => (isKnown(name) ? values[name] : whole)) };
}
