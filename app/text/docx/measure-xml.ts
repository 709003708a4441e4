import { DocxError } from './zip.ts';

/** Bounds of one part; Word itself stays below a tenth of them. */
export const MAX_DEPTH = 200;
const MAX_ATTRIBUTES = 250;

/**
 * Counts the elements of an XML source in one pass, before anything is built of them. Throws DocxError where they are nested
 * too deep, have too many attributes or are more than `allowed`, and where a mark is not closed.
 */
export function countElements(source: string, part: string, allowed: number): number {
  let elements = 0;
  let depth = 0;
  for (let at = source.indexOf('<'); at >= 0; at = source.indexOf('<', at)) {
    const passed = passMark(source, at);
    if (passed !== null) at = within(passed, part);
    else {
      const tag = readTag(source, at, part);
      if (tag.kind === 'close') depth -= 1;
      else if ((elements += 1) > allowed) throw new DocxError(`${part} holds more than ${allowed} elements`, 'too-big');
      if (tag.kind === 'open' && (depth += 1) > MAX_DEPTH)
        throw new DocxError(`${part} is nested deeper than ${MAX_DEPTH} elements`, 'too-big');
      at = tag.end;
    }
  }
  return elements;
}

/** The end of a comment, of literal text or of an instruction that begins here; null where an element does. */
function passMark(source: string, at: number): number | null {
  const [open, close] = source.startsWith('<!--', at)
    ? ['<!--', '-->']
    : source.startsWith('<![CDATA[', at)
      ? ['<![CDATA[', ']]>']
      : source.startsWith('<?', at)
        ? ['<?', '?>']
        : ['', ''];
  return open === '' ? null : source.indexOf(close, at + open.length);
}

function within(end: number, part: string): number {
  if (end < 0) throw new DocxError(`${part} is not well-formed XML`);
  return end;
}

type Tag = { kind: 'open' | 'close' | 'empty'; end: number };

function readTag(source: string, from: number, part: string): Tag {
  let attributes = 0;
  for (let at = from + 1; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '"' || sign === "'") at = within(source.indexOf(sign, at + 1), part);
    else if (sign === '=' && (attributes += 1) > MAX_ATTRIBUTES)
      throw new DocxError(`${part} has an element with more than ${MAX_ATTRIBUTES} attributes`, 'too-big');
    else if (sign === '>')
      return { kind: source[from + 1] === '/' ? 'close' : source[at - 1] === '/' ? 'empty' : 'open', end: at };
    else if (sign === '<') break;
  }
  throw new DocxError(`${part} is not well-formed XML`);
}
