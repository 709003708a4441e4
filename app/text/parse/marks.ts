import { readThrough } from '../tree/unseen.ts';
import { readOrdinal } from '../tree/letters.ts';
import type { UnitType } from '../tree/types.ts';

/** A mark read at the start of a line: what it would be if it is a mark at all. */
export type Mark = {
  type: UnitType;
  /** As printed, with what belongs to it ("§ 5.", "1)", "a) a)"). */
  label: string;
  number: string;
  /** Where the unit's own words begin in the line. */
  end: number;
  /** How the mark is written; items of one list share it. */
  style: 'sign' | 'art' | 'dot' | 'decimal' | 'bracket' | 'slash' | 'parens' | 'dash' | 'double-dash' | 'bullet';
  /** The sign of a dash or bullet. */
  sign: string;
  /** Printed with a full stop (only §, art.). */
  stopped: boolean;
  doubled: boolean;
};

/** Behind a range of numbers: only repealed units share a line. */
const GONE = String.raw`(?=\s?[.)]?\s{0,3}[([<]?(?:uchyl|pomini|skreśl|utraci|wygas))`;
const RANGE = String.raw`(\s?[–—-]\s?\d{1,3}[a-z]{0,3}${GONE})?`;
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const PARAGRAPH = new RegExp(
  String.raw`^§{1,2}\.?\s{0,3}(\d{1,5})(?:\s?((?!ust|pkt|lit|art)[a-z]{1,3}|quater|(?<=\d)[A-Z]{1,2})(?=\s?[.)]|\s|$|[(\^\[⁰¹²³⁴-⁹]))?(\^?\[\d{1,3}\]|\^\d{1,2}(?!\d)|[⁰¹²³⁴-⁹]{1,3})?(\s?[–—-]\s?(?:§\s?)?\d{1,5}[a-z]{0,3}${GONE})?(?:(\s?[.)]|\s?[:;,–-](?=\s{1,3}\p{Lu}))(?:\d{1,2}\)(?=\s|$))?|(?=\s|$))`,
  'u',
);
/** Scans read 1 as a letter. */
const MISREAD = /^§\s?[lI|]\s?\.(?=\s|$)/u;
const SPELLED =
  /^(?:[Pp]aragraf|PARAGRAF|[Pp]ar\.|PAR\.|Par(?=\s\d))\s{0,3}(\d{1,5})([a-z]{0,3})(?:(\s?[.)])|(?=\s|$))/u;
