import { expect, test } from 'vitest';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { UnitType } from '#app/text/tree/types.ts';
import { emptyOperation, filingProblems, movableAfter, partnersOf } from './filing-draft.ts';
import type { OperationDraft } from './operation-draft.ts';

const unit = (code: number, type: UnitType, parent: number | null, text = `Słowa ${code}.`): DraftUnit => ({
  clauseId: `c${code}`,
  code,
  revisionId: `r${code}`,
  parentClauseId: parent === null ? null : `c${parent}`,
  type,
  label: '',
  number: '',
  heading: '',
  text,
  quoted: false,
  depth: parent === null ? 0 : 1,
  orderKey: String(code),
});

/** § 1; § 2 with two subsections; § 3; a chapter. */
const units = [
  unit(1, 'paragraph', null),
  unit(2, 'paragraph', null, ''),
  unit(3, 'subsection', 2),
  unit(4, 'subsection', 2),
  unit(5, 'paragraph', null),
  unit(6, 'chapter', null, ''),
];
const of = (code: number) => units.find((each) => each.code === code)!;
const change = (code: number, op: OperationDraft['op'], fields: Partial<OperationDraft> = {}): OperationDraft => ({
  ...emptyOperation(of(code), op),
  ...fields,
});
const problems = (...operations: OperationDraft[]) =>
  filingProblems([{ reason: 'Bo tak.', place: '', operations }], units, 'file').map(({ operation, field }) => [
    operation,
    field,
  ]);

test('a remark on the whole act needs words and nothing else', () => {
  expect(filingProblems([{ reason: 'Za trudny język.', place: '', operations: [] }], units, 'file')).toEqual([]);
  expect(filingProblems([{ reason: '', place: '', operations: [] }], units, 'file')).toEqual([
    { point: 0, operation: null, field: 'reason', key: 'drafting.error.remark' },
  ]);
});

test('a preview asks for no reason yet, and each point is checked apart', () => {
  const points = [
    { reason: '', place: '', operations: [change(1, 'replace', { text: 'Inne.' })] },
    { reason: 'x', place: '', operations: [change(3, 'replace')] },
  ];
  expect(filingProblems(points, units, 'preview').map(({ point, field }) => [point, field])).toEqual([[1, 'text']]);
  expect(filingProblems(points, units, 'file').map(({ point, field }) => [point, field])).toEqual([
    [0, 'reason'],
    [1, 'text'],
  ]);
});

test('quoted words have to stand in the clause, blanks aside', () => {
  expect(problems(change(1, 'none', { quote: 'Słowa\u00a01' }))).toEqual([]);
  expect(problems(change(1, 'none', { quote: 'Słowa 3' }))).toEqual([[0, 'quote']]);
});

test('a unit moves only after one of its kind, never under itself, nor where it stands', () => {
  expect(movableAfter(units, of(1)).map(({ code }) => code)).toEqual([2, 5]);
  expect(movableAfter(units, of(2)).map(({ code }) => code)).toEqual([5]);
  expect(problems(change(2, 'move', { target: 5 }))).toEqual([]);
  for (const target of [1, 2, 3, 6, 99, null])
    expect(problems(change(2, 'move', { target })), String(target)).toEqual([[0, 'target']]);
});

test('both parts of a split have words, and units are joined only with a neighbour of their kind', () => {
  expect(problems(change(1, 'split', { first: 'Słowa', rest: '1.' }))).toEqual([]);
  expect(problems(change(1, 'split', { rest: '' }))).toEqual([[0, 'rest']]);
  expect(problems(change(1, 'split', { first: '', rest: 'x' }))).toEqual([[0, 'first']]);
  expect(partnersOf(units, of(3)).map(({ code }) => code)).toEqual([4]);
  expect(problems(change(3, 'merge', { partner: 4, joined: 'Razem.' }))).toEqual([]);
  expect(problems(change(3, 'merge', { partner: 1, joined: 'Razem.' }))).toEqual([[0, 'partner']]);
  expect(problems(change(3, 'merge', { partner: 4, joined: '' }))).toEqual([[0, 'joined']]);
});

test('two changes of one point do not take hold of the same clause', () => {
  expect(problems(change(1, 'replace', { text: 'Inne.' }), change(3, 'replace', { text: 'Inne.' }))).toEqual([]);
  expect(problems(change(1, 'replace', { text: 'Inne.' }), change(1, 'insert-after', { inserted: 'Nowe.' }))).toEqual(
    [],
  );
  expect(problems(change(1, 'replace', { text: 'Inne.' }), change(1, 'delete'))).toEqual([[1, 'op']]);
  expect(problems(change(2, 'delete'), change(3, 'replace', { text: 'Inne.' }))).toEqual([[1, 'op']]);
  expect(problems(change(3, 'merge', { partner: 4, joined: 'Razem.' }), change(4, 'delete'))).toEqual([[1, 'op']]);
});
