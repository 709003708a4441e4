import { expect, test } from 'vitest';
import { planRewording, type AskedOperation } from './plan-rewording.ts';

const units = [
  { clauseId: 'a', revisionId: 'ra', text: 'Trwają 21 dni.' },
  { clauseId: 'b', revisionId: 'rb', text: 'Raport w 30 dni.' },
];
const operation = (parts: Partial<AskedOperation>): AskedOperation => ({
  id: 'o1',
  seq: 1,
  op: 'replace',
  clauseId: 'a',
  targetClauseId: null,
  fit: 'adapted',
  carriedAfter: 'Trwają 21 dni roboczych.',
  carriedRest: null,
  ...parts,
});
const inConflict = operation({ id: 'o2', seq: 2, clauseId: 'b', fit: 'conflict', carriedAfter: null });

test('agreeing takes every adapted wording, and is refused while one is in conflict', () => {
  expect(planRewording([operation({})], units, null)).toEqual({
    ok: true,
    steps: [{ id: 'o1', kind: 'confirmed', after: 'Trwają 21 dni roboczych.', rest: null, revisionId: 'ra' }],
  });
  expect(planRewording([operation({}), inConflict], units, null)).toEqual({ ok: false, error: { code: 'not-asked' } });
});

test('one form answers for all: adapted words left as they are are agreed to, those in conflict are written anew', () => {
  const words = new Map([
    [1, { text: 'Trwają 21 dni roboczych.' }],
    [2, { text: 'Raport w 14 dni.' }],
  ]);
  expect(planRewording([operation({}), inConflict], units, words)).toMatchObject({
    ok: true,
    steps: [
      { id: 'o1', kind: 'confirmed' },
      { id: 'o2', kind: 'rewritten', after: 'Raport w 14 dni.', revisionId: 'rb' },
    ],
  });
});

test('missing words and words that change nothing are named by operation', () => {
  expect(
    planRewording([operation({}), inConflict], units, new Map([[1, { text: 'Trwają 21 dni roboczych.' }]])),
  ).toEqual({ ok: false, error: { code: 'text-required', seq: 2 } });
  expect(planRewording([inConflict], units, new Map([[2, { text: 'Raport w  30 dni.' }]]))).toEqual({
    ok: false,
    error: { code: 'nothing-changed', seq: 2 },
  });
});

test('a deletion beside rewritten words stays as it is; alone it has nothing to rewrite', () => {
  const deletion = operation({ id: 'o3', seq: 3, op: 'delete', clauseId: 'b', carriedAfter: null });
  expect(planRewording([inConflict, deletion], units, new Map([[2, { text: 'Raport w 14 dni.' }]]))).toMatchObject({
    ok: true,
    steps: [{ kind: 'rewritten' }, { id: 'o3', kind: 'confirmed', after: null }],
  });
  expect(planRewording([deletion], units, new Map())).toEqual({ ok: false, error: { code: 'not-asked' } });
});

test('what stood on a unit that is gone cannot be reworded', () => {
  expect(planRewording([operation({ clauseId: 'gone' })], units, null)).toEqual({
    ok: false,
    error: { code: 'clause-gone' },
  });
  expect(planRewording([operation({ op: 'merge', targetClauseId: 'gone' })], units, null)).toEqual({
    ok: false,
    error: { code: 'clause-gone' },
  });
});