const SPELLED_ORDINAL = /^(?:Paragraf|PARAGRAF)\s{1,3}(\p{L}{5,16}(?:\s\p{L}{5,12})?)(?:\s?\.|$)/u;
/** "Ust. 1. Raz.", "Pkt 2) dwa": the words that cite a unit, as its mark. */
const NAMED =
  /^(?:(Ust|UST)\.\s?(\d{1,3}[a-z]{0,2})\.(?=\s+["„]?\p{Lu}|\s*$)|(Pkt|PKT)\.?\s?(\d{1,3}[a-z]{0,2})\s?[.):](?=\s|$)|(Lit|LIT)\.?\s?([a-z])\)(?=\s|$))/u;
const ARTICLE =
  /^(?:Art|ART)(?:ykuł)?\s?\.?\s{0,4}(\d{1,5})(\s[a-z](?=\s?\.(?:\s|$))|[a-zA-Z]{0,3})(\^?\[\d{1,3}\]|\^\d{1,2}(?!\d)|[⁰¹²³⁴-⁹]{1,3})?(\s?[–-]\s?\d{1,5}[a-z]{0,3})?(?:(\s?\.)(?:\d{1,2}\)(?=\s|$))?|(?=\s|$))/u;
const DOT = new RegExp(
  String.raw`^(\d{1,3})([a-zA-Z]{0,3})(\^?\[\d{1,3}\]|\^\d{1,2}(?!\d)|[⁰¹²³⁴-⁹]{1,3})?${RANGE}\s?\.(?=\s|$|["„“”«'(]|\p{L}|\d{1,3}[.)]\s)`,
  'u',
);
const DECIMAL =
  /^(\d{1,3}(?:\.\d{1,3}){1,3})(?:\.(?=\s|$|\p{L})|\)(?=\s|$|\p{L})|(?=\s{1,3}(?!(?:zł|gr|tys|mln|mld|m|cm|mm|km|ha|a|kg|g|t|l|dni|godz|min|r|w|x|i|oraz|do)(?!\p{L}))\p{L}))/u;
const BRACKET = new RegExp(
  String.raw`^(\d{1,3})([a-zA-Z]{0,3})(\^?\[\d{1,3}\]|\^\d{1,2}(?!\d)|[⁰¹²³⁴-⁹]{1,3})?${RANGE}\s?\.?[)\]}]\.?(?!\d)`,
  'u',
);
const SLASH = /^(\d{1,3}|[a-z])\s?\/(?=\s|\p{L})/u;
const PARENS = /^\((\d{1,3}[a-z]{0,2}|[a-z])\)(?=\s|\p{L})/u;
const LETTER = new RegExp(String.raw`^(z*[a-ząćęłńóśźż]|[a-z]{2,3}|[A-Z])(\s?[–—-]\s?[a-z]{1,3}${GONE})?\s?\.?\)`, 'u');
const LETTER_DOT = /^([a-z])\.(?=\s)/;
const DOUBLE_DASH = /^([–—−-]\s?[–—−-])(?![–—−-])\s*/;
const DASH = /^([–—−‒‐‑-])(?![–—−-])(?:\s+|(?=[\p{L}"„“”(«])|$)/u;
const BULLET =
  /^([•·▪●○◦■□➢✓\uf000-\uf0ff]|[\u2023\u2043\u2190-\u21ff\u25a0-\u25ff\u2605\u2606\u2713-\u2718\u2740-\u27bf\u2b00-\u2bff](?=\s)|\*(?=\s))\s*/u;

/** Reads the mark at the start of a trimmed line, or null. Only the first 200 characters are looked at. */
export function readMark(text: string): Mark | null {
  return readThrough(text.length > 200 ? text.slice(0, 200) : text, readVisible, (mark, kept) => ({
    ...mark,
    label: kept(mark.end).trim(),
    end: kept(mark.end).length,
  }));
}

function readVisible(head: string): Mark | null {
  // "1. § 1.": a list of a word processor beside the numbers that are typed.
  const prefix = /^(?:«»|[.•]\s(?=\d)|(\d{1,3})[.)]\s(?=§\s{0,2}\1\s?\.\s))\s*/.exec(head)?.[0] ?? '';
  const mark = readBare(head.slice(prefix.length));
  if (mark === null) return null;
  if (prefix === '') return absorbDouble(mark, head);
  const shifted = { ...mark, label: prefix + mark.label, end: mark.end + prefix.length };
  return absorbDouble(shifted, head);
}

function readBare(head: string): Mark | null {
  switch (head.charCodeAt(0)) {
    case 0xa7:
      return readSign(head);
    case 0x41:
      return readArticle(head) ?? readLetter(head);
    case 0x50:
    case 0x70:
      return readSpelled(head) ?? readNamed(head) ?? readLetter(head);
    case 0x4c:
    case 0x55:
      return readNamed(head) ?? readLetter(head);
    default:
      return readNumbered(head) ?? readSlashed(head) ?? readLetter(head) ?? readDash(head);
  }
}

function readSign(head: string): Mark | null {
  const misread = MISREAD.exec(head);
  if (misread !== null) return make('paragraph', 'sign', misread[0], '1');
  const match = PARAGRAPH.exec(head);
  if (match === null) return null;
  const number = join(match) + rangeEnd(match[4]);
  return make('paragraph', 'sign', match[0], number, {
    stopped: match[4] !== undefined || /[.)]/.test(match[5] ?? ''),
  });
}

/** "Paragraf 1.", "Par. 1.", "Paragraf pierwszy" written out. */
function readSpelled(head: string): Mark | null {
  const match = SPELLED.exec(head);
  if (match === null) {
    const word = SPELLED_ORDINAL.exec(head);
    const value = word === null ? null : readOrdinal(word[1] ?? '');
    return word === null || value === null ? null : make('paragraph', 'sign', word[0], String(value));
  }
  return make('paragraph', 'sign', match[0], (match[1] ?? '') + (match[2] ?? ''), { stopped: match[3] !== undefined });
}

function readNamed(head: string): Mark | null {
  const match = NAMED.exec(head);
  if (match === null) return null;
  const [printed, ust, subsection, pkt, point, , letter] = match;
  if (ust !== undefined) return make('subsection', 'dot', printed, subsection ?? '');
  return make(pkt === undefined ? 'letter' : 'point', 'bracket', printed, point ?? letter ?? '');
}

function readArticle(head: string): Mark | null {
  const match = ARTICLE.exec(head);
  if (match === null) return null;
  const number = join(match) + rangeEnd(match[4]);
  return make('article', 'art', match[0], number, { stopped: match[5] !== undefined });
}

/** "§ 8–10. (uchylone)": one line for a range of repealed units. */
function rangeEnd(printed: string | undefined): string {
  return (printed ?? '').replace(/[\s§]/g, '').replace(/[—-]/, '–');
}

/** ZTP § 89 ust. 6: a raised number of an old act is written in square brackets in plain text. */
function bracketed(raised: string | undefined): string {
  if (raised === undefined) return '';
  const digits = [...raised.replace(/[^\d⁰¹²³⁴-⁹]/gu, '')].map((c) =>
    SUPERSCRIPT.includes(c) ? SUPERSCRIPT.indexOf(c) : c,
  );
  return `[${digits.join('')}]`;
}

function readNumbered(head: string): Mark | null {
  const decimal = DECIMAL.exec(head);
  if (decimal !== null) return make('point', 'decimal', decimal[0], decimal[1] ?? '');
  const bracket = BRACKET.exec(head);
  if (bracket !== null) return make('point', 'bracket', bracket[0], join(bracket) + rangeEnd(bracket[4]));
  const dot = DOT.exec(head);
  if (dot !== null) return make('subsection', 'dot', dot[0], join(dot) + rangeEnd(dot[4]));
  const parens = PARENS.exec(head);
  return parens === null
    ? null
    : make(/\d/.test(parens[1] ?? '') ? 'point' : 'letter', 'parens', parens[0], parens[1] ?? '');
}

/** "1/ ", "2 / ", "3/bada": not "1/2", and not "w/w". */
function readSlashed(head: string): Mark | null {
  const slash = SLASH.exec(head);
  if (slash === null || /^([a-z])\/\1(?!\p{L})/u.test(head)) return null;
  return make(/\d/.test(slash[1] ?? '') ? 'point' : 'letter', 'slash', slash[0], slash[1] ?? '');
}

function readLetter(head: string): Mark | null {
  const letter = LETTER.exec(head);
  if (letter !== null)
    return make('letter', 'bracket', letter[0], (letter[1] ?? '').toLowerCase() + rangeEnd(letter[2]));
  const dotted = LETTER_DOT.exec(head);
  return dotted === null ? null : make('letter', 'dot', dotted[0], dotted[1] ?? '');
}

function readDash(head: string): Mark | null {
  const double = DOUBLE_DASH.exec(head);
  if (double !== null) return make('subindent', 'double-dash', double[0], '', { sign: double[1] ?? '' });
  const dash = DASH.exec(head);
  if (dash !== null) return make('indent', 'dash', dash[0], '', { sign: dash[1] ?? '' });
  const bullet = BULLET.exec(head);
  return bullet === null ? null : make('indent', 'bullet', bullet[0], '', { sign: bullet[1] ?? '' });
}

function join(match: RegExpExecArray): string {
  return (match[1] ?? '') + (match[2] ?? '').trim().toLowerCase() + bracketed(match[3]);
}

function make(
  type: UnitType,
  style: Mark['style'],
  printed: string,
  number: string,
  extra: { sign?: string; stopped?: boolean } = {},
): Mark {
  return {
    type,
    style,
    number,
    label: printed.trim(),
    end: printed.length,
    sign: extra.sign ?? '',
    stopped: extra.stopped ?? true,
    doubled: false,
  };
}

/** Word processors sometimes print an automatic mark beside a typed one: "a) a)", "4. 4.". */
function absorbDouble(mark: Mark, head: string): Mark {
  if (mark.number === '' || mark.style === 'sign' || mark.style === 'art') return mark;
  const rest = head.slice(mark.end);
  const gap = rest.length - rest.trimStart().length;
  const again = readBare(rest.slice(gap));
  if (again === null || again.type !== mark.type || again.style !== mark.style || again.number !== mark.number)
    return mark;
  return { ...mark, label: `${mark.label} ${again.label}`, end: mark.end + gap + again.end, doubled: true };
}
