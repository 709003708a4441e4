import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Clause } from '../diff/change-types.ts';
import { draftWithVersions, RUNS } from '../fixtures/arbitraries.ts';
import { mergeClauses } from '../merge/merge.ts';
import {
  applyOperations,
  applyRebase,
  operationsBetween,
  prepareRebase,
  rebaseAmendment,
  type Operation,
} from './rebase.ts';

const BASE: Clause[] = [
  { id: 'c1', text: 'Wniosek składa się w terminie 14 dni roboczych.' },
  { id: 'c2', text: 'Opłata wynosi 50 złotych za godzinę.' },
  { id: 'c3', text: 'Wykonanie powierza się wójtowi.' },
];
const withText = (id: string, text: string): Clause[] =>
  BASE.map((clause) => (clause.id === id ? { ...clause, text } : clause));
const replace = (clause: string, text: string): Operation => ({ kind: 'replace', clause, text });
const rebase = (current: readonly Clause[], ...operations: Operation[]): ReturnType<typeof rebaseAmendment> =>
  rebaseAmendment(prepareRebase(BASE, current), operations);

test('a change to a clause nobody else touched fits unchanged', () => {
  const step = replace('c2', 'Opłata wynosi 60 złotych za godzinę.');
  const { state, operations } = rebase(withText('c1', 'Inne brzmienie.'), step);
  expect(state).toBe('unchanged');
  expect(operations[0]!.operation).toEqual(step);
});

test('a change next to other changed words of its clause is adapted', () => {
  const { state, operations } = rebase(
    withText('c2', 'Opłata wynosi 50 złotych za dobę.'),
    replace('c2', 'Opłata wynosi 60 złotych za godzinę.'),
  );
  expect(state).toBe('adapted');
  expect(operations[0]!.operation).toEqual(replace('c2', 'Opłata wynosi 60 złotych za dobę.'));
});

test('a change to words that were changed otherwise is a conflict with both wordings', () => {
  const { state, operations } = rebase(
    withText('c2', 'Opłata wynosi 40 złotych za godzinę.'),
    replace('c2', 'Opłata wynosi 60 złotych za godzinę.'),
  );
  expect(state).toBe('conflict');
  expect(operations[0]!.conflicts).toEqual([{ kind: 'words', base: '50', from: 14, to: 16, ours: '40', theirs: '60' }]);
});

test('a change that the text contains already is said to be contained', () => {
  const text = 'Opłata wynosi 60 złotych za godzinę.';
  expect(rebase(withText('c2', text), replace('c2', text)).state).toBe('contained');
  expect(rebase(withText('c2', `${text} Stawkę ustala rada.`), replace('c2', text)).state).toBe('contained');
  expect(rebase(BASE.slice(1), { kind: 'delete', clause: 'c1' }).state).toBe('contained');
});

test('a deletion of a clause that was edited, and an edit of one that was deleted, are conflicts', () => {
  expect(rebase(withText('c2', 'Wstęp wolny.'), { kind: 'delete', clause: 'c2' }).state).toBe('conflict');
  expect(rebase([BASE[0]!, BASE[2]!], replace('c2', 'Opłata wynosi 60 złotych za godzinę.')).state).toBe('conflict');
});

test('to part a clause that another side deletes is a conflict, whichever came first', () => {
  const whole: Clause[] = [
    { id: 'a', text: 'Początek.' },
    { id: 'b', text: 'Wniosek składa się pisemnie. Wniosek rozpatruje burmistrz.' },
    { id: 'c', text: 'Koniec.' },
  ];
  const parted: Clause[] = [
    whole[0]!,
    { id: 'b', text: 'Wniosek składa się pisemnie.' },
    { id: 'n', text: 'Wniosek rozpatruje burmistrz.' },
    whole[2]!,
  ];
  const without: Clause[] = [whole[0]!, whole[2]!];
  for (const [current, amendment] of [
    [without, parted],
    [parted, without],
  ] as const) {
    expect(mergeClauses({ base: whole, current, amendment })).toMatchObject({ conflict: true, conflictClauses: ['b'] });
  }
});

test('a new clause follows the nearest clause that is left when its neighbour was deleted', () => {
  const step: Operation = { kind: 'insert-after', after: 'c2', clause: { id: 'n1', text: 'Dzieci nie płacą.' } };
  const { state, operations } = rebase([BASE[0]!, BASE[2]!], step);
  expect(state).toBe('adapted');
  expect(operations[0]!.operation).toMatchObject({ after: 'c1' });
});

