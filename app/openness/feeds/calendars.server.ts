import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { formatDateTime } from '#app/i18n/dates.ts';
import { movedTerms } from '#app/drafting/course/terms/moved-terms.ts';
import { lastChanges } from './last-changes.server.ts';
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
  termChanges: {
    orderBy: { id: 'asc' },
    select: {
      opensBefore: true,
      opensAfter: true,
      closesBefore: true,
      closesAfter: true,
      answersDueBefore: true,
      answersDueAfter: true,
      reason: true,
      madeAt: true,
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
    events: await eventsOf(db, [row], locale),
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
    events: await eventsOf(db, rows, locale),
  };
}

async function eventsOf(db: Db, rows: readonly Row[], locale: Locale): Promise<CalendarEvent[]> {
  const changed = await lastChanges(db, {
    kinds: ['meeting-changed', 'meeting-cancelled'],
    subject: 'meeting',
    ids: rows.flatMap(({ meetings }) => meetings.map(({ id }) => id)),
  });
  return rows.flatMap((row) => [...termEvents(row, locale), ...meetingEvents(row, changed, locale)]);
}

/** Beginning, end of remarks and responses. One that was moved says since when, what it was and why, and counts its moves. */
function termEvents(row: Row, locale: Locale): CalendarEvent[] {
  const t = translator(locale);
  const { title } = row;
  const event = (name: 'opens' | 'closes' | 'answers', startsAt: Date, alarms: readonly number[]): CalendarEvent => {
    const moves = row.termChanges.flatMap(({ reason, madeAt, ...change }) =>
      movedTerms(change)
        .filter(({ term }) => term === name)
        .map(({ before }) => ({ before, reason, madeAt })),
    );
    const last = moves.at(-1);
    return {
      uid: `${row.id}-${name}@${host()}`,
      startsAt,
      endsAt: null,
      sequence: moves.length,
      createdAt: row.publishedAt,
      changedAt: last?.madeAt ?? row.publishedAt,
      title: t(`feed.calendar.${name}`, { title }),
      text: last ? t('feed.calendar.moved', { before: formatDateTime(locale, last.before), reason: last.reason }) : '',
      place: '',
      isCancelled: false,
      url: absoluteUrl(paths(locale).consultation(row.slug)),
      alarms,
    };
  };
  return [
    event('opens', row.opensAt, [0]),
    event('closes', row.closesAt, [3 * day, day]),
    event('answers', row.answersDueAt, [day]),
  ];
}

function meetingEvents(row: Row, changed: ReadonlyMap<string, Date>, locale: Locale): CalendarEvent[] {
  return row.meetings.map((meeting) => ({
    uid: `${meeting.id}@${host()}`,
    url: absoluteUrl(paths(locale).meetings(row.slug)),
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    sequence: meeting.revision - 1,
    createdAt: meeting.createdAt,
    changedAt: meeting.cancelledAt ?? changed.get(meeting.id) ?? meeting.createdAt,
    title: meeting.title,
    text: row.title,
    place: meeting.place,
    isCancelled: meeting.cancelledAt !== null,
    alarms: [day, 2 * hour],
  }));
}

const host = () => new URL(publicUrl()).hostname;
