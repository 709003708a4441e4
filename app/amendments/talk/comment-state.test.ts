import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commentState, type Commented } from './comment-state.ts';
import { findQuote } from './quote.ts';

const then = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu.';
const state = (given: Partial<Commented>) => commentState({ quote: null, then, now: then, mergedInto: null, splitOff: [], ...given });

test('a quotation is found whatever its blanks are, and only when it is there', () => {
  expect(findQuote(then, 'co\u00a0najmniej\n14 dni')).toEqual({ from: 19, to: 37 });
  expect(findQuote(then, 'co najmniej 15 dni')).toBeNull();
  expect(findQuote('a (b) [c] *', '(b) [c] *')).toEqual({ from: 2, to: 11 });
  expect(findQuote(then, ' ')).toBeNull();
});

test('quoted words that nobody touched are the same text, wherever they stand now', () => {
  expect(state({ quote: 'jedno spotkanie', now: then.replace('14', '21') })).toEqual({ kind: 'same' });
  expect(state({ quote: 'jedno spotkanie', now: `W gminie ${then}` })).toEqual({ kind: 'same' });
});

test('changed words show what they were and what they are, and nothing around them', () => {
  expect(state({ quote: 'co najmniej 14 dni', now: then.replace('14', '21') })).toEqual({ kind: 'changed', was: 'co najmniej 14 dni', is: 'co najmniej 21 dni' });
  expect(state({ quote: '14', now: then.replace('14', '21') })).toEqual({ kind: 'changed', was: '14', is: '21' });
  expect(state({ now: then.replace('14', '21') })).toMatchObject({ kind: 'changed', was: then });
});

test('quoted words struck from the unit leave nothing, unless a split took them along', () => {
  const now = 'Konsultacje trwają co najmniej 14 dni.';
  expect(state({ quote: 'jedno spotkanie', now })).toEqual({ kind: 'changed', was: 'jedno spotkanie', is: '' });
  const splitOff = [{ code: 9, citation: '§ 2 ust. 2', text: 'Obejmują one jedno spotkanie w siedzibie urzędu.' }];
  expect(state({ quote: 'jedno spotkanie', now, splitOff })).toEqual({ kind: 'split-off', unit: { code: 9, citation: '§ 2 ust. 2' } });
});

test('a unit that is gone was deleted or joined with another one', () => {
  expect(state({ now: null })).toEqual({ kind: 'removed' });
  const unit = { code: 4, citation: '§ 4' };
  expect(state({ now: null, quote: '14', mergedInto: { unit } })).toEqual({ kind: 'merged', unit });
});

test('the same text is said only of words that stand in the newest text', () => {
  const word = fc.constantFrom('rada', 'gmina', 'uwaga', 'termin', '14', 'dni', 'i');
  const text = fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' '));
  fc.assert(fc.property(text, text, fc.nat(12), fc.integer({ min: 1, max: 4 }), (old, now, from, length) => {
    const quote = old.split(' ').slice(from, from + length).join(' ');
    if (quote === '') return;
    const result = commentState({ quote, then: old, now, mergedInto: null, splitOff: [] });
    if (result.kind === 'same') expect(findQuote(now, quote)).not.toBeNull();
    if (result.kind === 'changed') expect(result.is === '' || findQuote(now, result.is) !== null).toBe(true);
  }));
});
