import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { parseCalendar, propertyOf, type Component } from '#tests/setup/icalendar.ts';
import { answerFit } from '#app/drafting/carry/answer-fit.server.ts';
import { cancelMeeting } from '#app/drafting/course/meetings/cancel-meeting.server.ts';
import { changeTerms } from '#app/drafting/course/terms/change-terms.server.ts';
import {
  answersDue,
  closesAt,
  codes,
  decide,
  during,
  filed,
  makeConsultation,
  makePerson,
  opensAt,
  teryt,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { calendarText } from '#app/publishing/feeds/calendar.ts';
import { consultationCalendar, municipalityCalendar } from './calendars.server.ts';
import { consultationFeed, municipalityFeed, rulingsFeed, scorecardsFeed } from './feeds.server.ts';

const db = await testDb();
type Entry = {
  id: string;
  title: { '#text': string; '@type': string };
  published: string;
  updated: string;
  content?: { '#text': string };
  link: { '@href': string };
};

function readFeed(xml: string): { entries: Entry[]; updated: string } {
  expect(XMLValidator.validate(xml)).toBe(true);
  const { feed } = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    isArray: (name) => name === 'entry',
  }).parse(xml) as { feed: Record<string, unknown> };
  for (const name of ['id', 'title', 'updated', 'link', 'author']) expect(feed[name], name).toBeTruthy();
  const entries = (feed.entry ?? []) as Entry[];
  for (const entry of entries) {
    expect(entry.id).toMatch(/^(urn:uuid:|tag:|https?:)/);
    expect(entry.title['@type']).toBe('text');
    expect(entry.updated >= entry.published).toBe(true);
  }
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  if (entries.length > 0)
    expect(feed.updated).toBe(
      entries
        .map(({ updated }) => updated)
        .sort()
        .at(-1),
    );
  return { entries, updated: String(feed.updated) };
}

const titleOf = ({ title }: Entry) => title['#text'];

async function scene(slug: string) {
  const { id, official } = await makeConsultation(db, slug);
  const anna = await makePerson(db, 'Anna Prywatna');
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni.',
    reason: 'Bo <b>ważne</b> & "pilne"\u0007.',
  });
  await decide(db, { slug, viewer: official, number, decision: 'accepted', reason: 'Dobry pomysł.' });
  await db.meeting.create({
    data: {
      teryt,
      consultationId: id,
      form: 'meeting',
      title: 'Spotkanie, sala; nr 3',
      startsAt: new Date('2026-07-01T15:00:00Z'),
      endsAt: new Date('2026-07-01T22:30:00Z'),
      place: 'Dom Kultury\nul. Żółta 1, Jurowice, wejście od podwórza, pierwsze piętro, sala widowiskowa',
      createdById: official.id,
      createdAt: during,
    },
  });
  return { id, slug, official, number };
}

test('the feed of a consultation tells what happened, escapes what people wrote and gives no private name', async () => {
  const { slug } = await scene('kanal');
  const until = Date.now() + 86_400_000;
  const xml = await consultationFeed(db, { slug, locale: 'pl', now: new Date(until) });
  const { entries } = readFeed(xml);
  expect(entries.map(titleOf).sort()).toEqual(
    [
      ...(until > closesAt.getTime() ? ['Minął czas na uwagi: Zasady konsultacji'] : []),
      ...(until > answersDue.getTime() ? ['Minął termin na stanowiska urzędu: Zasady konsultacji'] : []),
      'Opublikowano projekt: Zasady konsultacji',
      'Poprawka nr 1: Zasady konsultacji',
      'Rozpoczął się czas na uwagi: Zasady konsultacji',
      'Spotkanie „Spotkanie, sala; nr 3”: Zasady konsultacji',
      'Stanowisko wobec uwagi nr 1, uwzględniona: Zasady konsultacji',
      'Wersja 2 tekstu: Zasady konsultacji',
    ].sort(),
  );
  expect(entries.find((entry) => titleOf(entry).startsWith('Poprawka'))?.content?.['#text']).toContain(
    '&lt;b&gt;ważne&lt;/b&gt; &amp;',
  );
  expect(xml).not.toContain('Prywatna');
  const english = await consultationFeed(db, { slug, locale: 'en', now: new Date() });
  expect(english).toContain('/en/konsultacje/kanal');
});

