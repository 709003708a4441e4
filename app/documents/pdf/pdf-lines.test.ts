import { expect, test } from 'vitest';
import { breakLines, type Run } from './pdf-lines.ts';

/** Every letter is one point wide, in bold two. */
const measure = (text: string, font: Run['font']) => [...text].length * (font === 'bold' ? 2 : 1);
const plain = (text: string): Run[] => [{ text, font: 'regular' }];
const printed = (runs: readonly Run[], width: number) =>
  breakLines(runs, width, measure).map(({ parts }) => parts.map(({ text }) => text).join(''));

test('words are broken at spaces, and the space stays in the file', () => {
  expect(printed(plain('jeden dwa trzy'), 10)).toEqual(['jeden dwa ', 'trzy']);
  expect(printed(plain(''), 10)).toEqual(['']);
  expect(printed(plain('raz\n\ndwa'), 10)).toEqual(['raz ', '', 'dwa']);
});

test('no single letter and no mark of a unit stays behind at the end of a line', () => {
  expect(printed(plain('nasza i wasza'), 8)).toEqual(['nasza ', 'i wasza']);
  expect(printed(plain('patrz w § 3 tutaj'), 9)).toEqual(['patrz ', 'w § 3 ', 'tutaj']);
  expect(printed(plain('w roku 2024 r. było'), 12)).toEqual(['w roku ', '2024 r. było']);
});

test('a word longer than a line is cut and no letter is lost', () => {
  expect(printed(plain('a https://example.org/strona'), 10).join('')).toBe('a https://example.org/strona');
  for (const line of breakLines(plain('abcdefghijklmnopqrstuvwxyz'), 7, measure))
    expect(line.width).toBeLessThanOrEqual(7);
});

test('words in two fonts without a space between them stay together', () => {
  const runs: Run[] = [
    { text: 'ter', font: 'regular' },
    { text: 'min', font: 'bold' },
    { text: ' 21 dni', font: 'regular' },
  ];
  expect(printed(runs, 10)).toEqual(['termin ', '21 dni']);
  expect(breakLines(runs, 100, measure)[0]!.width).toBe(3 + 6 + 7);
});
