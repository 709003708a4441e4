import { expect, test } from 'vitest';
import {
  finalAnswers,
  isUnresolved,
  proposalOf,
  settle,
  visibleCodings,
  type CellCoding,
  type ChosenAnswer,
  type FieldCell,
} from './cells.ts';

const coding = (slot: number, changes: Partial<CellCoding> = {}): CellCoding => ({
  id: `c${slot}`,
  slot,
  coderId: `p${slot}`,
  coder: `Osoba ${slot}`,
  revision: 1,
  submittedAt: '2026-02-13T10:00:00Z',
  state: 'scored',
  level: slot,
  reason: `nota ${slot}`,
  requestedOn: null,
  codedAt: `2026-02-1${slot}T10:00:00Z`,
  evidence: [{ url: `https://bip.example/${slot}`, place: '', note: '', capturedAt: '2026-02-11T10:00:00Z' }],
  ...changes,
});
const cell = (changes: Partial<FieldCell> = {}): FieldCell => ({
  teryt: '9901013',
  indicator: 'I06',
  cause: 'drawn',
  codings: [coding(1), coding(2)],
  adjudication: null,
  reply: null,
  ...changes,
});
const choice: ChosenAnswer = {
  state: 'scored',
  level: 2,
  requestedOn: null,
  reason: 'bo tak mówi metoda',
  by: 'R',
  at: '2026-03-01T10:00:00Z',
};

test('of two different answers neither is final before somebody decides', () => {
  expect(settle(cell())).toEqual({ status: 'waiting-adjudication', answer: null });
  expect(settle(cell({ adjudication: choice }))).toMatchObject({
    status: 'adjudicated',
    answer: { level: 2, reason: choice.reason, coder: 'Osoba 1, Osoba 2' },
  });
});

test('two equal answers are final without a decision, with the evidence of both', () => {
  const { status, answer } = settle(cell({ codings: [coding(1), coding(2, { level: 1 })] }));
  expect(status).toBe('agreed');
  expect(answer?.evidence.map((item) => item.url)).toEqual(['https://bip.example/1', 'https://bip.example/2']);
});

test('an answer that is not handed in keeps the cell open and hidden', () => {
  const open = cell({ codings: [coding(1), coding(2, { submittedAt: null })] });
  expect(settle(open).status).toBe('waiting-coder');
  expect(visibleCodings(open, { viewerId: 'p2', isBlind: true }).map((each) => each.slot)).toEqual([2]);
  expect(visibleCodings(open, { viewerId: 'p3', isBlind: true })).toEqual([]);
  expect(visibleCodings(cell(), { viewerId: 'p3', isBlind: true })).toHaveLength(2);
  expect(visibleCodings(cell({ codings: [coding(1)] }), { viewerId: 'p3', isBlind: true })).toEqual([]);
});

test('an objection reopens a cell until it is coded again and decided; the office keeps seeing what it was shown', () => {
  const objected = cell({
    cause: 'objection',
    codings: [coding(1)],
    reply: { id: 'r', stance: 'level', decision: null },
  });
  expect(settle(objected)).toEqual({ status: 'waiting-coder', answer: null });
  expect(proposalOf(objected)).toMatchObject({ status: 'single', answer: { level: 1 } });
  const coded = { ...objected, codings: [coding(1), coding(2)] };
  expect(settle(coded).status).toBe('waiting-decision');
  expect(
    settle({ ...coded, reply: { id: 'r', stance: 'level', decision: { ...choice, outcome: 'changed' } } }),
  ).toMatchObject({ status: 'decided', answer: { level: 2, reason: choice.reason } });
});

test('a level that stays after a reply keeps the note that explained it', () => {
  const kept = cell({
    cause: null,
    codings: [coding(1)],
    reply: { id: 'r', stance: 'explanation', decision: { ...choice, level: 1, outcome: 'kept' } },
  });
  expect(settle(kept)).toMatchObject({ status: 'decided', answer: { level: 1, reason: 'nota 1' } });
});

test('what waits blocks publication; a settled or a remark-free cell does not', () => {
  expect(isUnresolved(cell())).toBe(true);
  expect(isUnresolved(cell({ codings: [] }))).toBe(true);
  expect(isUnresolved(cell({ codings: [], cause: null }))).toBe(false);
  expect(isUnresolved(cell({ adjudication: choice, reply: { id: 'r', stance: 'none', decision: null } }))).toBe(false);
  expect(
    isUnresolved(
      cell({ cause: null, codings: [coding(1)], reply: { id: 'r', stance: 'explanation', decision: null } }),
    ),
  ).toBe(true);
  expect(
    finalAnswers([cell(), cell({ indicator: 'I05', cause: null, codings: [coding(1)] })])
      .get('9901013')
      ?.has('I06'),
  ).toBe(false);
});
