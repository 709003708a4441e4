import { expect, test } from 'vitest';
import { editionScope } from '#app/db/revision.server.ts';
import { readRevision } from '#tests/setup/revision.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import { codedEdition, publishedEdition, units } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { getEditionPage } from '../pages/edition-page.server.ts';
import { getPublishedEdition, getScorecard, listEditions } from '../access/edition-queries.server.ts';
import { saveCoding } from '../fieldwork/save-coding.server.ts';
import { findAnnounced, listAnnounced } from './announced-editions.server.ts';
import { cancelRelease } from './cancel-release.server.ts';
import { createEmbargoLink } from './create-embargo-link.server.ts';
import { inspectEmbargoLink, openEmbargoLink } from './open-embargo-link.server.ts';
import { getReleaseDesk } from './release-desk.server.ts';
import { everybody } from '../access/release-stage.ts';
import { revokeEmbargoLink } from './revoke-embargo-link.server.ts';

const db = await testDb();
const now = new Date('2031-05-05T08:00:00Z');
const hour = new Date('2031-05-05T10:00:00Z');
const before = new Date(hour.getTime() - 1);

async function scheduled() {
  const edition = await codedEdition(db);
  expect(await edition.release({ releaseAt: hour, now })).toMatchObject({ ok: true, scorecards: 3, publishedAt: hour });
  return edition;
}

/** The secret is in the letter alone. */
async function secretOf(email: string): Promise<string> {
  const letter = await db.mailMessage.findFirstOrThrow({
    where: { toEmail: email, body: { contains: '/embargo/' } },
    orderBy: { id: 'desc' },
  });
  return /\/embargo\/([\w-]+)/.exec(letter.body)?.[1] ?? '';
}

const journalist = (email: string) => ({ name: 'Ewa Nowak', outlet: 'Głos', email, locale: 'pl' as const });

test('an edition with an hour is frozen at once and public from that very millisecond, without a write in between', async () => {
  const { slug, member } = await scheduled();
  const reader = (at: Date) => ({ slug, reader: everybody(at) });
  await expect(getPublishedEdition(db, reader(before))).rejects.toMatchObject({ code: 'not-found' });
  expect((await getPublishedEdition(db, reader(hour))).shown).toEqual({ issue: 1, newest: 1, embargoUntil: null });
  expect((await listEditions(db, { now: before })).map((each) => each.slug)).not.toContain(slug);
  expect((await listEditions(db, { now: hour })).map((each) => each.slug)).toContain(slug);
  const late = {
    viewer: member,
    slug,
    teryt: units[0],
    indicator: 'T01',
    state: 'scored',
    level: 3,
    reason: '',
    requestedOn: null,
    evidence: [],
    revision: 1,
  } as const;
  expect(await saveCoding(db, late)).toMatchObject({ ok: false, error: { code: 'published' } });
});

test('what readers have cached before the hour is asked for again after it', async () => {
  const { slug } = await scheduled();
  const [early, late] = [
    await readRevision(db, editionScope(slug), before),
    await readRevision(db, editionScope(slug), hour),
  ];
  expect(early).not.toBe(late);
  expect(await readRevision(db, editionScope(slug), new Date(now.getTime() + 1))).toBe(early);
});

test('before the hour everybody learns title and hour, and nothing of what is in it', async () => {
  const { slug } = await scheduled();
  const ask = { slug, issue: null, params: new URLSearchParams(), origin: 'http://x', locale: 'pl' as const };
  const page = await getEditionPage(db, { ...ask, reader: everybody(before) });
  expect(page).toMatchObject({
    kind: 'announced',
    edition: { slug, publishedAt: hour.toISOString(), municipalities: 3 },
  });
  expect(JSON.stringify(page)).not.toContain('9902012');
  expect((await getEditionPage(db, { ...ask, reader: everybody(hour) })).kind).toBe('released');
  expect((await listAnnounced(db, { now: before })).map((each) => each.slug)).toContain(slug);
  expect(await findAnnounced(db, { slug, now: hour })).toBeNull();
});

test('a release in the past, or more than a year ahead, is refused and changes nothing', async () => {
  const { release, id } = await codedEdition(db);
  for (const releaseAt of [now, new Date(now.getTime() + 366 * 86_400_000)])
    expect(await release({ releaseAt, now })).toEqual({ ok: false, error: { code: 'release-time' } });
  expect(await db.edition.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'coding', publishedAt: null });
});

