import { expect, test } from 'vitest';
import { warsawInstant } from '#app/i18n/dates.ts';
import { daysLate, stageAt, takesRemarks } from './stage.ts';

const at = (day: string, time = '12:00') => warsawInstant(day, time)!;
const dates = {
  opensAt: at('2026-11-02', '08:00'),
  closesAt: at('2026-11-30', '16:00'),
  answersDueAt: at('2026-12-30', '16:00'),
};

test('a consultation is in preparation until the minute it opens', () => {
  expect(stageAt(dates, at('2026-11-02', '07:59'))).toBe('preparation');
  expect(stageAt(dates, at('2026-11-02', '08:00'))).toBe('open');
});

test('remarks are taken until the minute of the term and not in it', () => {
  expect(takesRemarks(dates, at('2026-11-30', '15:59'))).toBe(true);
  expect(takesRemarks(dates, at('2026-11-30', '16:00'))).toBe(false);
  expect(stageAt(dates, at('2026-11-30', '16:00'))).toBe('deciding');
});

test('remarks are not taken before the consultation opens', () => {
  expect(takesRemarks(dates, at('2026-11-01'))).toBe(false);
});

test('after the term of the office it is closed, unless a remark still waits', () => {
  expect(stageAt(dates, at('2026-12-30', '16:00'))).toBe('closed');
  expect(stageAt(dates, at('2027-02-01'), 1)).toBe('deciding');
});

test('lateness counts calendar days in Poland and only while a remark waits', () => {
  expect(daysLate(dates, at('2027-01-02', '00:10'), 2)).toBe(3);
  expect(daysLate(dates, at('2027-01-02', '00:10'), 0)).toBe(0);
  expect(daysLate(dates, at('2026-12-30', '15:00'), 2)).toBe(0);
  expect(daysLate(dates, at('2026-12-30', '17:00'), 2)).toBe(0);
});
