import { expect, test } from 'vitest';
import { cardTrouble, leadsBoard, mayAttach, readCode, shownCode, type BoardState } from './board.ts';

const board: BoardState = {
  teryt: '2464011',
  openedAs: 'office',
  teamId: null,
  organisationName: null,
  access: 'public',
  opensAt: new Date('2026-09-01T07:00:00Z'),
  closesAt: new Date('2026-09-30T21:59:00Z'),
  openPhases: ['collecting', 'grouping'],
};
const during = new Date('2026-09-10T12:00:00Z');

test('a card is taken only between the dates and in a phase that is open', () => {
  expect(cardTrouble(board, 'need', during)).toBeNull();
  expect(cardTrouble(board, 'answer', during)).toBe('phase-closed');
  expect(cardTrouble(board, 'need', new Date('2026-08-31T12:00:00Z'))).toBe('not-yet');
  expect(cardTrouble(board, 'need', board.closesAt)).toBe('over');
});

test('an answer goes to an obstacle or a need, a resource to an answer, nothing else', () => {
  const kinds = ['need', 'resource', 'obstacle', 'answer'] as const;
  const allowed = kinds.flatMap((from) => kinds.filter((to) => mayAttach(from, to)).map((to) => `${from} ${to}`));
  expect(allowed).toEqual(['resource answer', 'answer need', 'answer obstacle']);
});

test('a code is read however it is typed, and nothing else is one', () => {
  expect(['3052 8814', '30528814', ' 3052-8814 '].map(readCode)).toEqual(['30528814', '30528814', '30528814']);
  expect(['', '3052881', '305288144', 'abcd8814', '3'.repeat(100_000)].map(readCode)).toEqual(Array(5).fill(null));
  expect(shownCode('30528814')).toBe('3052 8814');
});

test('a board is led by those who opened it as what they opened it', () => {
  const viewer = (grant: {
    role: 'official' | 'member' | 'representative';
    teryt?: string;
    teamId?: string;
    organisationName?: string;
  }) => ({
    id: 'x',
    email: 'x@x.example',
    displayName: 'X',
    verified: true,
    grants: [{ teryt: null, teamId: null, organisationName: null, ...grant }],
  });
  expect(leadsBoard(viewer({ role: 'official', teryt: '2464011' }), board)).toBe(true);
  expect(leadsBoard(viewer({ role: 'official', teryt: '0000000' }), board)).toBe(false);
  expect(leadsBoard(null, board)).toBe(false);
  const team = { ...board, openedAs: 'team' as const, teamId: 't' };
  expect(leadsBoard(viewer({ role: 'member', teamId: 't' }), team)).toBe(true);
  expect(leadsBoard(viewer({ role: 'official', teryt: '2464011' }), team)).toBe(false);
  const organisation = { ...board, openedAs: 'organisation' as const, organisationName: 'Jawne Jurowice' };
  expect(leadsBoard(viewer({ role: 'representative', organisationName: 'Jawne Jurowice' }), organisation)).toBe(true);
  expect(leadsBoard(viewer({ role: 'representative', organisationName: 'Inna' }), organisation)).toBe(false);
});
