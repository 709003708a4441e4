/** The words in which changes are told, in both languages of the product. */
export type Language = 'pl' | 'en';

export interface Wording {
  quote: (text: string) => string;
  and: string;
  replaces: (removed: string, added: string) => string;
  adds: (added: string, after: string | null) => string;
  addsSentence: (added: string) => string;
  removes: (removed: string) => string;
  /** A punctuation mark by its name and the quoted words after it. */
  markAndWords: (mark: string, words: string, isOneWord: boolean) => string;
  more: (count: number) => string;
  nothing: string;
  blanksOnly: string;
  newWording: string;
  levelOnly: string;
  inserted: (text: string) => string;
  deleted: (text: string) => string;
  moved: string;
  movedAnd: string;
  marks: Readonly<Record<string, string>>;
}

/** Polish: 1 zmianę, 2–4 zmiany (but 12–14 zmian), otherwise zmian. */
function countedChanges(count: number): string {
  if (count === 1) return '1 zmianę';
  const isFew = count % 10 >= 2 && count % 10 <= 4 && (count % 100 < 12 || count % 100 > 14);
  return `${count} ${isFew ? 'zmiany' : 'zmian'}`;
}

const polishQuote = (text: string): string => `„${text}”`;
const englishQuote = (text: string): string => `“${text}”`;

export const WORDINGS: Readonly<Record<Language, Wording>> = {
  pl: {
    quote: polishQuote,
    and: ' i ',
    replaces: (removed, added) => `zmienia ${removed} na ${added}`,
    adds: (added, after) => (after === null ? `dodaje na początku ${added}` : `dodaje ${added} po ${after}`),
    addsSentence: (added) => `dodaje zdanie ${added}`,
    removes: (removed) => `skreśla ${removed}`,
    markAndWords: (mark, words, isOneWord) => `${mark} i ${isOneWord ? 'wyraz' : 'wyrazy'} ${words}`,
    more: (count) => `wprowadza jeszcze ${countedChanges(count)}`,
    nothing: 'Nie zmienia brzmienia.',
    blanksOnly: 'Zmienia tylko odstępy.',
    newWording: 'Nadaje nowe brzmienie.',
    levelOnly: 'Zmienia tylko poziom w wyliczeniu.',
    inserted: (text) => `Dodaje ${text}.`,
    deleted: (text) => `Skreśla ${text}.`,
    moved: 'Przenosi w inne miejsce bez zmiany brzmienia.',
    movedAnd: 'przenosi w inne miejsce',
    marks: {
      ',': 'przecinek',
      '.': 'kropkę',
      ';': 'średnik',
      ':': 'dwukropek',
      '–': 'półpauzę',
      '—': 'pauzę',
      '-': 'łącznik',
    },
  },
  en: {
    quote: englishQuote,
    and: ' and ',
    replaces: (removed, added) => `changes ${removed} to ${added}`,
    adds: (added, after) => (after === null ? `adds ${added} at the beginning` : `adds ${added} after ${after}`),
    addsSentence: (added) => `adds the sentence ${added}`,
    removes: (removed) => `deletes ${removed}`,
    markAndWords: (mark, words, isOneWord) => `${mark} and the ${isOneWord ? 'word' : 'words'} ${words}`,
    more: (count) => `makes ${count} more ${count === 1 ? 'change' : 'changes'}`,
    nothing: 'Does not change the wording.',
    blanksOnly: 'Changes blanks only.',
    newWording: 'Gives a new wording.',
    levelOnly: 'Changes the level in the list only.',
    inserted: (text) => `Adds ${text}.`,
    deleted: (text) => `Deletes ${text}.`,
    moved: 'Moves to another place without a change of wording.',
    movedAnd: 'moves to another place',
    marks: {
      ',': 'a comma',
      '.': 'a full stop',
      ';': 'a semicolon',
      ':': 'a colon',
      '–': 'an en dash',
      '—': 'an em dash',
      '-': 'a hyphen',
    },
  },
};
