import { expect, test } from 'vitest';
import { allLinesOf, linesPerPage, pageOfLines } from './report-document.ts';

test('a page on screen has a hundred lines, the page for print all of them', () => {
  expect(pageOfLines(2, 250)).toEqual({ page: 2, pages: 3, from: linesPerPage + 1, to: 2 * linesPerPage });
  expect(pageOfLines(9, 250)).toMatchObject({ page: 3, to: 250 });
  expect(allLinesOf(250)).toEqual({ page: 1, pages: 1, from: 1, to: 250 });
  expect(allLinesOf(0)).toMatchObject({ pages: 1, to: 0 });
});
