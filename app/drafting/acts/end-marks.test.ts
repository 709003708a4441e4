import { expect, test } from 'vitest';
import type { DraftChange } from './draft.ts';
import { endMarksAfter, withMark } from './end-marks.ts';
import { nextText } from './next-text.ts';
import { unitsOf } from './test-units.ts';

const units = unitsOf(`§ 1. Zakazuje się:
1) palenia ognisk;
2) wjazdu, w tym:
a) samochodów,
b) motocykli;
3) hałasu.

§ 2. Wolno:
1) siedzieć,
2) leżeć;
3) stać.

§ 3. Uchwała wchodzi w życie po upływie 14 dni.
`);
const idOf = (words: string) => units.find(({ text }) => text.startsWith(words))!.clauseId;
const marks = (...changes: DraftChange[]) => {
  const next = nextText({ units, numbering: 'draft' }, changes);
  if (!next.ok) throw new Error(next.error.code);
  return endMarksAfter(units, next.value.units).map(({ clauseId, after }) => [
    clauseId === null ? 'new' : 'old',
    after,
  ]);
};

test('what stops being the last of a list and what becomes it have their marks changed, the inserted words too', () => {
  const [fire, drive, cars, bikes, noise] = ['palenia', 'wjazdu', 'samochodów', 'motocykli', 'hałasu'].map(idOf) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const insert = (clauseId: string, text: string, type: 'point' | 'letter' = 'point'): DraftChange => ({
    op: 'insert-after',
    clauseId,
    type,
    text,
  });
  expect(marks(insert(noise, 'śmiecenia'))).toEqual([
    ['old', 'hałasu;'],
    ['new', 'śmiecenia.'],
  ]);
  expect(marks(insert(noise, 'śmiecenia.'))).toEqual([['old', 'hałasu;']]);
  expect(marks(insert(fire, 'śmiecenia;'))).toEqual([]);
  expect(marks({ op: 'delete', clauseId: noise })).toEqual([['old', 'motocykli.']]);
  expect(marks({ op: 'delete', clauseId: fire })).toEqual([]);
  expect(marks(insert(bikes, 'quadów;', 'letter'))).toEqual([['old', 'motocykli,']]);
  expect(marks({ op: 'delete', clauseId: bikes })).toEqual([['old', 'samochodów;']]);
  expect(marks({ op: 'move', clauseId: noise, targetId: fire })).toEqual([
    ['old', 'hałasu;'],
    ['old', 'motocykli.'],
  ]);
  expect(marks({ op: 'move', clauseId: drive, targetId: noise })).toEqual([
    ['old', 'hałasu;'],
    ['old', 'motocykli.'],
  ]);
  // Other words of the last one are its author's matter, and a list without a rule of its own gives none.
  expect(marks({ op: 'replace', clauseId: noise, text: 'hałasu' })).toEqual([]);
  expect(marks({ op: 'delete', clauseId: idOf('stać') })).toEqual([]);
  expect(cars).toBeTruthy();
});

test('only an end that is certain gets another mark', () => {
  expect(withMark('zakaz hałasu.', ';')).toBe('zakaz hałasu;');
  expect(withMark('zakaz hałasu', '.')).toBe('zakaz hałasu.');
  expect(withMark('ławki, kosze itp.', ';')).toBe('ławki, kosze itp.;');
  expect(withMark('ławki, kosze itp.;', '.')).toBe('ławki, kosze itp.');
  expect(withMark('do 30 m²;', '.')).toBe('do 30 m².');
  for (const unclear of ['zakaz hałasu oraz', 'zakaz: –', 'dwa\nwiersze.', 'zakaz „hałasu”.'])
    expect(withMark(unclear, ';')).toBeNull();
});