test('the team sees a scheduled edition, marked; another team does not', async () => {
  const { slug, teamId } = await scheduled();
  const seen = await getScorecard(db, {
    slug,
    teryt: units[0],
    reader: { now: before, embargoHash: null, teamIds: [teamId], closed: [] },
  });
  expect(seen.shown.embargoUntil).toBe(hour.toISOString());
  await expect(
    getScorecard(db, {
      slug,
      teryt: units[0],
      reader: { now: before, embargoHash: null, teamIds: ['01a20193-0000-7000-8000-000000000001'], closed: [] },
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('somebody of the team with a tie sees nothing of it before its hour, and everything from then on', async () => {
  const { slug, teamId } = await scheduled();
  const reader = (now: Date) => ({ slug, reader: { now, embargoHash: null, teamIds: [teamId], closed: [units[2]] } });
  await expect(getPublishedEdition(db, reader(before))).rejects.toMatchObject({ code: 'not-found' });
  expect((await getPublishedEdition(db, reader(hour))).shown.embargoUntil).toBeNull();
});

test('a named link opens the edition before its hour; looking at it is no opening, every opening is written down', async () => {
  const { slug, lead, events } = await scheduled();
  expect(await createEmbargoLink(db, { viewer: lead, slug, ...journalist('ewa@glos.example'), now })).toMatchObject({
    ok: true,
  });
  const secret = await secretOf('ewa@glos.example');
  const reader = { now: before, embargoHash: hashSecret(secret), teamIds: [], closed: [] };
  expect((await getPublishedEdition(db, { slug, reader })).shown.embargoUntil).toBe(hour.toISOString());
  await inspectEmbargoLink(db, { secret, now: before });
  await openEmbargoLink(db, { secret, now: before });
  await openEmbargoLink(db, { secret, now: before });
  const [link] = (await getReleaseDesk(db, { viewer: lead, slug, now: before })).links;
  expect(link).toMatchObject({ name: 'Ewa Nowak', openings: [before.toISOString(), before.toISOString()] });
  expect(await openEmbargoLink(db, { secret, now: hour })).toMatchObject({ isOver: true });
  expect(await events()).toEqual(['edition-scheduled', 'embargo-link-created']);
});

test('a link opens its own edition only, and none without the right secret', async () => {
  const [one, other] = [await scheduled(), await scheduled()];
  await createEmbargoLink(db, { viewer: one.lead, slug: one.slug, ...journalist('jan@glos.example'), now });
  const embargoHash = hashSecret(await secretOf('jan@glos.example'));
  await expect(
    getPublishedEdition(db, { slug: other.slug, reader: { now: before, embargoHash, teamIds: [], closed: [] } }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await openEmbargoLink(db, { secret: 'x', now: before })).toBeNull();
});

test('a revoked link stops at once, also for who has opened it; revoking twice says so', async () => {
  const { slug, lead, outsider, events } = await scheduled();
  const made = await createEmbargoLink(db, { viewer: lead, slug, ...journalist('ola@glos.example'), now });
  const id = made.ok ? made.id : '';
  const secret = await secretOf('ola@glos.example');
  expect(await createEmbargoLink(db, { viewer: lead, slug, ...journalist('ola@glos.example'), now })).toEqual({
    ok: false,
    error: { code: 'already-invited' },
  });
  await expect(revokeEmbargoLink(db, { viewer: outsider, slug, id })).rejects.toMatchObject({ code: 'not-found' });
  expect(await revokeEmbargoLink(db, { viewer: lead, slug, id })).toEqual({ ok: true });
  expect(await revokeEmbargoLink(db, { viewer: lead, slug, id })).toEqual({
    ok: false,
    error: { code: 'revoked-already' },
  });
  await expect(
    getPublishedEdition(db, {
      slug,
      reader: { now: before, embargoHash: hashSecret(secret), teamIds: [], closed: [] },
    }),
  ).rejects.toMatchObject({ code: 'not-found' });
  expect(await openEmbargoLink(db, { secret, now: before })).toBeNull();
  expect(await events()).toEqual(['edition-scheduled', 'embargo-link-created', 'embargo-link-revoked']);
});

test('only a scheduled edition has embargo links, and only its lead makes them', async () => {
  const { slug, lead, member } = await publishedEdition(db);
  expect(await createEmbargoLink(db, { viewer: lead, slug, ...journalist('x@x.example'), now })).toEqual({
    ok: false,
    error: { code: 'not-scheduled' },
  });
  await expect(
    createEmbargoLink(db, { viewer: member, slug, ...journalist('x@x.example'), now }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a release can be cancelled until its hour, which takes cards and links away; afterwards it cannot', async () => {
  const { slug, lead, id, release, events } = await scheduled();
  await createEmbargoLink(db, { viewer: lead, slug, ...journalist('iza@glos.example'), now });
  expect(await cancelRelease(db, { viewer: lead, slug, shown: hour.toISOString(), now: hour })).toEqual({
    ok: false,
    error: { code: 'not-scheduled' },
  });
  expect(await cancelRelease(db, { viewer: lead, slug, shown: before.toISOString(), now: before })).toEqual({
    ok: false,
    error: { code: 'rescheduled' },
  });
  expect(await cancelRelease(db, { viewer: lead, slug, shown: hour.toISOString(), now: before })).toEqual({ ok: true });
  expect(await cancelRelease(db, { viewer: lead, slug, shown: hour.toISOString(), now: before })).toEqual({
    ok: false,
    error: { code: 'not-scheduled' },
  });
  const own = { where: { editionId: id } };
  expect([await db.scorecard.count(own), await db.editionFile.count(own), await db.editionIssue.count(own)]).toEqual([
    0, 0, 0,
  ]);
  expect(await openEmbargoLink(db, { secret: await secretOf('iza@glos.example'), now: before })).toBeNull();
  expect(await release({ releaseAt: hour, now })).toMatchObject({ ok: true });
  expect(await events()).toEqual([
    'edition-scheduled',
    'embargo-link-created',
    'edition-release-cancelled',
    'edition-scheduled',
  ]);
});