test('a new clause stands behind one that was added at the same point', () => {
  const current = [BASE[0]!, { id: 'm1', text: 'Wniosek jest wolny od opłat.' }, ...BASE.slice(1)];
  const step: Operation = {
    kind: 'insert-after',
    after: 'c1',
    clause: { id: 'n1', text: 'Wzór wniosku ustala wójt.' },
  };
  const rebased = rebase(current, step);
  expect(rebased.state).toBe('unchanged');
  expect(applyRebase(current, rebased).map(({ id }) => id)).toEqual(['c1', 'm1', 'n1', 'c2', 'c3']);
});

test('a move is contained when done already and disputed when the clause went elsewhere', () => {
  const move: Operation = { kind: 'move', clause: 'c3', after: null };
  expect(rebase([BASE[2]!, BASE[0]!, BASE[1]!], move).state).toBe('contained');
  expect(rebase([BASE[0]!, BASE[2]!, BASE[1]!], move).state).toBe('conflict');
  expect(rebase(withText('c3', 'Wykonanie powierza się radzie.'), move).state).toBe('unchanged');
});

test('an amendment of several steps is as good as its worst step', () => {
  const current = withText('c2', 'Opłata wynosi 50 złotych za dobę.');
  const good = replace('c1', 'Wniosek składa się w terminie 21 dni roboczych.');
  expect(rebase(current, good, replace('c2', 'Opłata wynosi 60 złotych za godzinę.')).state).toBe('adapted');
  expect(rebase(current, good, { kind: 'delete', clause: 'c2' }).state).toBe('conflict');
  expect(rebase(current).state).toBe('contained');
});

test('an unknown clause is refused by name', () => {
  expect(() => rebase(BASE, replace('c9', 'x'))).toThrow('The base has no clause "c9".');
});

test('the steps between two texts turn the one into the other', () => {
  fc.assert(
    fc.property(draftWithVersions(1), ({ base, versions: [amended] }) => {
      const unique = amended!.map((clause, i) => (clause.id!.startsWith('n') ? { ...clause, id: `n${i}` } : clause));
      expect(applyOperations(base, operationsBetween(base, unique))).toEqual(unique);
    }),
    { numRuns: RUNS },
  );
});

test('rebasing a rebased amendment on the same text changes nothing', () => {
  fc.assert(
    fc.property(draftWithVersions(2), ({ base, versions: [current, amended] }) => {
      const named = (prefix: string, list: Clause[]): Clause[] =>
        list.map((clause, i) => (clause.id!.startsWith('n') ? { ...clause, id: `${prefix}${i}` } : clause));
      const now = named('m', current!);
      const first = rebaseAmendment(prepareRebase(base, now), operationsBetween(base, named('n', amended!)));
      const steps = first.operations.flatMap(({ operation }) => operation ?? []);
      const second = rebaseAmendment(prepareRebase(now, now), steps);
      expect(['unchanged', 'contained']).toContain(second.state);
      expect(applyRebase(now, second)).toEqual(applyRebase(now, first));
    }),
    { numRuns: RUNS },
  );
});

test('words that leave a clause changed meanwhile for another one are a conflict, not a guess', () => {
  const base = [
    { id: 'c0', text: '', level: 0 },
    { id: 'c1', text: 'a a i', level: 1 },
  ];
  const ground = prepareRebase(base, [base[0]!, { id: 'c1', text: 'a a i x', level: 1 }]);
  expect(rebaseAmendment(ground, operationsBetween(base, [{ id: 'c0', text: 'a a i', level: 0 }])).state).toBe(
    'conflict',
  );
});

test('a rebase without conflict says the words of the merge', () => {
  fc.assert(
    fc.property(draftWithVersions(2), ({ base, versions: [current, amended] }) => {
      const merged = mergeClauses({ base, current: current!, amendment: amended! });
      fc.pre(!merged.conflict);
      const rebased = rebaseAmendment(prepareRebase(base, current!), operationsBetween(base, amended!));
      // The merge may follow words that left their clause for another; the rebase asks the author there, and promises nothing.
      fc.pre(rebased.state !== 'conflict');
      const texts = new Map(merged.result?.map(({ id, text }) => [id, text]));
      const adapted = rebased.operations.flatMap(({ operation }) => (operation?.kind === 'replace' ? [operation] : []));
      expect(adapted.map(({ text }) => text)).toEqual(adapted.map(({ clause }) => texts.get(clause)));
    }),
    { numRuns: RUNS },
  );
});
