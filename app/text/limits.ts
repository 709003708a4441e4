/** Longest accepted source: about 1,500 printed pages, ten times the longest statute in the data we have seen. */
export const MAX_SOURCE_CHARS = 3_000_000;

/** More lines than this is not an act; it bounds the memory for line views. */
export const MAX_SOURCE_LINES = 200_000;

/** Thrown when an input is larger than a stated bound. The message may be shown to people. */
export class TextLimitError extends Error {
  readonly limit: number;
  readonly actual: number;

  constructor(what: string, limit: number, actual: number) {
    super(`${what}: ${actual} is over the limit of ${limit}`);
    this.name = 'TextLimitError';
    this.limit = limit;
    this.actual = actual;
  }
}

/** Refuses a source that is too long; returns nothing. */
export function requireSourceWithinLimits(source: string): void {
  if (source.length > MAX_SOURCE_CHARS) {
    throw new TextLimitError('text length in characters', MAX_SOURCE_CHARS, source.length);
  }
}
