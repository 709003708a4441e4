import { z } from 'zod';

/** Characters a field may have whose schema names no bound: enough for a date, a number, an address of a thing or a choice. */
const unnamed = 1_000;

/**
 * How many characters a field may have, out of its schema: the one bound that the reader of forms, the schema and the page share.
 */
export function longestOf(field: unknown): number {
  return named(field) ?? unnamed;
}

function named(field: unknown): number | null {
  if (field instanceof z.ZodString || field instanceof z.ZodEmail || field instanceof z.ZodURL) return field.maxLength;
  if (field instanceof z.ZodPipe) return largest([named(field.in), named(field.out)]);
  if (field instanceof z.ZodUnion) return largest(field.options.map(named));
  if (field instanceof z.ZodArray) return named(field.element);
  if (
    field instanceof z.ZodOptional ||
    field instanceof z.ZodNullable ||
    field instanceof z.ZodDefault ||
    field instanceof z.ZodCatch
  )
    return named(field.unwrap());
  return null;
}

function largest(bounds: readonly (number | null)[]): number | null {
  const found = bounds.filter((bound) => bound !== null);
  return found.length > 0 ? Math.max(...found) : null;
}
