/**
 * Bounds for input that people or machines outside may send. The longest statutes in force have about 1.5 million
 * characters; a local act of 150,000 characters is already unusual, so these leave room and still bound time and memory.
 */
export const TEXT_LIMITS = {
  /** UTF-16 units in all clauses of one text version. */
  characters: 2_000_000,
  /** UTF-16 units in one clause: a whole act of 20,000 words pasted into one clause still fits. */
  clauseCharacters: 300_000,
  /** Clauses in one text version. */
  clauses: 20_000,
  /** Amendments merged at once, or versions traced at once. */
  versions: 2_000,
  /** UTF-16 units in all versions handed over at once. */
  totalCharacters: 60_000_000,
} as const;

/** Thrown when a text is larger than the engine promises to handle in bounded time; the message names the bound. */
export class TextLimitError extends Error {
  override readonly name = 'TextLimitError';
  readonly limit: string;
  readonly actual: number;
  readonly allowed: number;

  constructor(limit: string, actual: number, allowed: number) {
    super(`The text has ${actual} ${limit}; at most ${allowed} are allowed.`);
    this.limit = limit;
    this.actual = actual;
    this.allowed = allowed;
  }
}

/** Throws TextLimitError when `actual` is above `allowed`. */
export function requireWithin(limit: string, actual: number, allowed: number): void {
  if (actual > allowed) throw new TextLimitError(limit, actual, allowed);
}

/** Checks one text version; returns its length in UTF-16 units. */
export function requireClausesWithin(clauses: readonly { text: string }[]): number {
  requireWithin('clauses', clauses.length, TEXT_LIMITS.clauses);
  let characters = 0;
  for (const { text } of clauses) {
    requireWithin('characters in one clause', text.length, TEXT_LIMITS.clauseCharacters);
    characters += text.length;
  }
  requireWithin('characters', characters, TEXT_LIMITS.characters);
  return characters;
}

/** Checks several versions of one text that are handled in one call. */
export function requireVersionsWithin(versions: readonly (readonly { text: string }[])[]): void {
  requireWithin('versions', versions.length, TEXT_LIMITS.versions);
  let total = 0;
  for (const clauses of versions) total += requireClausesWithin(clauses);
  requireWithin('characters in all versions', total, TEXT_LIMITS.totalCharacters);
}
