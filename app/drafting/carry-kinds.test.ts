import { expect, test } from 'vitest';
import { concerned, planCarries, type NewUnit, type OpenOperation } from './carry/carry-plan.ts';
import { carryProposal } from './carry/fit.ts';
import { touchedClauses } from './carry/touched.ts';

type Unit = NewUnit & { clauseId: string; orderKey: string };
const unit = (
  clauseId: string,
  orderKey: string,
  text = `Słowa ${clauseId}.`,
  parentId: string | null = 'p',
): Unit => ({ clauseId, text, parentId, orderKey });
const before = [unit('p', 'a0', '', null), unit('a', 'a1'), unit('b', 'a2'), unit('c', 'a3')];

function fitOf(operation: Partial<OpenOperation> & Pick<OpenOperation, 'op'>, after: Unit[], merged: string[] = []) {
  const own: OpenOperation = {
    id: 'o',
    clauseId: 'b',
    fit: 'unchanged',
    wordings: [{ kind: 'filed', base: 'Słowa b.', after: 'Inne słowa b.' }],
    ...operation,
  };
  const placed = (units: Unit[]) =>
    units.map((each) => ({
      clauseId: each.clauseId,
      parentId: each.parentId ?? null,
      orderKey: each.orderKey,
      revisionId: each.text,
    }));
  const remarks = [{ id: 'r', number: 1, fit: 'unchanged' as const, operations: [own] }];
  const touched = touchedClauses(placed(before), placed(after));
  const whole = planCarries(remarks, touched, after, { merged: new Set(merged) });
  const part = concerned(remarks, touched, after);
  expect(planCarries(remarks, part.touched, part.after, { merged: new Set(merged) })).toEqual(whole);
  return whole[0]?.operations[0]?.carried;
}

const movedUp = [before[0]!, unit('b', 'Zz'), before[1]!, before[3]!];
const goneB = [before[0]!, before[1]!, before[3]!];

test('a clause taken into another one is a conflict for every wording, never a deletion done', () => {
  for (const op of ['replace', 'insert-after', 'delete', 'split'] as const)
    expect(fitOf({ op }, goneB, ['b'])).toMatchObject({ fit: 'conflict', after: null });
  expect(fitOf({ op: 'delete' }, goneB)).toMatchObject({ fit: 'contained' });
  expect(fitOf({ op: 'none' }, goneB, ['b'])).toMatchObject({ fit: 'unchanged' });
});

test('a moved clause keeps its amendments; what depends on its place asks the author', () => {
  expect(fitOf({ op: 'replace' }, movedUp)).toBeUndefined();
  expect(fitOf({ op: 'insert-after' }, movedUp)).toMatchObject({ fit: 'adapted', after: 'Inne słowa b.' });
  expect(fitOf({ op: 'move', targetClauseId: 'c' }, movedUp)).toMatchObject({ fit: 'conflict' });
  expect(fitOf({ op: 'move', targetClauseId: 'p2' }, movedUp)).toMatchObject({ fit: 'conflict' });
  const behindC = [before[0]!, before[1]!, before[3]!, unit('b', 'a4')];
  expect(fitOf({ op: 'move', targetClauseId: 'c' }, behindC)).toMatchObject({ fit: 'contained' });
});

test('a merge holds while both units are there, and takes over words changed meanwhile', () => {
  const merge = {
    op: 'merge' as const,
    targetClauseId: 'c',
    targetBase: 'Słowa c.',
    wordings: [{ kind: 'filed' as const, base: 'Słowa b.', after: 'Słowa b oraz słowa c.' }],
  };
  expect(fitOf(merge, [before[0]!, before[1]!, unit('b', 'a2', 'Nowe słowa b.'), before[3]!])).toMatchObject({
    fit: 'adapted',
    after: 'Nowe słowa b oraz słowa c.',
  });
  expect(fitOf(merge, [before[0]!, before[1]!, before[2]!])).toMatchObject({ fit: 'conflict' });
  expect(
    fitOf(merge, [before[0]!, before[1]!, before[2]!, unit('c', 'a3', 'Słowa c.', 'q'), unit('q', 'a4', '', null)]),
  ).toMatchObject({ fit: 'conflict' });
});

const split = {
  op: 'split' as const,
  base: 'Rada ustala zasady. Burmistrz je ogłasza.',
  after: 'Rada ustala zasady.',
  rest: 'Burmistrz je ogłasza.',
};
const target = (text: string, added: string[] = []) => ({ text, added, isSubtreeChanged: true });

test('a split takes over words changed meanwhile on its own side of the seam', () => {
  expect(carryProposal(split, target(split.base))).toMatchObject({
    fit: 'unchanged',
    after: split.after,
    rest: split.rest,
  });
  expect(carryProposal(split, target('Rada ustala zasady. Burmistrz ogłasza je w Biuletynie.'))).toMatchObject({
    fit: 'adapted',
    after: 'Rada ustala zasady.',
    rest: 'Burmistrz ogłasza je w Biuletynie.',
  });
  expect(carryProposal(split, target('Rada Miejska ustala zasady. Burmistrz je ogłasza.'))).toMatchObject({
    fit: 'adapted',
    after: 'Rada Miejska ustala zasady.',
    rest: split.rest,
  });
});

test('a split that was made already is contained, one whose words are gone is a conflict', () => {
  expect(carryProposal(split, target(split.after, [split.rest]))).toMatchObject({ fit: 'contained' });
  expect(carryProposal(split, target('Zasady określa statut.'))).toMatchObject({ fit: 'conflict', after: null });
});

test('words of a clause that was split stay amendable on the part that has them', () => {
  const replace = {
    op: 'replace' as const,
    base: split.base,
    after: 'Rada Gminy ustala zasady. Burmistrz je ogłasza.',
  };
  expect(carryProposal(replace, target(split.after))).toMatchObject({
    fit: 'adapted',
    after: 'Rada Gminy ustala zasady.',
  });
  const other = { op: 'replace' as const, base: split.base, after: 'Rada ustala zasady. Wójt je ogłasza.' };
  expect(carryProposal(other, target(split.after)).fit).toBe('conflict');
});
