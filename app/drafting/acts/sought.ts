import { phrasePattern, searchPatterns } from '#app/i18n/search-words.ts';
import { fold } from '#app/i18n/typography.ts';

/** What is typed into the search of a register, read: a number, a place in the act, and patterns of words. */
export type Sought = {
  number: number | null;
  /** Words of a citation: ["§", "340", "ust", "2"]; null where none was typed. */
  citation: string[] | null;
  /** All of them are sought in one text; where a place is cited, the first is the citation as words. */
  patterns: string[];
};

/** Most characters of a search that are looked at. */
const MOST = 200;
const MARKS = new Set(['§', 'ust', 'pkt', 'lit', 'art', 'tiret', 'zalacznik', 'rozdzial', 'dzial']);
const NUMBER = /^(?:\d{1,5}[a-z]{0,3}|[a-z]{1,2}|[ivxlcdm]{1,7})$/u;

export function readSought(typed: string): Sought {
  const text = typed.slice(0, MOST);
  const number = /^\s*(?:nr\s*|#)?(\d{1,9})\s*$/iu.exec(text)?.[1];
  const words = wordsOf(text);
  // Words in quotation marks are sought as they are typed.
  const citation = /["„”“]/u.test(text) ? null : citationIn(words);
  return {
    number: number === undefined ? null : Number(number),
    citation: citation && words.slice(citation.from, citation.to),
    patterns: citation
      ? [
          phrasePattern(words.slice(citation.from, citation.to).join(' ')),
          ...searchPatterns([...words.slice(0, citation.from), ...words.slice(citation.to)].join(' ')),
        ]
      : searchPatterns(text),
  };
}

/** Whether a unit is the cited one or stands below it: „§ 7 ust. 1 pkt 2" is below „§ 7". */
export function isWithin(citation: string, cited: readonly string[]): boolean {
  const own = wordsOf(citation);
  return own.some((_, from) => cited.every((word, at) => own[from + at] === word));
}

/** Whether a unit is the cited one itself: „§ 7 ust. 1" for „ust. 1" and for „§ 7 ust. 1", not for „§ 7". */
export function isCited(citation: string, cited: readonly string[]): boolean {
  const own = wordsOf(citation);
  return own.length >= cited.length && cited.every((word, at) => own[own.length - cited.length + at] === word);
}

/** The first run of marks with their numbers; it may begin with a bare number where a mark follows: „340 ust. 2”. */
function citationIn(words: readonly string[]): { from: number; to: number } | null {
  const pairAt = (at: number) => MARKS.has(words[at] ?? '') && NUMBER.test(words[at + 1] ?? '');
  for (let from = 0; from < words.length; from += 1) {
    const bare = /^\d/u.test(words[from]!) && MARKS.has(words[from + 1] ?? '') && pairAt(from + 1);
    let to = bare ? from + 1 : from;
    while (pairAt(to)) to += 2;
    if (to > from) return { from, to };
  }
  return null;
}

/** „§7 ust.1a” → ["§", "7", "ust", "1a"]: marks and figures apart however they were typed, „nr” left out. */
function wordsOf(text: string): string[] {
  return text.split(/(§+)/u).flatMap((part) =>
    part.startsWith('§')
      ? ['§']
      : fold(part)
          .replace(/\b(ust|pkt|lit|art|tiret|nr)(?=\d)/gu, '$1 ')
          .replace(/(\d)(?=(?:ust|pkt|lit|tiret)\b)/gu, '$1 ')
          .split(' ')
          .filter((word) => word !== '' && word !== 'nr'),
  );
}
