import { expect, test } from 'vitest';
import { meetingSchema, readMeeting } from './meeting.ts';

const now = new Date('2026-11-24T12:00:00Z');
const form = (fields: Record<string, string>) =>
  meetingSchema.parse({
    revision: '',
    form: 'workshop',
    title: 'Warsztat',
    place: 'ratusz',
    day: '2026-11-23',
    from: '17:00',
    until: '19:00',
    attendance: '22',
    minutes: '',
    ...fields,
  });

test('hours of a meeting are civil time of Poland', () => {
  const read = readMeeting(form({}), now);
  expect(read).toMatchObject({
    ok: true,
    value: { startsAt: new Date('2026-11-23T16:00:00Z'), endsAt: new Date('2026-11-23T18:00:00Z'), attendance: 22 },
  });
});

test('a meeting that is yet to come has nobody present', () => {
  expect(readMeeting(form({ day: '2026-12-01' }), now)).toMatchObject({ ok: false, field: 'attendance' });
  expect(readMeeting(form({ day: '2026-12-01', attendance: '' }), now).ok).toBe(true);
});

test('a day that is not in the calendar and an end before the start are refused', () => {
  expect(readMeeting(form({ day: '2026-11-31' }), now)).toMatchObject({ ok: false, field: 'day' });
  for (const until of ['16:00', '17:00', '25:10'])
    expect(readMeeting(form({ until }), now)).toMatchObject({ ok: false, field: 'until' });
});

test('an end before the start is on the next day, in a night that has an hour more as well', () => {
  const night = (day: string, until: string) => readMeeting(form({ day, from: '22:00', until, attendance: '' }), now);
  const endOf = (day: string, until: string) => {
    const read = night(day, until);
    return read.ok ? read.value.endsAt?.toISOString() : read.key;
  };
  expect(endOf('2026-12-31', '01:30')).toBe('2027-01-01T00:30:00.000Z');
  expect(endOf('2026-12-31', '00:00')).toBe('2026-12-31T23:00:00.000Z');
  expect(endOf('2026-10-24', '04:00')).toBe('2026-10-25T03:00:00.000Z');
  expect(endOf('2026-12-31', '10:00')).toBe('2027-01-01T09:00:00.000Z');
  expect(endOf('2026-12-31', '10:01')).toBe('meetings.error.until');
});
