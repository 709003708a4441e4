import { withoutEnd } from '#app/text/tree/ends.ts';
import { z } from 'zod';

const shape = z
  .array(z.union([z.string().max(200), z.int()]))
  .min(1)
  .max(3);
export type CursorKey = z.infer<typeof shape>;

/** An opaque place in a list: the key of the last item given, so that what is added later neither repeats nor skips anything. */
export function writeCursor(key: CursorKey): string {
  return withoutEnd(
    btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
      .replaceAll('+', '-')
      .replaceAll('/', '_'),
    '=',
  );
}

/** The key in a cursor; null for what `writeCursor` never wrote, or wrote for a list with other keys. */
export function readCursor<S extends z.ZodType>(cursor: string, key: S): z.infer<S> | null {
  if (!/^[\w-]+$/.test(cursor)) return null;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    );
    const read = key.safeParse(shape.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))));
    return read.success ? read.data : null;
  } catch (error) {
    if (
      error instanceof DOMException ||
      error instanceof SyntaxError ||
      error instanceof TypeError ||
      error instanceof z.ZodError
    )
      return null;
    throw error;
  }
}

/** One part of a list of which one item more than `limit` was read. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => CursorKey,
): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}
