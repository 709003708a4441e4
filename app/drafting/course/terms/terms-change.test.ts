import { expect, test } from 'vitest';
import { warsawInstant } from '#app/i18n/dates.ts';
import { cutsRunningTerm, termsProblem } from './terms-change.ts';

const at = (day: string, time = '12:00') => warsawInstant(day, time)!;
const before = { opensAt: at('2026-11-02'), closesAt: at('2026-11-30'), answersDueAt: at('2026-12-30') };
const during = at('2026-11-20');

test('the end of remarks may be moved later while remarks are taken, and sooner only to a moment to come', () => {
  expect(termsProblem(before, { ...before, closesAt: at('2026-12-07') }, during)).toBeNull();
  expect(termsProblem(before, { ...before, closesAt: at('2026-11-25') }, during)).toBeNull();
  expect(termsProblem(before, { ...before, closesAt: at('2026-11-20') }, during)).toBe('closes-in-past');
});

test('an end that has come is not reopened, from its very minute', () => {
  expect(termsProblem(before, { ...before, closesAt: at('2026-12-07') }, before.closesAt)).toBe('already-closed');
});

test('the office cannot move its own term once it is late', () => {
  expect(termsProblem(before, { ...before, answersDueAt: at('2027-01-30') }, at('2027-01-02'))).toBe('answers-over');
  expect(termsProblem(before, { ...before, answersDueAt: at('2027-01-30') }, at('2026-12-20'))).toBeNull();
});

test('the start stands once remarks are taken', () => {
  expect(termsProblem(before, { ...before, opensAt: at('2026-11-05') }, during)).toBe('already-open');
  expect(termsProblem(before, { ...before, opensAt: at('2026-11-05') }, at('2026-10-20'))).toBeNull();
  expect(termsProblem(before, { ...before, opensAt: at('2026-10-10') }, at('2026-10-20'))).toBe('opens-in-past');
});

test('the terms keep their order', () => {
  expect(termsProblem(before, { ...before, closesAt: at('2027-01-10') }, during)).toBe('answers-before-close');
  expect(termsProblem(before, { ...before, opensAt: at('2026-12-05') }, at('2026-10-20'))).toBe('closes-before-opens');
  expect(termsProblem(before, before, during)).toBe('nothing-changed');
});

test('a term is cut while remarks are taken and the new end is sooner, and only then', () => {
  const sooner = { ...before, closesAt: at('2026-11-25') };
  expect(cutsRunningTerm(before, sooner, during)).toBe(true);
  expect(cutsRunningTerm(before, sooner, before.opensAt)).toBe(true);
  expect(cutsRunningTerm(before, sooner, at('2026-10-20'))).toBe(false);
  expect(cutsRunningTerm(before, { ...before, closesAt: at('2026-12-07') }, during)).toBe(false);
  expect(cutsRunningTerm(before, { ...before, answersDueAt: at('2026-12-10') }, during)).toBe(false);
});
