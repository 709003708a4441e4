import { escape, foldLines } from 'ical-generator';
import { timeZone } from '#app/i18n/dates.ts';
import { warsawTimeZone } from './vtimezone.ts';

/** One entry of a calendar. Without `endsAt` it is a point in time: a deadline, which ends when it begins. */
export type CalendarEvent = {
  /** Stable over all versions of the calendar. */
  uid: string;
  startsAt: Date;
  endsAt: Date | null;
  /** Number of changes made since it was first given out. */
  sequence: number;
  /** When it was written, or last changed. */
  changedAt: Date;
  createdAt: Date;
  title: string;
  text: string;
  url: string;
  place: string;
  isCancelled: boolean;
  /** Minutes before the start at which people are reminded. */
  alarms: readonly number[];
};

export type Calendar = { name: string; text: string; url: string; events: readonly CalendarEvent[] };

/**
 * An iCalendar file (RFC 5545) in civil time of Poland. The library's own calendar takes dates for those of the server's
 * time zone, so only its escaping and folding are used.
 */
export function calendarText(calendar: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Paragraf//Paragraf//PL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${words(calendar.name)}`,
    `X-WR-CALDESC:${words(calendar.text)}`,
    `X-WR-TIMEZONE:${timeZone}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    `SOURCE;VALUE=URI:${uri(calendar.url)}`,
    ...warsawTimeZone,
    ...calendar.events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return `${foldLines(lines.join('\r\n'))}\r\n`;
}

function eventLines(event: CalendarEvent): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${words(event.uid)}`,
    // The calendar is the same file until something in it changes, so its stamp is of the change (RFC 5546, 2.1.5).
    `DTSTAMP:${utc(event.changedAt)}`,
    `CREATED:${utc(event.createdAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `DTSTART;TZID=${timeZone}:${civil(event.startsAt)}`,
    `DTEND;TZID=${timeZone}:${civil(event.endsAt ?? event.startsAt)}`,
    `SEQUENCE:${event.sequence}`,
    `SUMMARY:${words(event.title)}`,
    ...(event.text ? [`DESCRIPTION:${words(event.text)}`] : []),
    ...(event.place ? [`LOCATION:${words(event.place)}`] : []),
    `URL:${uri(event.url)}`,
    `STATUS:${event.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${event.endsAt ? 'OPAQUE' : 'TRANSPARENT'}`,
    ...(event.isCancelled
      ? []
      : event.alarms.flatMap((minutes) => [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `TRIGGER:-${duration(minutes)}`,
          `DESCRIPTION:${words(event.title)}`,
          'END:VALARM',
        ])),
    'END:VEVENT',
  ];
}

/** Control characters apart from line ends have no place in a calendar. */
function words(text: string): string {
  return escape(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .trim(),
    false,
  );
}

function uri(address: string): string {
  return new URL(address).href;
}

function utc(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

const civilParts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function civil(date: Date): string {
  const parts = Object.fromEntries(civilParts.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${parts.year}${parts.month}${parts.day}T${parts.hour}${parts.minute}${parts.second}`;
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return `P${minutes / 1440}D`;
  return minutes % 60 === 0 ? `PT${minutes / 60}H` : `PT${minutes}M`;
}
