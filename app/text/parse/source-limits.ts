import { requireWithin, TEXT_LIMITS } from '../tree/limits.ts';

/** More lines than this is no act; it bounds the memory for the views of lines. */
export const MAX_SOURCE_LINES = 200_000;

/** Longest source parse takes, in UTF-16 units. */
export const MAX_SOURCE_CHARS = TEXT_LIMITS.characters;

/** Refuses a source that is too long with a TextLimitError. */
export function requireSourceWithinLimits(source: string): void {
  requireWithin('characters', source.length, MAX_SOURCE_CHARS);
}
