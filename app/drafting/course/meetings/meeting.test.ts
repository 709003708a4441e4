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
  expect(readMeeting(form({ until: '16:00' }), now)).toMatchObject({ ok: false, field: 'until' });
});
