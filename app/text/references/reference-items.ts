import { follows, readOrdinal } from '../tree/letters.ts';
import type { UnitType } from '../tree/types.ts';

/** Levels that references name, from the outermost; a sentence ("zdanie") is no unit. */
export type RefLevel =
  | Extract<
      UnitType,
      | 'annex'
      | 'division'
      | 'chapter'
      | 'subchapter'
      | 'article'
      | 'paragraph'
      | 'subsection'
      | 'point'
      | 'letter'
      | 'indent'
      | 'subindent'
    >
  | 'sentence';

/**
 * A number in a reference and where it stands in the text: `number` as units bear it ("12[1]"), `printed` as written ("12¹").
 */
export type RefNumber = { number: string; printed: string; from: number; to: number };
export type RefItem = RefNumber & { rangeTo: RefNumber | null };

const NUMBER =
  /(\d{1,5}(?!\d)(?:\s(?:bis|ter)(?!\p{L})|\s[a-z](?=\s?[.,;)](?!\p{L})|\s(?:i|oraz|lub|albo)\s|$)|\s[b-hj-np-tvxy](?=\s(?:ust|pkt|lit))|(?!ust|pkt|lit|art)[a-zA-Z]{1,3}(?![\p{L}]))?(?:\^?\[\d{1,3}\]|\^\d{1,2}(?!\d)|\(\d{1,2}\)(?=\s?(?:$|[,;.)]|\s(?:ust|pkt|lit|§|i|oraz|ustaw)))|[⁰¹²³⁴-⁹]{1,3}(?![⁰¹²³⁴-⁹⁾]))?)(\s?\))?/uy;
/** "pkt 1 b)": a letter behind the number of its point. */
const LETTERED = /(\d{1,4}\s[a-z](?=\)))(\s?\))?/y;
const LETTER = /[„"]?(z*[a-z]{1,2}(?![\p{L}]))[”"]?(\s?\))?/uy;
const ROMAN = /([IVXLC]{1,7}[a-zA-Z]?(?!\p{L})|\d{1,5}(?!\d)[a-zA-Z]{0,2}(?!\p{L}))/uy;
const ANNEX = /(\d{1,3}(?!\d)(?:-[a-zA-Z]|[a-zA-Z]{0,2})(?!\p{L})|[IVXLC]{1,7}[a-zA-Z]?(?!\p{L})|[A-Z](?!\p{L}))/uy;
const ORDINAL =
  /((?:dwudziest|trzydziest|czterdziest|pięćdziesiąt)\p{L}+\s+)?(pierwsz|drug|trzeci|czwart|piąt|szóst|siódm|ósm|dziewiąt|dziesiąt|jedenast|dwunast|\p{L}+nast)\p{L}{0,4}/uy;
export const LIST = /\s*(?:,\s*(?:(?:i|oraz|lub|albo|a także|bądź)\s+)?|\s(?:i|oraz|lub|albo|a także|bądź|a)\s+)/y;
export const RANGE = /\s?[-–—÷]\s?|\s+do\s+/y;

/** A remark in brackets longer than this is not looked for. */
const MAX_REMARK = 300;

/** Matches a sticky pattern at one place. */
export function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** As `match` for a number: the bracket that closes a remark in brackets is no mark of the number, as in "(§ 2 pkt 1)". */
function matchNumber(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  const hit = match(pattern, text, at);
  if (hit?.[2] === undefined || text.charAt(at + hit[0].length) === ')') return hit;
  const before = text.slice(Math.max(0, at - MAX_REMARK), at);
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) hit[0] = hit[0].slice(0, -hit[2].length);
  return hit;
}