test('feeds of a municipality, of all rulings and of scorecards are valid, also while they are empty', async () => {
  const context = { locale: 'pl' as const, now: new Date() };
  await scene('gmina');
  expect(readFeed(await municipalityFeed(db, { teryt, ...context })).entries.length).toBeGreaterThan(3);
  expect(readFeed(await rulingsFeed(db, context)).entries.length).toBeGreaterThan(0);
  expect(readFeed(await scorecardsFeed(db, context))).toMatchObject({
    entries: [],
    updated: '2026-01-01T00:00:00.000Z',
  });
  await expect(municipalityFeed(db, { teryt: '0000000', ...context })).rejects.toMatchObject({ code: 'not-found' });
  await expect(consultationFeed(db, { slug: 'nie-ma', ...context })).rejects.toMatchObject({ code: 'not-found' });
});

test('what changed afterwards keeps its entry and says so: a remark taken back, a meeting called off, a new term, the council', async () => {
  const { slug, id, official } = await scene('zmiany');
  const anna = await makePerson(db, 'Anna');
  const number = await filed(db, { slug, viewer: anna, code: codes.first, op: 'none', reason: 'Tajne słowa.' });
  const read = async (locale: 'pl' | 'en' = 'pl') =>
    readFeed(await consultationFeed(db, { slug, locale, now: during })).entries;
  const before = await read();
  const { revision } = await db.remark.findFirstOrThrow({ where: { consultationId: id, number } });
  await answerFit(db, { viewer: anna, slug, number, revision, answer: { kind: 'withdraw' } });
  const meeting = await db.meeting.findFirstOrThrow({ where: { consultationId: id } });
  const now = new Date('2026-06-20T10:00:00Z');
  expect(await cancelMeeting(db, { viewer: official, slug, id: meeting.id, revision: 1, now })).toEqual({ ok: true });
  const shown = { opensAt, closesAt, answersDueAt: answersDue };
  await changeTerms(db, {
    viewer: official,
    slug,
    shown,
    dates: { ...shown, closesAt: new Date('2026-12-07T22:59:00Z') },
    reason: 'Śnieg <i>i</i> mróz.',
    now: during,
  });
  await db.consultation.update({ where: { id }, data: { title: 'A <b>B</b> & C' } });
  const after = await read();
  const named = (start: string) => after.find((entry) => titleOf(entry).startsWith(start));
  const old = (start: string) => before.find((entry) => titleOf(entry).startsWith(start));
  const withdrawn = named(`Wycofano uwagę nr ${number}`);
  expect(withdrawn?.id).toBe(old(`Uwaga nr ${number}`)?.id);
  expect(JSON.stringify(after)).not.toContain('Tajne słowa');
  const cancelled = named('Odwołano spotkanie');
  expect([cancelled?.id, cancelled?.updated]).toEqual([old('Spotkanie')?.id, during.toISOString()]);
  expect(titleOf(named('Zmiana terminów')!)).toBe('Zmiana terminów: A <b>B</b> & C');
  expect(named('Zmiana terminów')?.content?.['#text']).toContain('był 30 listopada');
  const xml = await consultationFeed(db, { slug, locale: 'en', now: during });
  expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">');
  expect(xml).toContain('<content type="html" xml:lang="pl">');
  expect(await consultationFeed(db, { slug, locale: 'pl', now: during })).not.toContain('xml:lang="pl">&lt;p');
});

const events = (calendar: Component) => calendar.children.filter(({ name }) => name === 'VEVENT');
const startOf = (event: Component | undefined) => event?.properties.find(({ name }) => name === 'DTSTART');

