import { expect, test } from 'vitest';
import { carryProposal } from './fit.ts';
import { worstFit } from '../state/remark.ts';

const base = 'Uwagi składa się w terminie 14 dni w siedzibie urzędu.';
const target = (text: string) => ({ text, isSubtreeChanged: true, added: [] });
const carry = (after: string, now: string) => carryProposal({ op: 'replace', base, after }, target(now));

test('words of a clause that has not changed fit unchanged', () => {
  expect(carry('Uwagi składa się w terminie 21 dni w siedzibie urzędu.', base)).toMatchObject({ fit: 'unchanged' });
});

test('other words of the clause changed: both changes are in the adapted wording', () => {
  const carried = carry(
    'Uwagi składa się w terminie 21 dni w siedzibie urzędu.',
    'Uwagi składa się w terminie 14 dni pocztą elektroniczną.',
  );
  expect(carried).toEqual({
    fit: 'adapted',
    after: 'Uwagi składa się w terminie 21 dni pocztą elektroniczną.',
    conflicts: [],
  });
});

test('the same words changed differently: a conflict that names them and gives no wording', () => {
  const carried = carry(
    'Uwagi składa się w terminie 21 dni w siedzibie urzędu.',
    'Uwagi składa się w terminie 30 dni w siedzibie urzędu.',
  );
  expect(carried).toMatchObject({ fit: 'conflict', after: null, conflicts: [{ base: '14' }] });
});

test('the text says it already, alone or next to other changes', () => {
  const after = 'Uwagi składa się w terminie 21 dni w siedzibie urzędu.';
  expect(carry(after, after).fit).toBe('contained');
  expect(carry(after, 'Uwagi składa się w terminie 21 dni pocztą elektroniczną.').fit).toBe('contained');
});

test('a clause that is gone leaves an amendment and an insertion in conflict and a deletion done', () => {
  expect(carryProposal({ op: 'replace', base, after: 'x' }, null).fit).toBe('conflict');
  expect(carryProposal({ op: 'insert-after', base, after: 'x' }, null).fit).toBe('conflict');
  expect(carryProposal({ op: 'delete', base, after: null }, null).fit).toBe('contained');
  expect(carryProposal({ op: 'none', base, after: null }, null).fit).toBe('unchanged');
});

test('an insertion does not depend on the words of its anchor, unless the same unit has been put there', () => {
  const insertion = { op: 'insert-after' as const, base, after: 'Nowe zdanie.' };
  expect(carryProposal(insertion, target('Całkiem inny tekst.'))).toEqual({
    fit: 'unchanged',
    after: 'Nowe zdanie.',
    conflicts: [],
  });
  expect(carryProposal(insertion, { ...target(base), added: ['Inne.', 'Nowe  zdanie.'] }).fit).toBe('contained');
});

test('a deletion is asked about when the unit or what is under it has changed', () => {
  expect(
    carryProposal({ op: 'delete', base, after: null }, { text: base, isSubtreeChanged: false, added: [] }).fit,
  ).toBe('unchanged');
  expect(carryProposal({ op: 'delete', base, after: null }, target(base)).fit).toBe('adapted');
});

test('a remark fits as badly as its worst operation', () => {
  expect(worstFit([])).toBe('unchanged');
  expect(worstFit(['contained', 'contained'])).toBe('contained');
  expect(worstFit(['contained', 'unchanged'])).toBe('unchanged');
  expect(worstFit(['unchanged', 'conflict', 'adapted'])).toBe('conflict');
});
