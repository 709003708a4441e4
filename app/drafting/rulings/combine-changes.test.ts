import { expect, test } from 'vitest';
import { combineChanges } from './combine-changes.ts';

const words = 'Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie.';
const text = { wordsOf: () => words, parentOf: (clauseId: string) => (clauseId === 'below' ? 'a' : null) };
const replace = (number: number, text: string) => ({
  number,
  changes: [{ op: 'replace' as const, clauseId: 'a', text }],
});

test('edits of different words of one clause become one wording, whatever their order', () => {
  const edits = [replace(1, words.replace('14', '21')), replace(2, words.replace('jedno spotkanie', 'dwa spotkania'))];
  const both = words.replace('14', '21').replace('jedno spotkanie', 'dwa spotkania');
  for (const order of [edits, edits.toReversed()]) {
    expect(combineChanges(order, text)).toEqual({
      changes: [{ op: 'replace', clauseId: 'a', text: both }],
      conflicts: [],
    });
  }
});

test('edits of the same words are a conflict of that clause and name both wordings', () => {
  const { changes, conflicts } = combineChanges(
    [replace(1, words.replace('14', '21')), replace(2, words.replace('14', '30'))],
    text,
  );
  expect(changes).toEqual([]);
  expect(conflicts).toEqual([
    {
      clauseId: 'a',
      words: '14',
      sides: [
        { number: 1, text: words.replace('14', '21') },
        { number: 2, text: words.replace('14', '30') },
      ],
    },
  ]);
});

test('the same edit asked for three times counts once', () => {
  const edits = [1, 2, 3].map((number) => replace(number, words.replace('14', '21')));
  expect(combineChanges(edits, text).changes).toEqual([edits[0]!.changes[0]]);
});

test('striking a clause contradicts rewording it, and two who strike it agree', () => {
  const strike = (number: number) => ({ number, changes: [{ op: 'delete' as const, clauseId: 'a' }] });
  expect(combineChanges([strike(1), replace(2, 'Inaczej.')], text).conflicts).toMatchObject([
    {
      sides: [
        { number: 1, text: null },
        { number: 2, text: 'Inaczej.' },
      ],
    },
  ]);
  expect(combineChanges([strike(1), strike(2)], text)).toEqual({
    changes: [{ op: 'delete', clauseId: 'a' }],
    conflicts: [],
  });
});

test('new units behind one clause all come in, next to a rewording of it', () => {
  const insert = (number: number, text: string) => ({
    number,
    changes: [{ op: 'insert-after' as const, clauseId: 'a', type: 'subsection' as const, text }],
  });
  const { changes, conflicts } = combineChanges(
    [insert(1, 'Pierwszy.'), insert(2, 'Drugi.'), insert(3, 'Pierwszy.'), replace(4, 'Inaczej.')],
    text,
  );
  expect(conflicts).toEqual([]);
  expect(changes.map((change) => ('text' in change ? change.text : null))).toEqual(['Pierwszy.', 'Drugi.', 'Inaczej.']);
});

test('rewording a unit that goes with its parent is a conflict, not a loss', () => {
  const strike = { number: 1, changes: [{ op: 'delete' as const, clauseId: 'a' }] };
  const below = { number: 2, changes: [{ op: 'replace' as const, clauseId: 'below', text: 'Inaczej.' }] };
  const { changes, conflicts } = combineChanges([strike, below], text);
  expect(changes).toEqual([{ op: 'delete', clauseId: 'a' }]);
  expect(conflicts).toMatchObject([
    {
      clauseId: 'below',
      sides: [
        { number: 1, text: null },
        { number: 2, text: 'Inaczej.' },
      ],
    },
  ]);
});

test('a unit may move with new words; two places for it, or striking it, are a conflict', () => {
  const move = (number: number, targetId: string) => ({
    number,
    changes: [{ op: 'move' as const, clauseId: 'a', targetId }],
  });
  expect(combineChanges([move(1, 'b'), replace(2, 'Inaczej.')], text)).toEqual({
    changes: [
      { op: 'replace', clauseId: 'a', text: 'Inaczej.' },
      { op: 'move', clauseId: 'a', targetId: 'b' },
    ],
    conflicts: [],
  });
  expect(combineChanges([move(1, 'b'), move(2, 'c')], text).conflicts).toMatchObject([
    { clauseId: 'a', sides: [{ number: 1 }, { number: 2 }] },
  ]);
  expect(
    combineChanges([move(1, 'b'), { number: 2, changes: [{ op: 'delete', clauseId: 'a' }] }], text).conflicts,
  ).toMatchObject([{ clauseId: 'a' }]);
});
