import { styleOf, type Attributes } from './attributes.ts';
import { letterMark, romanMark } from '../tree/letters.ts';

/** A list while its items are read: how they are counted, and the sign after the number. */
export type HtmlList = { kind: ListKind; end: '.' | ')'; at: number };
type ListKind = 'none' | 'bullet' | 'decimal' | 'letter' | 'capital' | 'roman' | 'small-roman';

const TYPES: Readonly<Record<string, ListKind>> = {
  '1': 'decimal',
  a: 'letter',
  A: 'capital',
  i: 'small-roman',
  I: 'roman',
};

/** What `list-style` says; null where it says nothing. */
function styledKind(attributes: Attributes): ListKind | null {
  const looks = attributes.get('style') ?? '';
  const style = (styleOf(looks, 'list-style-type') || styleOf(looks, 'list-style')).slice(0, 60).toLowerCase();
  if (/\bnone\b/.test(style)) return 'none';
  if (/lower-(?:alpha|latin)/.test(style)) return 'letter';
  if (/upper-(?:alpha|latin)/.test(style)) return 'capital';
  if (style.includes('lower-roman')) return 'small-roman';
  if (style.includes('upper-roman')) return 'roman';
  if (style.includes('decimal')) return 'decimal';
  return /\b(?:disc|circle|square)\b/.test(style) ? 'bullet' : null;
}

const numberIn = (attributes: Attributes, name: 'start' | 'value'): number | null => {
  const found = /^\s*\+?(\d{1,6})/.exec(attributes.get(name) ?? '')?.[1];
  return found === undefined ? null : Number(found);
};

/**
 * A list as HTML writes it: counted or not, from where, and never with which sign after the number. So the sign is the one of Polish
 * acts: points („1)") below words that end with a colon and below items of a list that counts with full stops, letters with a bracket.
 */
export function openList(
  name: 'ol' | 'ul',
  attributes: Attributes,
  { above, before }: { above: HtmlList | undefined; before: string },
): HtmlList {
  const type = attributes.get('type')?.trim();
  const kind =
    name === 'ul'
      ? styledKind(attributes) === 'none'
        ? 'none'
        : 'bullet'
      : (styledKind(attributes) ?? (type === undefined ? undefined : TYPES[type]) ?? 'decimal');
  const isPoint = before.endsWith(':') || above?.kind === 'decimal';
  return { kind, end: isPoint ? ')' : '.', at: numberIn(attributes, 'start') ?? 1 };
}

/** The mark of the next item, empty for a list that shows none. `levelText` is what Word writes beside it („%1)"). */
export function nextMark(list: HtmlList, attributes: Attributes, depth: number): string {
  const own = numberIn(attributes, 'value');
  if (own !== null) list.at = own;
  const kind = styledKind(attributes) ?? TYPES[attributes.get('type')?.trim() ?? ''] ?? list.kind;
  const number = numberOf(kind, list.at);
  list.at += 1;
  if (kind === 'none') return '';
  if (number === '') return depth > 1 ? '– –' : '–';
  const pattern = /^%\d([.)])$/.exec(attributes.get('data-leveltext') ?? '')?.[1];
  const end = pattern ?? (kind === 'letter' || kind === 'small-roman' ? ')' : kind === 'decimal' ? list.end : '.');
  return `${number}${end}`;
}

/** Marks of letters grow with their number: no list is that long. */
const MAX_LETTER = 1_000;

function numberOf(kind: ListKind, at: number): string {
  switch (kind) {
    case 'decimal':
      return String(at);
    case 'letter':
      return at > 0 && at < MAX_LETTER ? letterMark(at) : String(at);
    case 'capital':
      return at > 0 && at < MAX_LETTER ? letterMark(at).toUpperCase() : String(at);
    case 'roman':
      return romanMark(at);
    case 'small-roman':
      return romanMark(at).toLowerCase();
    case 'bullet':
    case 'none':
      return '';
  }
}

/**
 * The mark that Word writes in front of the words of a list („mso-list:Ignore"). A bullet of a font of signs looks like a letter, or
 * like „§": it is a dash.
 */
export function printedMark(label: string, font: string): string {
  const plain = label.replace(/[\s\u00a0]+/g, ' ').trim();
  if (plain === '') return '';
  const isSign = /symbol|wingdings|webdings|courier/i.test(font);
  if (plain === '§' || (isSign && [...plain].length === 1 && !/\d/.test(plain))) return '–';
  return /[\p{L}\d§]/u.test(plain) ? plain : '–';
}
