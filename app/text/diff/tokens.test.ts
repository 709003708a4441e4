import { expect, test } from 'vitest';
import { countWords, isSentenceBorder, sameWording, spaceBefore, textOf, tokenAt, tokenize } from './tokens.ts';

const tokens = (text: string): string[] => tokenize(text).keys;

test('words keep their hyphens and apostrophes, marks stand alone', () => {
  expect(tokens("szkolno-przedszkolny, D'Alembert (§ 5a).")).toEqual([
    'szkolno-przedszkolny',
    ',',
    "D'Alembert",
    '(',
    '§',
    '5a',
    ')',
    '.',
  ]);
});

test('figures, amounts and numeric dates are one token, a following full stop is not part of them', () => {
  expect(tokens('10 000 zł, 3,50 zł, 22.00. 27.06.2019 r. 2019-06-27')).toEqual([
    '10 000',
    'zł',
    ',',
    '3,50',
    'zł',
    ',',
    '22.00',
    '.',
    '27.06.2019',
    'r',
    '.',
    '2019-06-27',
  ]);
});

test('two figures side by side are two tokens', () => {
  expect(tokens('w 2024 100 osób')).toEqual(['w', '2024', '100', 'osób']);
  expect(tokens('ul. Długa 5 100a')).toEqual(['ul', '.', 'Długa', '5', '100a']);
});

test('a dash between figures separates them', () => {
  expect(tokens('8.00–16.00')).toEqual(['8.00', '–', '16.00']);
});

test('a decomposed letter stays in its word and compares as composed', () => {
  const { count, keys, text, ends } = tokenize('wójt'.normalize('NFD'));
  expect(count).toBe(1);
  expect(keys).toEqual(['wójt']);
  expect(ends).toEqual([text.length]);
});

test('tokens and the blanks before them give the text back', () => {
  const parsed = tokenize('  Rada\u00A0Gminy,\n uchwala. ');
  let text = '';
  for (let i = 0; i < parsed.count; i++) text += spaceBefore(parsed, i) + tokenAt(parsed, i);
  expect(text + spaceBefore(parsed, parsed.count)).toBe('  Rada\u00A0Gminy,\n uchwala. ');
  expect(textOf(parsed, 0, 2)).toBe('Rada\u00A0Gminy');
});

test('abbreviations and references do not end a sentence', () => {
  const borders = (text: string): number[] => {
    const parsed = tokenize(text);
    return [...parsed.kinds.keys()].filter((i) => i > 0 && isSentenceBorder(parsed, i));
  };
  expect(borders('Na podstawie art. 18 ust. 2 pkt 15 uchwala się. Uchwała wchodzi.')).toHaveLength(1);
  expect(borders('Dz. U. z 2024 r. poz. 5, ul. Kościelna')).toEqual([]);
  expect(borders('zakaz palenia; zakaz hałasu')).toHaveLength(1);
});

test('blanks and composition make no other wording, letter case does', () => {
  expect(sameWording('5 zł', '5\u00A0zł ')).toBe(true);
  expect(sameWording('Wójt', 'wójt')).toBe(false);
  expect(countWords('w dniu 5 maja, tj. we wtorek')).toBe(7);
  expect(countWords(' ')).toBe(0);
});
