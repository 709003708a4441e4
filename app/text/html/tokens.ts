import { decodeEntities } from './entities.ts';

/** A mark of an element, or the words between two; `words` is empty for a mark and `name` for words. */
export type Token = { name: string; closes: boolean; attributes: string; words: string };

/** Elements whose inside is no HTML: everything up to their own end is theirs. */
const RAW = new Set(['style', 'script', 'title']);

/** Names of HTML. A mark with another name is words that somebody typed („<nazwa>"), unless it has a prefix or a dash in it. */
const NAMES = new Set(
  (
    'a abbr acronym address area article aside audio b base basefont bdi bdo big blockquote body br button canvas caption center cite code col colgroup ' +
    'data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head ' +
    'header hr html i iframe img input ins kbd label legend li link main map mark math meta nav nobr noframes noscript object ol optgroup option output p ' +
    'param picture pre q rp rt ruby s samp script section select small span strike strong style sub summary sup svg table tbody td template textarea ' +
    'tfoot th thead time title tr track tt u ul var video wbr xml'
  ).split(' '),
);

/** Whether words in pointed brackets are a mark of HTML; in a formula and a drawing every name is one. */
export function isElementName(name: string, inside: 'html' | 'foreign' = 'html'): boolean {
  return inside === 'foreign' || NAMES.has(name) || /[:-]/.test(name);
}

/** Whether names behind this mark are those of formulas and drawings. */
export function insideAfter(name: string, closes: boolean, inside: 'html' | 'foreign'): 'html' | 'foreign' {
  return name === 'svg' || name === 'math' ? (closes ? 'html' : 'foreign') : inside;
}

const MAX_ATTRIBUTES = 4_000;

/** Marks and words of a source in their order, each sign of it looked at once. Comments, also those with conditions, are no words. */
export function* tokens(source: string): Generator<Token> {
  let words = '';
  let inside: 'html' | 'foreign' = 'html';
  // An end that was not found once stands nowhere behind.
  const without = new Set<string>();
  const endOfAside = (at: number): number => {
    const close = source.startsWith('<!--', at) ? '-->' : '>';
    const end = without.has(close) ? -1 : source.indexOf(close, at + 2);
    if (end < 0) without.add(close);
    return end < 0 ? -1 : end + close.length;
  };
  for (let at = 0; at < source.length;) {
    const next = source.indexOf('<', at);
    words += source.slice(at, next < 0 ? source.length : next);
    if (next < 0) break;
    const aside = isAside(source, next) ? endOfAside(next) : -1;
    const mark = aside < 0 ? readMark(source, next, inside) : null;
    if (aside >= 0) at = aside;
    else if (mark === null) {
      words += '<';
      at = next + 1;
    } else {
      if (words !== '') yield { name: '', closes: false, attributes: '', words: decodeEntities(words) };
      words = '';
      yield mark.token;
      at = mark.end + 1;
      inside = insideAfter(mark.token.name, mark.token.closes, inside);
      if (RAW.has(mark.token.name) && !mark.token.closes) at = closeOf(source, mark.token.name, at);
    }
  }
  if (words !== '') yield { name: '', closes: false, attributes: '', words: decodeEntities(words) };
}

/** „<!--", „<![if …]>", „<!doctype" and „<?xml" begin what is no element. */
function isAside(source: string, at: number): boolean {
  return source[at + 1] === '!' || source[at + 1] === '?';
}

function readMark(source: string, at: number, inside: 'html' | 'foreign'): { token: Token; end: number } | null {
  const head = /^<(\/?)([a-z][a-z0-9:_-]{0,40})(?=[\s/>])/i.exec(source.slice(at, at + 48));
  const name = head?.[2]!.toLowerCase() ?? '';
  if (head === null || !isElementName(name, inside)) return null;
  const from = at + head[0].length;
  const end = endOfMark(source, from);
  if (end < 0) return null;
  const attributes = source.slice(from, Math.min(end, from + MAX_ATTRIBUTES));
  return { token: { name, closes: head[1] === '/', attributes, words: '' }, end };
}

/** The „>" that ends a mark, past those in quoted values; -1 where another mark begins first. */
export function endOfMark(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const sign = source[at];
    if (sign === '>') return at;
    if (sign === '<') return -1;
    if ((sign === '"' || sign === "'") && isBehindEquals(source, at)) {
      const close = source.indexOf(sign, at + 1);
      if (close < 0) return -1;
      at = close;
    }
  }
  return -1;
}

/** "style='…'", with blanks around the sign too. */
function isBehindEquals(source: string, at: number): boolean {
  let before = at - 1;
  while (before > at - 20 && /\s/.test(source.charAt(before))) before -= 1;
  return source[before] === '=';
}

/** Where an element ends whose inside is no HTML; the end of the source where it does not. */
export function closeOf(source: string, name: string, from: number): number {
  for (let at = source.indexOf('</', from); at >= 0; at = source.indexOf('</', at + 2))
    if (source.slice(at + 2, at + 2 + name.length).toLowerCase() === name) return at;
  return source.length;
}
