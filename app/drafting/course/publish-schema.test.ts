import { expect, test } from 'vitest';
import { termsProblem } from './terms/terms-change.ts';
import { takesRemarks } from '#app/drafting/state/stage.ts';
import { dueSchema } from '../rulings/deciding-schema.ts';
import { instantsOf } from './publish-schema.ts';

const terms = {
  opensOn: '2026-11-01',
  opensTime: '08:00',
  closesOn: '2026-11-30',
  closesTime: '23:59',
  answersOn: '2026-12-30',
  answersTime: '23:59',
};

test('the minute that a term is announced with belongs to it, and the one after does not', () => {
  const read = instantsOf(terms);
  if (!read.ok) throw new Error('no dates');
  const { dates } = read;
  expect(takesRemarks(dates, new Date('2026-11-30T22:59:59.998Z'))).toBe(true);
  expect(takesRemarks(dates, new Date('2026-11-30T23:00:00.000Z'))).toBe(false);
  expect(takesRemarks(dates, new Date('2026-11-01T06:59:59.999Z'))).toBe(false);
  expect(takesRemarks(dates, new Date('2026-11-01T07:00:00.000Z'))).toBe(true);
  expect(dates.answersDueAt.toISOString()).toBe('2026-12-30T22:59:59.999Z');
  expect(termsProblem(dates, dates, new Date('2026-11-10T08:00:00Z'))).toBe('nothing-changed');
});

test('a term of one day ends with that day, also on the nights when clocks change', () => {
  for (const [day, end] of [
    ['2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-25T22:59:59.999Z'],
  ])
    expect(dueSchema.parse({ due: day }).due?.toISOString()).toBe(end);
});
