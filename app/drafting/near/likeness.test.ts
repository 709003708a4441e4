import { expect, test } from 'vitest';
import { likenessKey } from './likeness.server.ts';
import { compareWords, normalWords } from './likeness.ts';

const operation = {
  op: 'replace',
  clauseId: 'c1',
  after: 'Konsultacje trwają 21 dni.',
  rest: null,
  targetClauseId: null,
};

test('case, punctuation, blanks, greeting and signature do not make another remark', () => {
  const plain = likenessKey({ reason: 'Proszę o trzy tygodnie.', operations: [operation] });
  const dressed = likenessKey({
    reason: 'Dzień dobry,\n\nproszę  o trzy\u00a0tygodnie!\n\nZ poważaniem\nJan Kowalski\nul. Długa 1',
    operations: [{ ...operation, after: 'konsultacje trwają 21 dni' }],
  });
  expect(dressed).toBe(plain);
});

test('another clause, other words, another number or another inflection make another remark', () => {
  const key = (reason: string, change = {}) => likenessKey({ reason, operations: [{ ...operation, ...change }] });
  const keys = [
    key('Uwaga'),
    key('Uwagi'),
    key('Uwaga', { clauseId: 'c2' }),
    key('Uwaga', { after: 'Konsultacje trwają 22 dni.' }),
    key('Uwaga', { op: 'delete' }),
  ];
  expect(new Set(keys).size).toBe(keys.length);
});

test('the order of changes within a remark does not matter, and nothing has no key', () => {
  const other = { ...operation, clauseId: 'c2' };
  expect(likenessKey({ reason: 'a', operations: [operation, other] })).toBe(
    likenessKey({ reason: 'a', operations: [other, operation] }),
  );
  expect(likenessKey({ reason: ' ', operations: [] })).toBe('');
});

test('a closing formula in the middle of a sentence is part of the matter', () => {
  expect(normalWords('Uchwała z poważaniem traktuje mieszkańców.')).toBe('uchwała z poważaniem traktuje mieszkańców');
  expect(normalWords('Pozdrawiam i proszę o parking.')).toBe('pozdrawiam i proszę o parking');
});

test('near-identical texts are found and told in words that can be counted', () => {
  const words = Array.from({ length: 50 }, (_, at) => `słowo${at}`);
  const changed = [...words.slice(0, 49), 'inne'];
  expect(compareWords(words.join(' '), changed.join(' '))).toMatchObject({ shared: 49, total: 50, isNear: true });
  const many = words.map((word, at) => (at % 10 === 0 ? 'inne' : word));
  expect(compareWords(words.join(' '), many.join(' '))).toMatchObject({ shared: 45, total: 50, isNear: false });
});

test('the same words in another order are not near, and nothing is near nothing', () => {
  expect(
    compareWords('pies gryzie starego listonosza codziennie', 'codziennie starego gryzie pies listonosza'),
  ).toMatchObject({ shared: 5, total: 5, isNear: false });
  expect(compareWords('', '')).toEqual({ shared: 0, total: 0, likeness: 0, isNear: false });
});
