import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentState, type Commented } from './comment-state.ts';
import { findQuote, findQuotes } from './quote.ts';

const before = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const state = (given: Partial<Commented>) =>
  commentState({ quote: null, before, after: before, mergedInto: null, splitOff: [], ...given });

test('a quotation is found whatever its blanks are, and only when it is there', () => {
  expect(findQuote(before, 'co\u00a0najmniej\n14 dni')).toEqual({ from: 19, to: 37 });
  expect(findQuote(before, 'co najmniej 15 dni')).toBeNull();
  expect(findQuote('a (b) [c] *', '(b) [c] *')).toEqual({ from: 2, to: 11 });
  expect(findQuote(before, ' ')).toBeNull();
});

test('quoted words that nobody touched are the same text, wherever they stand now', () => {
  expect(state({ quote: 'jedno spotkanie', after: before.replace('14', '21') })).toEqual({ kind: 'same' });
  expect(state({ quote: 'jedno spotkanie', after: `W gminie ${before}` })).toEqual({ kind: 'same' });
});

test('changed words show what they were and what they are, and nothing around them', () => {
  expect(state({ quote: 'co najmniej 14 dni', after: before.replace('14', '21') })).toMatchObject({
    kind: 'changed',
    was: 'co najmniej 14 dni',
    is: 'co najmniej 21 dni',
    spans: [
      { op: 'keep', text: 'co najmniej ' },
      { op: 'delete', text: '14' },
      { op: 'insert', text: '21' },
      { op: 'keep', text: ' dni' },
    ],
  });
  expect(state({ quote: '14', after: before.replace('14', '21') })).toMatchObject({
    kind: 'changed',
    was: '14',
    is: '21',
  });
  expect(state({ after: before.replace('14', '21') })).toMatchObject({ kind: 'changed', was: before });
});

test('quoted words struck from the unit leave nothing, unless a split took them along', () => {
  const now = 'Konsultacje trwają co najmniej 14 dni.';
  expect(state({ quote: 'jedno spotkanie', after: now })).toMatchObject({
    kind: 'changed',
    was: 'jedno spotkanie',
    is: '',
  });
  const splitOff = [{ code: 9, citation: '§ 2 ust. 2', text: 'Obejmują one jedno spotkanie w siedzibie urzędu.' }];
  expect(state({ quote: 'jedno spotkanie', after: now, splitOff })).toEqual({
    kind: 'split-off',
    unit: { code: 9, citation: '§ 2 ust. 2' },
  });
});

test('a unit that is gone was deleted or joined with another one', () => {
  expect(state({ after: null })).toEqual({ kind: 'removed' });
  const unit = { code: 4, citation: '§ 4' };
  expect(state({ after: null, quote: '14', mergedInto: { unit } })).toEqual({ kind: 'merged', unit });
});

test('the same text is said only of words that stand in the newest text', () => {
  const word = fc.constantFrom('rada', 'gmina', 'uwaga', 'termin', '14', 'dni', 'i');
  const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, fc.nat(12), fc.integer({ min: 1, max: 4 }), (old, now, from, length) => {
      const quote = old
        .split(' ')
        .slice(from, from + length)
        .join(' ');
      if (quote === '') return;
      const result = commentState({ quote, before: old, after: now, mergedInto: null, splitOff: [] });
      if (result.kind === 'same') expect(findQuotes(now, quote)).not.toEqual([]);
      if (result.kind === 'changed') expect(result.is === '' || findQuotes(now, result.is).length > 0).toBe(true);
    }),
  );
});

test('words that stand twice are not tracked on the first of them', () => {
  const twice = 'Uwagi w terminie 14 dni, odpowiedzi w terminie 14 dni od uwag.';
  const now = twice.replace('14 dni od', '30 dni od');
  expect(state({ quote: '14 dni', before: twice, after: now })).toMatchObject({ kind: 'changed', was: twice, is: now });
  expect(state({ quote: '14 dni od', before: twice, after: now })).toMatchObject({
    kind: 'changed',
    was: '14 dni od',
    is: '30 dni od',
  });
  expect(state({ quote: '14 dni,', before: twice, after: now })).toEqual({ kind: 'same' });
});
