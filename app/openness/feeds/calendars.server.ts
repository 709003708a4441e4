import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { paths } from '#app/i18n/paths.ts';
import { translator } from '#app/i18n/translate.ts';
import { absoluteUrl, publicUrl } from '#app/mail/absolute-url.server.ts';
import type { Calendar, CalendarEvent } from '#app/publishing/feeds/calendar.ts';

const select = {
  id: true,
  slug: true,
  title: true,
  opensAt: true,
  closesAt: true,
  answersDueAt: true,
  publishedAt: true,
  meetings: {
    orderBy: { startsAt: 'asc' },
    select: {
      id: true,
      title: true,
      startsAt: true,
      endsAt: true,
      place: true,
      revision: true,
      createdAt: true,
      cancelledAt: true,
    },
  },
} as const satisfies Prisma.ConsultationSelect;
type Row = Prisma.ConsultationGetPayload<{ select: typeof select }>;

const [hour, day] = [60, 1440];
/** Calendars of a municipality go back this far. */
const pastDays = 90;

/** Terms and meetings of one consultation. Throws not found. */
export async function consultationCalendar(
  db: Db,
  { slug, locale }: { slug: string; locale: Locale },
): Promise<Calendar> {
  const row = await db.consultation.findUnique({ where: { slug }, select });
  if (!row) throw notFound('no such consultation');
  const to = paths(locale);
  return {
    name: row.title,
    text: translator(locale)('feed.calendar.text'),
    url: absoluteUrl(to.calendar(slug)),
    events: eventsOf(row, locale),
  };
}

/** Terms and meetings of all consultations of a municipality that are not long over. Throws not found. */
export async function municipalityCalendar(
  db: Db,
  { teryt, locale, now }: { teryt: string; locale: Locale; now: Date },
): Promise<Calendar> {
  const municipality = /^\d{7}$/.test(teryt)
    ? await db.municipality.findUnique({ where: { teryt }, select: { name: true } })
    : null;
  if (!municipality) throw notFound('no such municipality');
  const rows = await db.consultation.findMany({
    where: { teryt, answersDueAt: { gt: new Date(now.getTime() - pastDays * 86_400_000) } },
    orderBy: { closesAt: 'desc' },
    take: 200,
    select,
  });
  const t = translator(locale);
  return {
    name: t('feed.municipality.title', { name: municipality.name }),
    text: t('feed.calendar.text'),
    url: absoluteUrl(paths(locale).municipalityCalendar(teryt)),
    events: rows.flatMap((row) => eventsOf(row, locale)),
  };
}

function eventsOf(row: Row, locale: Locale): CalendarEvent[] {
  const t = translator(locale);
  const { hostname } = new URL(publicUrl());
  const common = {
    endsAt: null,
    sequence: 0,
    stampedAt: row.publishedAt,
    text: '',
    place: '',
    isCancelled: false,
    url: absoluteUrl(paths(locale).consultation(row.slug)),
  };
  const { title } = row;
  return [
    {
      ...common,
      uid: `${row.id}-opens@${hostname}`,
      startsAt: row.opensAt,
      title: t('feed.calendar.opens', { title }),
      alarms: [0],
    },
    {
      ...common,
      uid: `${row.id}-closes@${hostname}`,
      startsAt: row.closesAt,
      title: t('feed.calendar.closes', { title }),
      alarms: [3 * day, day],
    },
    {
      ...common,
      uid: `${row.id}-answers@${hostname}`,
      startsAt: row.answersDueAt,
      title: t('feed.calendar.answers', { title }),
      alarms: [day],
    },
    ...row.meetings.map((meeting) => ({
      ...common,
      uid: `${meeting.id}@${hostname}`,
      url: absoluteUrl(paths(locale).meetings(row.slug)),
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      sequence: meeting.revision - 1,
      stampedAt: meeting.createdAt,
      title: meeting.title,
      text: title,
      place: meeting.place,
      isCancelled: meeting.cancelledAt !== null,
      alarms: [day, 2 * hour],
    })),
  ];
}
