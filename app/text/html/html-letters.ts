import { decodeEntities } from './entities.ts';
import type { HtmlReading } from './state.ts';
import { closeOf, endOfMark, insideAfter, isElementName } from './tokens.ts';

const LEFT: ReadonlySet<string> = new Set(['deleted', 'hidden', 'comment', 'object', 'picture']);

/** Letters and digits. */
export function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

const countAll = (texts: readonly string[]): number => texts.reduce((sum, one) => sum + countLetters(one), 0);

/** Letters of the page that are not in its lines and are named as left out. */
export function namedLetters({ done, described }: Pick<HtmlReading, 'done' | 'described'>): number {
  return countAll(done.filter(({ kind }) => LEFT.has(kind)).map(({ words }) => words)) - countAll(described);
}

/** Letters of a page that a reading accounts for: in its lines, or named as left out. */
export function lettersRead(reading: HtmlReading): number {
  const { lines, added, replaced } = reading;
  return countAll(lines) + namedLetters(reading) + countAll(replaced) - countAll(added);
}

/** The same of the page, counted without the reader: everything between its marks that is neither a comment nor a style nor a script. */
export function countHtmlLetters(source: string): number {
  let sum = 0;
  let from = /^\s*Version:\d/i.test(source.slice(0, 40)) ? Math.max(0, source.indexOf('<')) : 0;
  const pieces: string[] = [];
  let inside: 'html' | 'foreign' = 'html';
  const lasts = { '-->': source.lastIndexOf('-->'), '>': source.lastIndexOf('>') };
  for (let at = source.indexOf('<', from); at >= 0; at = source.indexOf('<', at)) {
    const end = markEnd(source, at, { inside, lasts });
    if (end === null) at += 1;
    else {
      const foreign = /^<(\/?)(svg|math)[\s/>]/i.exec(source.slice(at, at + 8));
      if (foreign !== null) inside = insideAfter(foreign[2]!.toLowerCase(), foreign[1] === '/', inside);
      pieces.push(source.slice(from, at));
      [from, at] = [end, end];
    }
  }
  pieces.push(source.slice(from));
  for (const piece of pieces) sum += countLetters(decodeEntities(piece));
  return sum;
}

/** Where the last ends of comments and of other marks stand, and whether names are those of drawings. */
type Around = { inside: 'html' | 'foreign'; lasts: Record<'-->' | '>', number> };

/** Where a mark that begins here ends, with the inside of styles, scripts and titles; null where there is none. */
function markEnd(source: string, at: number, { inside, lasts }: Around): number | null {
  if (/^<[!?]/.test(source.slice(at, at + 2))) {
    const close = source.startsWith('<!--', at) ? '-->' : '>';
    return at + 1 < lasts[close] ? source.indexOf(close, at + 2) + close.length : null;
  }
  const head = /^<(\/?)([a-z][\w:-]{0,40})(?=[\s/>])/i.exec(source.slice(at, at + 48));
  const name = head?.[2]!.toLowerCase() ?? '';
  if (head === null || !isElementName(name, inside)) return null;
  const last = endOfMark(source, at + head[0].length);
  if (last < 0) return null;
  const end = last + 1;
  if (head[1] === '/' || !/^(?:style|script|title|xml)$/.test(name)) return end;
  return closeOf(source, name, end);
}
