import { expect, test } from 'vitest';
import { decisionsFor, planRuling, type PlannedOperation } from './ruling-plan.ts';

const operation = (given: Partial<PlannedOperation> = {}): PlannedOperation => ({
  seq: 1,
  op: 'replace',
  fit: 'unchanged',
  clauseId: 'c',
  current: 'Było.',
  type: 'subsection',
  after: 'Jest.',
  ...given,
});
const plan = (
  decision: 'accepted' | 'accepted-in-part' | 'not-accepted',
  operations: PlannedOperation[],
  finals: Record<number, { text: string; anchorId: string | null }> = {},
) =>
  planRuling({
    decision,
    operations,
    finals: new Map(Object.entries(finals).map(([seq, final]) => [Number(seq), final])),
    anchors: new Set(['c', 'd']),
  });

test('what may be decided depends on state and fit', () => {
  const kind = 'amendment';
  expect(decisionsFor({ kind, state: 'open', fit: 'adapted' })).toEqual([
    'accepted',
    'accepted-in-part',
    'already-in-text',
    'not-accepted',
    'out-of-scope',
  ]);
  expect(decisionsFor({ kind, state: 'open', fit: 'conflict' })).toEqual([
    'accepted-in-part',
    'already-in-text',
    'not-accepted',
    'out-of-scope',
  ]);
  expect(decisionsFor({ kind: 'remark', state: 'open', fit: 'unchanged' })).toContain('answered');
  for (const state of ['accepted', 'accepted-in-part', 'not-accepted', 'withdrawn'] as const)
    expect(decisionsFor({ kind, state, fit: 'unchanged' })).toEqual([]);
});

test('accepting takes the carried words of every operation', () => {
  expect(
    plan('accepted', [
      operation(),
      operation({ seq: 2, op: 'delete', clauseId: 'd', after: null }),
      operation({ seq: 3, op: 'insert-after', clauseId: 'e', after: 'Nowe.' }),
    ]),
  ).toEqual({
    ok: true,
    finals: {},
    changes: [
      { op: 'replace', clauseId: 'c', text: 'Jest.' },
      { op: 'delete', clauseId: 'd' },
      { op: 'insert-after', clauseId: 'e', type: 'subsection', text: 'Nowe.' },
    ],
  });
});

test('one operation in conflict keeps the whole from being accepted as it is', () => {
  expect(plan('accepted', [operation(), operation({ seq: 2, fit: 'conflict', after: null })])).toEqual({
    ok: false,
    error: { code: 'conflict-as-is' },
  });
});

test('what the text contains already is accepted without a change', () => {
  expect(plan('accepted', [operation({ fit: 'contained', after: 'Było.' })])).toEqual({
    ok: true,
    changes: [],
    finals: {},
  });
});

test('not accepting never changes the text, whatever is typed', () => {
  expect(plan('not-accepted', [operation()], { 1: { text: 'Inne.', anchorId: null } })).toEqual({
    ok: true,
    changes: [],
    finals: {},
  });
});

test('other words have to be there and have to differ from the text', () => {
  expect(plan('accepted-in-part', [operation()])).toEqual({ ok: false, error: { code: 'final-required', seq: 1 } });
  expect(plan('accepted-in-part', [operation()], { 1: { text: 'Było.', anchorId: null } })).toEqual({
    ok: false,
    error: { code: 'nothing-changes' },
  });
  expect(plan('accepted-in-part', [operation()], { 1: { text: 'Inne.', anchorId: null } })).toEqual({
    ok: true,
    changes: [{ op: 'replace', clauseId: 'c', text: 'Inne.' }],
    finals: { 1: 'Inne.' },
  });
});

test('instead of a deletion the clause may get other words', () => {
  expect(
    plan('accepted-in-part', [operation({ op: 'delete', after: null })], { 1: { text: 'Krócej.', anchorId: null } }),
  ).toMatchObject({
    changes: [{ op: 'replace', clauseId: 'c', text: 'Krócej.' }],
  });
});

test('words for a clause that is gone need a place in the newest text', () => {
  const gone = operation({ fit: 'conflict', current: null, after: null, clauseId: 'x' });
  expect(plan('accepted-in-part', [gone], { 1: { text: 'Inne.', anchorId: null } })).toEqual({
    ok: false,
    error: { code: 'anchor-required', seq: 1 },
  });
  expect(plan('accepted-in-part', [gone], { 1: { text: 'Inne.', anchorId: 'unknown' } })).toEqual({
    ok: false,
    error: { code: 'anchor-required', seq: 1 },
  });
  expect(plan('accepted-in-part', [gone], { 1: { text: 'Inne.', anchorId: 'd' } })).toMatchObject({
    changes: [{ op: 'insert-after', clauseId: 'd', text: 'Inne.' }],
  });
});

test('a remark without wording may be taken up with or without words', () => {
  const remark = operation({ op: 'none', after: null });
  expect(plan('accepted', [remark])).toEqual({ ok: true, changes: [], finals: {} });
  expect(plan('accepted-in-part', [remark], { 1: { text: '', anchorId: null } })).toEqual({
    ok: true,
    changes: [],
    finals: {},
  });
  expect(plan('accepted-in-part', [remark], { 1: { text: 'Nowe.', anchorId: null } })).toMatchObject({
    changes: [{ op: 'replace', text: 'Nowe.' }],
  });
});
