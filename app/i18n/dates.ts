import type { Locale } from './locale.ts';

/** Every date and hour of the product is civil time of Poland. */
export const timeZone = 'Europe/Warsaw';

const tags: Record<Locale, string> = { pl: 'pl-PL', en: 'en-GB' };
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}:${name}`;
  let found = formats.get(key);
  if (!found) formats.set(key, (found = new Intl.DateTimeFormat(tags[locale], { timeZone, ...options })));
  return found;
}

/** „9 listopada 2026 r." / "9 November 2026". */
export function formatDate(locale: Locale, date: Date): string {
  const text = format(locale, 'date', { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
  return locale === 'pl' ? `${text}\u00a0r.` : text;
}

/** „9 listopada" / "9 November". */
export function formatDay(locale: Locale, date: Date): string {
  return format(locale, 'day', { day: 'numeric', month: 'long' }).format(date);
}

/** „16.00" / "16:00". */
export function formatTime(locale: Locale, date: Date): string {
  const text = format(locale, 'time', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(date);
  return locale === 'pl' ? text.replace(':', '.') : text;
}

/** „9 listopada 2026 r., godz. 16.00" / "9 November 2026, 16:00". */
export function formatDateTime(locale: Locale, date: Date): string {
  const joint = locale === 'pl' ? ', godz.\u00a0' : ', ';
  return formatDate(locale, date) + joint + formatTime(locale, date);
}

/** From when to when; the end has its day when that is another one. */
export function formatSpan(locale: Locale, from: Date, until: Date | null): string {
  const start = formatDateTime(locale, from);
  if (!until) return start;
  return dayOf(from) === dayOf(until)
    ? `${start}–${formatTime(locale, until)}`
    : `${start} – ${formatDateTime(locale, until)}`;
}

/** When a letter came: of one entered by its day alone, which is kept as midnight sharp, no hour is said. */
export function formatReceived(locale: Locale, date: Date): string {
  return date.getTime() === warsawInstant(dayOf(date), '00:00')?.getTime()
    ? formatDate(locale, date)
    : formatDateTime(locale, date);
}

/** Calendar day in Poland, yyyy-mm-dd. */
export function dayOf(date: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(date);
}

/** The calendar day after `day`, both yyyy-mm-dd. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whole calendar days from `now` to `then` in Poland; 0 on the same day, negative when past. */
export function daysUntil(then: Date, now: Date): number {
  return Math.round((Date.parse(dayOf(then)) - Date.parse(dayOf(now))) / 86_400_000);
}

/** Instant of a civil day and hour in Poland; null when it is not a date. `time` is hh:mm. */
export function warsawInstant(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}(:\d{2})?$/.test(time)) return null;
  const asUtc = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}Z`);
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== day) return null;
  // Twice, because the first guess may lie on the other side of a change of clocks.
  let instant = new Date(asUtc.getTime() - offsetMs(asUtc));
  instant = new Date(asUtc.getTime() - offsetMs(instant));
  return instant;
}

/**
 * The end of a term that is announced with day and minute: that minute belongs to it. Who sends something while the clock shows 23:59
 * is in time.
 */
export function warsawEnd(day: string, time: string): Date | null {
  const minute = warsawInstant(day, time);
  return minute && new Date(minute.getTime() + 59_999);
}

function offsetMs(at: Date): number {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const local = Date.UTC(parts.year!, parts.month! - 1, parts.day, parts.hour, parts.minute, parts.second);
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