test('the calendar has the terms in Polish time, summer and winter, with reminders', async () => {
  const { slug } = await scene('kalendarz');
  const calendar = parseCalendar(calendarText(await consultationCalendar(db, { slug, locale: 'pl' })));
  expect(calendar.children[0]?.name).toBe('VTIMEZONE');
  const closes = events(calendar).find((event) => propertyOf(event, 'SUMMARY').startsWith('Koniec uwag'));
  expect(startOf(closes)).toEqual({ name: 'DTSTART', params: { TZID: 'Europe/Warsaw' }, value: '20261130T235900' });
  expect(closes?.children.map((alarm) => propertyOf(alarm, 'TRIGGER'))).toEqual(['-P3D', '-P1D']);
  const meeting = events(calendar).find((event) => propertyOf(event, 'SUMMARY') === 'Spotkanie, sala; nr 3');
  expect(startOf(meeting)?.value).toBe('20260701T170000');
  expect(propertyOf(meeting!, 'LOCATION')).toContain('Dom Kultury\nul. Żółta 1, Jurowice');
  // Over midnight, with the day of its end.
  expect(propertyOf(meeting!, 'DTEND')).toBe('20260702T003000');
});

test('a cancelled meeting stays in the calendar as cancelled, without reminders', async () => {
  const { slug, id } = await scene('odwolane');
  await db.meeting.updateMany({ where: { consultationId: id }, data: { cancelledAt: during, revision: 2 } });
  const meeting = events(parseCalendar(calendarText(await consultationCalendar(db, { slug, locale: 'en' })))).find(
    (event) => propertyOf(event, 'STATUS') === 'CANCELLED',
  );
  expect(meeting).toMatchObject({ children: [] });
  expect(propertyOf(meeting!, 'SEQUENCE')).toBe('1');
  expect(propertyOf(meeting!, 'LAST-MODIFIED')).toBe('20261110T120000Z');
});

test('a term that was moved counts its moves, is stamped with the last one and says what it was', async () => {
  const { slug, official } = await scene('przesuniecie');
  const read = async () => {
    const calendar = parseCalendar(calendarText(await consultationCalendar(db, { slug, locale: 'pl' })));
    const of = (name: string) => {
      const event = events(calendar).find((each) => propertyOf(each, 'UID').includes(`-${name}@`))!;
      return ['SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED'].map((property) => propertyOf(event, property));
    };
    return { of, calendar };
  };
  const before = await read();
  expect(before.of('closes')[0]).toBe('0');
  const shown = { opensAt, closesAt, answersDueAt: answersDue };
  const dates = { ...shown, closesAt: new Date('2026-12-07T22:59:00Z') };
  await changeTerms(db, { viewer: official, slug, shown, dates, reason: 'Śnieg, mróz; zima.', now: during });
  const after = await read();
  expect(after.of('closes')).toEqual(['1', '20261110T120000Z', '20261110T120000Z']);
  expect(after.of('answers')).toEqual(before.of('answers'));
  const closes = events(after.calendar).find((each) => propertyOf(each, 'UID').includes('-closes@'))!;
  expect(propertyOf(closes, 'DESCRIPTION').replaceAll('\u00a0', ' ')).toBe(
    'Termin zmieniony. Był: 30 listopada 2026 r., godz. 23.59. Śnieg, mróz; zima.',
  );
});

test('the calendar of a municipality leaves out what is long over', async () => {
  const titles = async (now: Date) =>
    events(parseCalendar(calendarText(await municipalityCalendar(db, { teryt, locale: 'pl', now })))).length;
  expect(await titles(during)).toBeGreaterThan(8);
  expect(await titles(new Date('2028-01-01T00:00:00Z'))).toBe(0);
});

test('the reader of calendars sees broken ones', () => {
  const event = (lines: string) =>
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\n${lines}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;
  expect(() =>
    parseCalendar(event('DTSTAMP:20261130T225900Z\r\nDTSTART:20261130T225900Z\r\nSUMMARY:a\\, b')),
  ).not.toThrow();
  for (const bad of [
    'DTSTAMP:20261130T225900\r\nDTSTART:20261130T225900Z',
    'DTSTAMP:20261130T225900Z\r\nDTSTART;TZID=X:20261130T225900',
    'DTSTAMP:20261130T225900Z',
    'DTSTAMP:20261130T225900Z\r\nDTSTART:20261130T225900Z\r\nSUMMARY:a, b',
    `DTSTAMP:20261130T225900Z\r\nDTSTART:20261130T225900Z\r\nSUMMARY:${'a'.repeat(80)}`,
  ]) {
    expect(() => parseCalendar(event(bad)), bad).toThrow();
  }
});
