import { expect, test } from 'vitest';
import { inLineOrder, lineOrders, orderOf } from './line-order.ts';
import type { ReportAuthor, ReportLine } from './report-document.ts';

const line = (number: number, clauseCode: number | null, author: ReportAuthor): ReportLine => ({
  lp: number,
  number,
  kind: 'remark',
  state: 'open',
  filing: number,
  point: 1,
  points: 1,
  channel: 'web',
  receivedOn: '2026-11-10',
  isLate: false,
  author,
  unit: '',
  clauseCode,
  place: null,
  words: '',
  operations: [],
  ruling: null,
  group: null,
});
const person = (no: number | null): ReportAuthor => ({ kind: 'person', no });
const organisation = (name: string): ReportAuthor => ({ kind: 'organisation', name });

const lines = [
  line(1, 30, person(2)),
  line(2, null, organisation('Żuraw')),
  line(3, 10, person(1)),
  line(4, 99, organisation('Łąka')),
  line(5, 10, person(null)),
  line(6, 20, person(2)),
];
// The second unit of the act has a higher code than the third: it was put in later.
const places = new Map([10, 30, 20].map((code, at) => [code, at]));
const numbers = (sorted: readonly ReportLine[]) => sorted.map(({ number }) => number);

test('lines follow the units of the act, what is about none of them last', () => {
  expect(numbers(inLineOrder(lines, 'act', places))).toEqual([3, 5, 1, 6, 2, 4]);
});

test('lines of one author stand together, organisations by name first', () => {
  expect(numbers(inLineOrder(lines, 'author', places))).toEqual([4, 2, 3, 1, 6, 5]);
});

test('every order has every line once, with the number it has in the register', () => {
  for (const order of lineOrders) {
    const sorted = inLineOrder(lines, order, places);
    expect(numbers(inLineOrder(sorted, 'number', places))).toEqual([1, 2, 3, 4, 5, 6]);
    for (const each of sorted) expect(each.lp).toBe(each.number);
  }
});

test('an address without an order, or with one that is none, means the register', () => {
  expect(orderOf(new URLSearchParams('kolejnosc=akt'))).toBe('act');
  expect(orderOf(new URLSearchParams('kolejnosc=autorzy'))).toBe('author');
  expect(orderOf(new URLSearchParams('kolejnosc=null'))).toBe('number');
  expect(orderOf(new URLSearchParams())).toBe('number');
});