/** A number as units bear it: small letters, a raised number in square brackets (§ 89 ust. 6 ZTP). */
function plainNumber(printed: string, level: RefLevel): string {
  const raised = printed
    .replace(/\^(\d{1,2})$/, '[$1]')
    .replace(/\((\d{1,2})\)$/, '[$1]')
    .replace(/\^(?=\[)/, '')
    .replace(/[⁰¹²³⁴-⁹]{1,3}$/u, (digits) => `[${[...digits].map((digit) => RAISED.indexOf(digit)).join('')}]`);
  return level === 'annex' || level === 'division' || level === 'chapter' || level === 'subchapter'
    ? raised.replace('-', '')
    : raised.toLowerCase().replace(/\s/g, '');
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function numberPattern(level: RefLevel): RegExp {
  if (level === 'letter') return LETTER;
  if (level === 'annex') return ANNEX;
  return level === 'chapter' || level === 'division' || level === 'subchapter' ? ROMAN : NUMBER;
}

/** Numbers after a level word: lists and ranges. A number that another level word follows ends nothing early. */
export function readItems(text: string, start: number, level: RefLevel): RefItem[] {
  const items: RefItem[] = [];
  let at = start;
  for (let guard = 0; guard < 80; guard += 1) {
    const pattern = level === 'point' && /^[a-z]\)/.test(text.slice(at, at + 2)) ? LETTER : numberPattern(level);
    const hit = (level === 'point' ? match(LETTERED, text, at) : null) ?? matchNumber(pattern, text, at);
    if (hit === null || (items.length > 0 && !isListNumber(text, at, hit, level, items.at(-1)?.number))) break;
    const item: RefItem = { ...numberOf(hit, level, at), rangeTo: null };
    items.push(item);
    readRange(text, item, pattern, level);
    const list = match(LIST, text, item.rangeTo?.to ?? item.to);
    if (list === null) break;
    at = (item.rangeTo?.to ?? item.to) + list[0].length;
  }
  return items;
}

function numberOf(hit: RegExpExecArray, level: RefLevel, at: number): RefNumber {
  const printed = hit[1] ?? '';
  return { number: plainNumber(printed, level), printed, from: at + hit[0].indexOf(printed), to: at + hit[0].length };
}

function readRange(text: string, item: RefItem, pattern: RegExp, level: RefLevel): void {
  const dash = match(RANGE, text, item.to);
  if (dash === null) return;
  const end = matchNumber(pattern, text, item.to + dash[0].length);
  if (end === null) return;
  if (/do/.test(dash[0]) && !isListNumber(text, item.to + dash[0].length, end, 'paragraph')) return;
  item.rangeTo = numberOf(end, level, item.to + dash[0].length);
}

/** In "ust. 1 i 3 osoby" the 3 counts people; a listed number must be followed by a pause or by a word of the reference. */
function isListNumber(text: string, at: number, hit: RegExpExecArray, level: RefLevel, previous = ''): boolean {
  const rest = text.slice(at + hit[0].length, at + hit[0].length + 24);
  if (level === 'letter')
    return (
      hit[0].endsWith(')') ||
      (/^(?:[\s,;.):]|$)/.test(rest) &&
        (!/^(?:i|a|w|z|o|u)$/.test(hit[1] ?? '') || isDue(previous, hit[1] ?? '', rest)))
    );
  if (
    /^[.,]\d|^\s?(?:%|zł|m\b|cm|km|ha|dni|lat|osób|osob|r\.|szt|godz|miesi|tygod|egz|punkt|razy|głos|członk|radn|mieszka)/u.test(
      rest,
    )
  )
    return false;
  return true;
}

/** In "lit. h i i oraz ust. 2" the second i is a letter: it comes after h, and a pause or the next part of the reference after it. */
function isDue(previous: string, letter: string, rest: string): boolean {
  return (
    follows(previous, letter) && /^(?:\s*(?:[,;.):]|$)|\s+(?:i|oraz|lub|albo|ust|pkt|lit|art|§)(?!\p{L}))/u.test(rest)
  );
}

/** Ordinals after "tiret" and "zdanie", in words or digits: "tiret pierwsze i drugie". */
export function readOrdinals(text: string, start: number): RefItem[] {
  const items: RefItem[] = [];
  let at = start;
  for (let guard = 0; guard < 20; guard += 1) {
    const hit = match(ORDINAL, text, at) ?? match(/\d{1,2}(?!\d)/y, text, at);
    if (hit === null) break;
    const value = /^\d/.test(hit[0]) ? Number(hit[0]) : readOrdinal(hit[0]);
    if (value === null) break;
    items.push({ number: String(value), printed: hit[0], from: at, to: at + hit[0].length, rangeTo: null });
    const list = match(LIST, text, at + hit[0].length);
    if (list === null) break;
    at += hit[0].length + list[0].length;
  }
  return items;
}
