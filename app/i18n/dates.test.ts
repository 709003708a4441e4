import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dayOf,
  daysUntil,
  formatDate,
  formatDateTime,
  formatDay,
  formatReceived,
  formatSpan,
  formatTime,
  warsawInstant,
} from './dates.ts';

const winter = new Date('2026-11-09T15:00:00Z');
const summer = new Date('2026-07-01T22:30:00Z');

test('dates are written the way each language writes them', () => {
  expect(formatDate('pl', winter)).toBe('9 listopada 2026\u00a0r.');
  expect(formatDate('en', winter)).toBe('9 November 2026');
  expect(formatDay('pl', winter)).toBe('9 listopada');
  expect(formatDateTime('pl', winter)).toBe('9 listopada 2026\u00a0r., godz.\u00a016.00');
  expect(formatDateTime('en', winter)).toBe('9 November 2026, 16:00');
});

test('what goes on over midnight has the day of its end', () => {
  const [from, until] = [warsawInstant('2026-12-31', '22:00')!, warsawInstant('2027-01-01', '01:30')!];
  expect(formatSpan('pl', winter, new Date(winter.getTime() + 3_600_000))).toBe(
    '9 listopada 2026\u00a0r., godz.\u00a016.00–17.00',
  );
  expect(formatSpan('pl', from, until)).toBe(
    '31 grudnia 2026\u00a0r., godz.\u00a022.00 – 1 stycznia 2027\u00a0r., godz.\u00a001.30',
  );
  expect(formatSpan('en', from, until)).toBe('31 December 2026, 22:00 – 1 January 2027, 01:30');
  expect(formatSpan('en', from, null)).toBe('31 December 2026, 22:00');
});

test('a letter that came on a day without an hour is not said to have come at midnight', () => {
  expect(formatReceived('pl', warsawInstant('2026-11-09', '00:00')!)).toBe(formatDate('pl', winter));
  expect(formatReceived('en', warsawInstant('2026-07-01', '00:00')!)).toBe('1 July 2026');
  expect(formatReceived('pl', winter)).toBe(formatDateTime('pl', winter));
  expect(formatReceived('pl', summer)).toBe('2 lipca 2026\u00a0r., godz.\u00a000.30');
});

test('hours and days are those of Poland, whatever the zone of the machine', () => {
  expect(formatTime('pl', summer)).toBe('00.30');
  expect(dayOf(summer)).toBe('2026-07-02');
});

test('days are counted by the calendar, not by hours', () => {
  expect(daysUntil(new Date('2026-11-10T00:30:00+01:00'), new Date('2026-11-09T23:30:00+01:00'))).toBe(1);
  expect(daysUntil(winter, winter)).toBe(0);
  expect(daysUntil(new Date('2026-03-30T00:30:00+02:00'), new Date('2026-03-28T23:30:00+01:00'))).toBe(2);
  expect(daysUntil(new Date('2026-11-08T12:00:00Z'), winter)).toBe(-1);
});

test('a civil day and hour become an instant in winter and in summer time', () => {
  expect(warsawInstant('2026-11-09', '16:00')?.toISOString()).toBe('2026-11-09T15:00:00.000Z');
  expect(warsawInstant('2026-07-01', '16:00')?.toISOString()).toBe('2026-07-01T14:00:00.000Z');
  expect(warsawInstant('2026-07-01', '23:59:59')?.toISOString()).toBe('2026-07-01T21:59:59.000Z');
});

test('an hour around the change of clocks stays on its day', () => {
  for (const time of ['00:00', '01:59', '02:30', '03:00', '23:59']) {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const instant = warsawInstant(day, time);
      expect(instant && dayOf(instant)).toBe(day);
      // 02:30 does not exist on the day the clocks go forward.
      if (instant && !(day === '2026-03-29' && time === '02:30')) expect(formatTime('en', instant)).toBe(time);
    }
  }
});

test('what is not a date or an hour gives null', () => {
  for (const [day, time] of [
    ['2026-02-30', '12:00'],
    ['2026-13-01', '12:00'],
    ['', '12:00'],
    ['2026-01-01', ''],
    ['2026-01-01', '24:00'],
    ['2026-01-01', '12:60'],
    ['9.11.2026', '12:00'],
  ] as const) {
    expect(warsawInstant(day, time)).toBeNull();
  }
});

test('an instant survives the way through its civil day and hour', () => {
  // Outside the hour that autumn has twice.
  const minutes = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));
  fc.assert(
    fc.property(minutes, (date) => {
      const time = formatTime('en', date);
      fc.pre(!(time.startsWith('02:') && date.getUTCMonth() === 9));
      expect(warsawInstant(dayOf(date), time)).toEqual(date);
    }),
  );
});
