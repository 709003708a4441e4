import { expect, test } from 'vitest';
import { planRuling, type FinalText, type PlannedOperation } from '#app/drafting/rulings/ruling-plan.ts';
import { sameWritten } from '#app/record/difference.ts';
import { changesOfRuling } from '#app/drafting/rulings/recorded-ruling.ts';

const operation = (changes: Partial<PlannedOperation>): PlannedOperation => ({
  seq: 1,
  op: 'replace',
  fit: 'unchanged',
  clauseId: 'c',
  current: 'Było.',
  type: 'point',
  after: 'Jest.',
  ...changes,
});

test.each<[string, PlannedOperation, FinalText]>([
  ['other words', operation({}), { text: 'Inne.', anchorId: null }],
  [
    'a split with both parts',
    operation({ op: 'split', rest: 'Druga.' }),
    { text: 'Pierwsza.', anchorId: null, rest: 'Inna druga.' },
  ],
  ['words of a unit that is gone, put elsewhere', operation({ current: null }), { text: 'Inne.', anchorId: 'd' }],
  ['an insertion', operation({ op: 'insert-after' }), { text: 'Nowy.', anchorId: null }],
])('what the record keeps of an acceptance in part leads to the same change: %s', (_, asked, final) => {
  const plan = planRuling({
    decision: 'accepted-in-part',
    operations: [asked],
    finals: new Map([[1, final]]),
    anchors: new Set(['c', 'd']),
  });
  if (!plan.ok) throw new Error(plan.error.code);
  const unit = {
    clauseId: 'd',
    code: 1,
    revisionId: 'r',
    parentClauseId: null,
    type: 'point' as const,
    label: '',
    number: '',
    heading: '',
    text: '',
    quoted: false,
    depth: 0,
    orderKey: 'a0',
  };
  expect(plan.changes.length).toBe(1);
  expect(
    changesOfRuling(
      { decision: 'accepted-in-part', finalText: plan.finals, operations: [asked] },
      { before: [unit], after: [unit] },
    ),
  ).toEqual({ changes: plan.changes, free: new Set() });
});

test('words agree around marks of what was covered, and nowhere else', () => {
  const mark = '[zasłonięto: dane osobowe, 12.11.2026]';
  expect(sameWritten(`Pisze ${mark}, że tak.`, 'Pisze Jan, że tak.')).toBe(true);
  expect(sameWritten('Pisze Jan, że tak.', `Pisze ${mark}, że tak.`)).toBe(true);
  expect(sameWritten(`Pisze ${mark}, że nie.`, 'Pisze Jan, że tak.')).toBe(false);
  expect(sameWritten('Pisze Jan.', 'Pisze Ewa.')).toBe(false);
  expect(sameWritten(`aba${mark}aba`, 'aba')).toBe(false);
});
