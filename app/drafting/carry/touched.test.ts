import { expect, test } from 'vitest';
import { lastProposal, planCarries, type OpenRemark } from './carry-plan.ts';
import { concernedClauses, touchedClauses, type PlacedUnit } from './touched.ts';

const unit = (
  clauseId: string | null,
  revisionId: string | null,
  parentId: string | null = null,
  orderKey = 'a0',
): PlacedUnit => ({ clauseId, revisionId, parentId, orderKey });
const before = [unit('a', 'a1'), unit('b', 'b1', 'a'), unit('c', 'c1', 'b'), unit('d', 'd1', 'a'), unit('e', 'e1')];

test('changed words touch the clause itself and, as a part, everything above it', () => {
  const touched = touchedClauses(before, [
    unit('a', 'a1'),
    unit('b', 'b1', 'a'),
    unit('c', null, 'b'),
    unit('d', 'd1', 'a'),
    unit('e', 'e1'),
  ]);
  expect([...touched.own]).toEqual(['c']);
  expect([...touched.subtree].sort()).toEqual(['a', 'b', 'c']);
  expect(touched.anchors.size).toBe(0);
});

test('a deletion touches all that went with it and what was above', () => {
  const touched = touchedClauses(before, [unit('a', 'a1'), unit('d', 'd1', 'a'), unit('e', 'e1')]);
  expect([...touched.own].sort()).toEqual(['b', 'c']);
  expect([...touched.subtree].sort()).toEqual(['a', 'b', 'c']);
});

test('new units are known by the sibling they follow, however many and whatever stands between', () => {
  const after = [
    unit('a', 'a1'),
    unit('b', 'b1', 'a'),
    unit('c', 'c1', 'b'),
    unit(null, null, 'a'),
    unit(null, null, 'a'),
    unit('d', 'd1', 'a'),
    unit('e', 'e1'),
  ];
  const touched = touchedClauses(before, after);
  expect([...touched.anchors]).toEqual([['b', [3, 4]]]);
  expect(touched.own.size).toBe(0);
  expect(concernedClauses(touched).sort()).toEqual(['a', 'b']);
});

test('the same text touches nothing', () => {
  const touched = touchedClauses(before, before);
  expect(concernedClauses(touched)).toEqual([]);
});

test('remarks the change does not touch are not carried', () => {
  const remark: OpenRemark = {
    id: 'r',
    number: 1,
    fit: 'unchanged',
    operations: [
      {
        id: 'o',
        op: 'insert-after',
        clauseId: 'c',
        fit: 'unchanged',
        wordings: [{ kind: 'filed', base: 'Słowa.', after: 'Nowe.' }],
      },
    ],
  };
  const deleted = [unit('a', 'a1'), unit('d', 'd1', 'a'), unit('e', 'e1')].map((each) => ({ ...each, text: '' }));
  expect(planCarries([remark], touchedClauses(before, deleted), deleted)).toMatchObject([
    { number: 1, previous: 'unchanged', fit: 'conflict' },
  ]);
  expect(
    planCarries(
      [remark],
      touchedClauses(before, before),
      before.map((each) => ({ ...each, text: '' })),
    ),
  ).toEqual([]);
});

test("after a conflict and after words the text contained, the last words of the author's own speak", () => {
  expect(
    lastProposal({
      wordings: [
        { kind: 'filed', base: 'A', after: 'B' },
        { kind: 'rewritten', base: 'C', after: 'D' },
        { kind: 'contained', base: 'D', after: 'D' },
        { kind: 'conflict', base: 'E', after: null },
      ],
    }),
  ).toEqual({ base: 'C', after: 'D', rest: null });
  expect(lastProposal({ wordings: [] })).toEqual({ base: '', after: null, rest: null });
});
