import { composed } from '../tree/compose.ts';

/**
 * Tokens of legal text for comparison. A token never splits a word (inner hyphen and apostrophe included), a number
 * ("10 000", "3,50", "22.00"), a numeric date or the number of a resolution ("XII/85/2019"); every punctuation mark,
 * dash and symbol is a token of its own, the hyphen of a range ("8-16") too.
 * Spaces are not tokens here: they are the text between tokens and so never disturb the alignment of words.
 */
const WORD = 0;
const NUMBER = 1;
export const MARK = 2;

export interface TokenText {
  readonly text: string;
  readonly count: number;
  /** Half-open range of each token in `text`, UTF-16 units. */
  readonly starts: number[];
  readonly ends: number[];
  /** Comparable form: the token in NFC. */
  readonly keys: string[];
  readonly kinds: number[];
}

const LETTERS = String.raw`[\p{L}\p{M}\p{N}\u00AD]+(?:(?!(?<=\d)[-\u2010\u2011]\d)[-'’\u2010\u2011][\p{L}\p{M}\p{N}\u00AD]+)*`;
const DATE = String.raw`\d{1,4}([./-])\d{1,2}\1\d{1,4}(?![\p{L}\p{N}])`;
const GROUPED = String.raw`\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:,\d+)?(?![\p{L}\p{N}])`;
const SIGNATURE = String.raw`(?:\d+|[IVXLCDM]+)(?:/(?:\d+|[IVXLCDM]+))+(?![\p{L}\p{N}])`;
const DECIMAL = String.raw`\d+(?:[.,:]\d+)+(?![\p{L}\p{N}])`;
const TOKEN = new RegExp(String.raw`(?=\d)(?:${DATE}|${GROUPED}|${DECIMAL})|${SIGNATURE}|${LETTERS}|[^\s]`, 'gu');
const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}\u00AD]/u;

/** Splits a text into tokens; an empty or blank text has none. */
export function tokenize(text: string): TokenText {
  const starts: number[] = [];
  const ends: number[] = [];
  const keys: string[] = [];
  const kinds: number[] = [];
  const isComposed = composed(text) === text;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const token = match[0];
    starts.push(match.index);
    ends.push(match.index + token.length);
    keys.push(isComposed ? token : composed(token));
    kinds.push(kindOf(token));
  }
  return { text, count: starts.length, starts, ends, keys, kinds };
}

/** The first character decides: "5a" is a number, "m²" a word. */
function kindOf(token: string): number {
  const code = token.charCodeAt(0);
  if (code >= 48 && code <= 57) return NUMBER;
  if (token.length > 2 || ((code | 32) - 97 < 26 && (code | 32) >= 97)) return WORD;
  return WORD_CHARACTER.test(token) ? WORD : MARK;
}

/** The token as written. */
export function tokenAt(tokens: TokenText, index: number): string {
  return tokens.text.slice(tokens.starts[index], tokens.ends[index]);
}

/** The space before a token; with index = count, the space after the last one. */
export function spaceBefore(tokens: TokenText, index: number): string {
  const from = index === 0 ? 0 : tokens.ends[index - 1];
  return tokens.text.slice(from, index < tokens.count ? tokens.starts[index] : tokens.text.length);
}

/** The text of the tokens [from, to) with the spaces between them, without those around them. */
export function textOf(tokens: TokenText, from: number, to: number): string {
  return to <= from ? '' : tokens.text.slice(tokens.starts[from], tokens.ends[to - 1]);
}

/** Number of words and numbers in a text; marks do not count. */
export function countWords(text: string): number {
  let words = 0;
  for (const kind of tokenize(text).kinds) if (kind !== MARK) words++;
  return words;
}

/**
 * The form in which two wordings count as the same: composed Unicode, every run of blanks one space, none at the ends.
 * A no-break space set by one typist and a plain one by another are no disagreement about the law.
 */
export function wordingKey(text: string): string {
  return composed(text).replace(/\s+/gu, ' ').trim();
}

/** True when two texts have the same words and marks, whatever the Unicode composition and the kind of blanks. */
export function sameWording(a: string, b: string): boolean {
  return a === b || wordingKey(a) === wordingKey(b);
}

const SENTENCE_END = new Set(['.', '?', '!', '…', ';']);
const CLOSERS = new Set(['”', '"', '’', '»', ')', ']']);
/** Abbreviations after which a capital or a figure does not start a sentence. */
const ABBREVIATIONS = new Set(
  (
    'art ust pkt lit par poz nr dz u ul al pl im os św tj np m in zm późn ww tzw ks prof dr inż mgr gen woj pow gm tel ' +
    'zł gr godz min str t ze sygn op cyt red wyd por zob rozdz zał'
  ).split(' '),
);

/** True when a sentence (or an element ended by a semicolon) ends right before token `index`, or the text starts or ends there. */
export function isSentenceBorder(tokens: TokenText, index: number): boolean {
  if (index <= 0 || index >= tokens.count) return true;
  const space = spaceBefore(tokens, index);
  if (space.includes('\n')) return true;
  if (space === '') return false;
  let end = index - 1;
  while (end > 0 && CLOSERS.has(tokens.keys[end]!)) end--;
  const mark = tokens.keys[end]!;
  if (!SENTENCE_END.has(mark)) return false;
  if (mark !== '.') return true;
  const word = end > 0 ? tokens.keys[end - 1]!.toLowerCase() : '';
  return !ABBREVIATIONS.has(word) && /^[\p{Lu}„"«(§–—-]/u.test(tokens.keys[index]!);
}
