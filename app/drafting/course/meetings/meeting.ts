import { z } from 'zod';
import { bounds } from '#app/forms/bounds.ts';
import { typedText } from '#app/forms/typed-text.ts';
import { dayAfter, warsawInstant } from '#app/i18n/dates.ts';
import type { MessageKey } from '#app/i18n/translate.ts';

export const meetingForms = ['meeting', 'workshop', 'duty-hours', 'walk', 'survey', 'other'] as const;
export type MeetingForm = (typeof meetingForms)[number];

export const meetingFormKeys = {
  meeting: 'meetings.form.meeting',
  workshop: 'meetings.form.workshop',
  'duty-hours': 'meetings.form.duty-hours',
  walk: 'meetings.form.walk',
  survey: 'meetings.form.survey',
  other: 'meetings.form.other',
} as const satisfies Record<MeetingForm, MessageKey>;

/** A meeting as it is entered; instants are civil time of Poland read by `readMeeting`. */
export type MeetingInput = {
  form: MeetingForm;
  title: string;
  place: string;
  startsAt: Date;
  endsAt: Date | null;
  attendance: number | null;
  minutes: string;
};

const words = (min: number, max: number) => typedText({ min, max });

export const meetingSchema = z.object({
  revision: z.string().regex(/^\d{0,9}$/, 'error.invalid'),
  form: z.enum(meetingForms, 'error.choice'),
  title: words(3, bounds.meetingTitle),
  place: words(2, bounds.meetingPlace),
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'error.date'),
  from: z.string().regex(/^\d{2}:\d{2}$/, 'publish.error.hour'),
  until: z.string().regex(/^(\d{2}:\d{2})?$/, 'publish.error.hour'),
  attendance: z
    .string()
    .trim()
    .max(bounds.meetingAttendance)
    .regex(/^\d{0,6}$/, 'meetings.error.attendance'),
  minutes: words(0, bounds.meetingMinutes),
});

type Read = { ok: true; value: MeetingInput } | { ok: false; field: 'day' | 'until' | 'attendance'; key: MessageKey };

/** A meeting over midnight is no longer than this: a later end is rather an hour mistyped. */
const longestNightMs = 12 * 3_600_000;

/** The end on the day of the beginning; an hour before it is one of the next day. Null when it is neither. */
function endOf(day: string, startsAt: Date, until: string): Date | null {
  const same = warsawInstant(day, until);
  if (!same || same > startsAt) return same;
  const next = warsawInstant(dayAfter(day), until);
  return next && next.getTime() - startsAt.getTime() <= longestNightMs ? next : null;
}

/** The form's days and hours as instants. People present can be counted only once it has begun. */
export function readMeeting(form: z.infer<typeof meetingSchema>, now: Date): Read {
  const startsAt = warsawInstant(form.day, form.from);
  if (!startsAt) return { ok: false, field: 'day', key: 'error.date' };
  const endsAt = form.until === '' ? null : endOf(form.day, startsAt, form.until);
  if (form.until !== '' && !endsAt) return { ok: false, field: 'until', key: 'meetings.error.until' };
  if (form.attendance !== '' && startsAt > now)
    return { ok: false, field: 'attendance', key: 'meetings.error.not-yet' };
  const { title, place, minutes } = form;
  return {
    ok: true,
    value: {
      form: form.form,
      title,
      place,
      startsAt,
      endsAt,
      attendance: form.attendance === '' ? null : Number(form.attendance),
      minutes,
    },
  };
}
