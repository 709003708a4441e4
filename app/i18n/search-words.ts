import { fold } from './typography.ts';

/**
 * What people type into a search box, as patterns that PostgreSQL (`~`) and JavaScript (`u`) read alike. A text has what is
 * sought when it has all of them. Each begins with one group for what stands before the word.
 *
 * - Letters with and without marks are one, composed or not, whatever their case: „sciezka" finds „Ścieżka".
 * - A word finds those that begin like it, and its common Polish forms: „autobusu" finds „autobus" and „autobusem".
 * - Figures are whole: „34" does not find „340". Words in quotation marks stand together as they are typed.
 */
export function searchPatterns(typed: string): string[] {
  // What stands between two quotation marks is at an odd place; one that is not closed is no quotation.
  const parts = typed.slice(0, MOST_CHARACTERS).split(/["„”“]/u);
  const isQuoted = (at: number) => at % 2 === 1 && at < parts.length - 1;
  const quoted = parts.filter((_, at) => isQuoted(at)).map((part) => fold(part).split(' '));
  const free = fold(parts.filter((_, at) => !isQuoted(at)).join(' ')).split(' ');
  const phrases = [...quoted.map((phrase) => phrase.map(letters).join(BETWEEN)), ...free.map(anyForm)];
  return phrases
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .map((phrase) => `(^|${NO_LETTER})${phrase}`);
}

/** Words that stand one after the other, each whole: a citation in running text. */
export function phrasePattern(words: string): string {
  return `(^|${NO_LETTER})${fold(words).split(' ').filter(Boolean).map(letters).join(BETWEEN)}`;
}

const MOST_CHARACTERS = 200;
const MOST_WORDS = 12;
/** Marks that stand apart from their letter in decomposed text. */
const MARKS = '[\u0300-\u036f]*';
const LETTER_RANGES = '0-9A-Za-z\u00c0-\u024f\u0300-\u036f';
const NO_LETTER = `[^${LETTER_RANGES}]`;
const END = `(?:$|${NO_LETTER})`;
const BETWEEN = `${NO_LETTER}+`;

/** Every way to write a plain letter, from the rule that folds them. */
const spellings = new Map<string, string>();
for (let code = 0x41; code < 0x250; code += 1) {
  const letter = String.fromCodePoint(code);
  const plain = fold(letter);
  if (plain.length === 1) spellings.set(plain, `${spellings.get(plain) ?? ''}${letter}`);
}

function letters(word: string): string {
  return [...word]
    .map((letter) => {
      const known = spellings.get(letter);
      return known === undefined ? letter : known.length === 1 ? known : `[${known}]${MARKS}`;
    })
    .join('');
}

function anyForm(word: string): string {
  if (word === '') return '';
  if (/^\d/.test(word)) return `${letters(word)}${END}`;
  const forms = stemsOf(word).map(letters).join('|');
  return forms.includes('|') ? `(?:${forms})` : forms;
}

/** Endings of Polish nouns and adjectives, folded, the longest first. */
const ENDINGS =
  /(?:owaniach|owaniem|owania|owaniu|owanie|iami|ami|iach|ach|owie|owi|iow|ego|iego|emu|iemu|ymi|imi|ych|ich|iej|ej|iom|om|ow|iem|em|im|ym|ia|ie|iu|io|a|e|i|o|u|y)$/;
const SHORTEST_STEM = 3;

/**
 * Beginnings that forms of a word have in common. A guess, on purpose a wide one: what it finds too much is read in a moment, what
 * it does not find is not seen at all. Where the last consonant changes before an ending (droga – drodze, ścieżka – ścieżek –
 * ścieżce) both are sought.
 */
function stemsOf(word: string): string[] {
  const ending = ENDINGS.exec(word)?.[0] ?? '';
  const stem = word.slice(0, word.length - ending.length);
  if (stem.length < SHORTEST_STEM + Number(ending.length > 1))
    return word.length > SHORTEST_STEM && ending.length > 1 ? [word.slice(0, -1)] : [word];
  for (const [found, others] of CHANGES)
    if (stem.endsWith(found)) return [found, ...others].map((end) => stem.slice(0, stem.length - found.length) + end);
  return [stem];
}

const CHANGES: readonly (readonly [string, readonly string[]])[] = [
  ['iec', ['c']],
  ['ek', ['k', 'c']],
  ['dz', ['d', 'g']],
  ['sc', ['st']],
  ['c', ['k', 'ek', 't']],
  ['rz', ['r']],
  ['k', ['ek', 'c', 'cz']],
  ['g', ['dz', 'z']],
];
