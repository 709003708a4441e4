import { expect, test } from 'vitest';
import { safeCell, toCsv } from './csv.ts';

test('no cell of words can be taken for a formula, and figures stay figures', () => {
  for (const cell of ['=1+1', '+48 600', '-a', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1']) expect(safeCell(cell)).toBe(`'${cell}`);
  for (const cell of ['-2.1', '7', 'a=b', '', 12, null]) expect(safeCell(cell)).toBe(cell);
});

test('a table begins with the mark that spreadsheets read Polish letters by', () => {
  expect(toCsv(['nazwa'], [['Żabno, rynek'], ['=A1']])).toBe(`\ufeffnazwa\r\n"Żabno, rynek"\r\n'=A1\r\n`);
});
