import { expect, test } from 'vitest';
import { clockFigures, percent, type ClockCounts } from './clock.ts';

const counts: ClockCounts = {
  received: 10,
  answered: 6,
  inTime: 4,
  waiting: 4,
  overdue: 4,
  medianDays: 12.5,
  byDecision: {
    accepted: 2,
    'accepted-in-part': 1,
    'already-in-text': 0,
    'not-accepted': 3,
    'out-of-scope': 0,
    answered: 0,
  },
};
const term = { answersDueAt: new Date('2026-12-30T22:59:00Z'), now: new Date('2027-01-04T10:00:00Z') };

test('the share answered in time counts the remarks whose answer is overdue too', () => {
  expect(clockFigures(counts, term).inTimeShare).toEqual({ count: 4, of: 10 });
  expect(clockFigures(counts, term).daysOverdue).toBe(5);
});

test('there is no share before anything is answered or due', () => {
  const early = { ...counts, answered: 0, inTime: 0, overdue: 0, waiting: 10, medianDays: null };
  expect(clockFigures(early, term)).toMatchObject({ inTimeShare: null, daysOverdue: 0, shares: { accepted: null } });
});

test('percentages are rounded half up to hundredths', () => {
  expect(percent({ count: 2, of: 3 })).toBe(66.67);
  expect(percent({ count: 1, of: 8 })).toBe(12.5);
  expect(percent({ count: 1, of: 1600 })).toBe(0.06);
  expect(percent({ count: 7, of: 7 })).toBe(100);
});
