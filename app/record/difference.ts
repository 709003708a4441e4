import { marksIn, splitAtMarks } from './covered/grounds.ts';

/** What does not agree; `words` where something was made of other words than these. */
export type Difference = { line: string; words?: string };

/**
 * Whether words made again are those that were written. Where marks of covered words stand in either, what was covered at the time is not
 * known: the words around them have to agree.
 */
export function sameWritten(written: string, again: string): boolean {
  if (written === again) return true;
  if (marksIn(written) > 0) return fitsAround(splitAtMarks(written), again);
  return marksIn(again) > 0 && fitsAround(splitAtMarks(again), written);
}

/** Whether the parts stand in the text in this order, the first at its beginning and the last at its end. */
function fitsAround(parts: readonly string[], text: string): boolean {
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}

/** Where two values of JSON differ first, as a path with both; null where they agree. Texts with marks of covered words agree around them. */
export function firstUnlike(written: unknown, again: unknown, path = ''): string | null {
  if (typeof written === 'string' && typeof again === 'string')
    return sameWritten(written, again) ? null : unlike(path, written, again);
  if (Array.isArray(written) && Array.isArray(again)) {
    if (written.length !== again.length)
      return `${path || 'it'} has ${written.length} entries, made again ${again.length}`;
    return firstOf(written.map((each, at) => [`${path}[${at}]`, each, again[at]]));
  }
  if (isObject(written) && isObject(again)) {
    const keys = [...new Set([...Object.keys(written), ...Object.keys(again)])].sort();
    return firstOf(keys.map((key) => [path ? `${path}.${key}` : key, written[key], again[key]]));
  }
  return (written ?? null) === (again ?? null) ? null : unlike(path, written, again);
}

function firstOf(pairs: readonly (readonly [string, unknown, unknown])[]): string | null {
  for (const [path, written, again] of pairs) {
    const found = firstUnlike(written, again, path);
    if (found !== null) return found;
  }
  return null;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const unlike = (path: string, written: unknown, again: unknown) =>
  `${path || 'it'} is ${short(written)}, made again ${short(again)}`;
const short = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 80);
