import { expect, test } from 'vitest';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { municipalityFeed, scorecardsFeed } from '#app/openness/feeds/feeds.server.ts';
import { partPages } from '#app/openness/site-pages.server.ts';
import { makePerson } from '#tests/setup/consultation.ts';
import { correctAnswer, withdraw } from '#tests/fixtures/correct-answer.ts';
import { codedEdition, publishedEdition, units } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import {
  getEditionFile,
  getPublishedEdition,
  getScorecard,
  listEditions,
} from '../../access/edition-queries.server.ts';
import { withdrawnText, withdrawnWords } from '../../access/withdrawn-words.ts';
import { declareTie } from '../../fieldwork/declare-tie.server.ts';
import { createEmbargoLink } from '../create-embargo-link.server.ts';
import { revokeEmbargoLink } from '../revoke-embargo-link.server.ts';
import { verifyEdition } from '../verify-edition.server.ts';
import { getChangeDesk } from './change-desk.server.ts';
import { decideChange } from './decide-change.server.ts';
import { proposeWithdrawal, type WithdrawalInput } from './propose-change.server.ts';

const db = await testDb();
const [first, second, empty] = units;
const now = new Date('2026-04-03T10:00:00Z');
type Edition = Awaited<ReturnType<typeof publishedEdition>>;

const orderOf = ({ lead, reviewer, slug }: Edition, rest: Partial<WithdrawalInput> = {}) => ({
  viewer: lead,
  second: reviewer,
  slug,
  teryt: first,
  ground: 'court' as const,
  reason: 'Postanowienie Sądu Okręgowego z 2 kwietnia 2026 r.',
  againstIssue: 1,
  now,
  ...rest,
});

const gone = { code: 'gone', status: 410 };

test('a withdrawn card leaves its place with reason, date and hashes, and no figure of it in anything that is public', async () => {
  const edition = await publishedEdition(db);
  const { slug } = edition;
  const before = await getPublishedEdition(db, { slug });
  expect(await withdraw(db, orderOf(edition))).toEqual({ ok: true, issue: 2, reissued: 2 });
  const { manifest } = await getPublishedEdition(db, { slug });
  expect(manifest.municipalities.map(({ teryt }) => teryt)).toEqual([second, empty]);
  expect(manifest.withdrawn).toEqual([
    {
      teryt: first,
      name: `Gmina ${first}`,
      ground: 'court',
      reason: 'Postanowienie Sądu Okręgowego z 2 kwietnia 2026 r.',
      at: now.toISOString(),
      issue: 2,
      files: Object.fromEntries(Object.entries(before.manifest.files).filter(([path]) => path.startsWith(`${first}.`))),
    },
  ]);
  expect(Object.keys(manifest.files).filter((path) => path.startsWith(first))).toEqual([]);
  expect(manifest.previous).toBe(before.manifestHash);
  for (const asked of [
    () => getScorecard(db, { slug, teryt: first }),
    () => getScorecard(db, { slug, teryt: first, issue: 1 }),
    () => getEditionFile(db, { slug, path: `${first}.pl.csv` }),
    // What came before holds it.
    () => getPublishedEdition(db, { slug, issue: 1 }),
    () => getEditionFile(db, { slug, path: 'edition.csv', issue: 1 }),
    () => getScorecard(db, { slug, teryt: second, issue: 1 }),
  ])
    await expect(asked()).rejects.toMatchObject(gone);
  expect((await getScorecard(db, { slug, teryt: second })).document.issue).toBe(2);
  const said = await getScorecard(db, { slug, teryt: first }).catch((error: unknown) => withdrawnWords(error, 'pl'));
  expect(said).toMatchObject({ reason: { words: expect.stringContaining('Sądu Okręgowego') as string } });
  expect((said as { hashes: { rows: unknown[] } }).hashes.rows).toHaveLength(5);
  expect((await partPages(db, { name: 'oceny-1', now })).map(({ path }) => path)).not.toContain(
    `/oceny/${slug}/${first}`,
  );
  expect(await municipalityFeed(db, { teryt: first, locale: 'pl', now })).toContain('Wycofano: ');
  expect([...(await makeArchive(db, { teryt: second, now })).files.values()].join()).not.toContain(slug);
  expect(await verifyEdition(db, { slug })).toMatchObject({ issues: 2, differences: [] });
  // A correction of another card goes on from there.
  expect(
    await correctAnswer(db, {
      viewer: edition.lead,
      second: edition.reviewer,
      slug,
      teryt: second,
      indicator: 'T11',
      state: 'scored',
      level: 2,
      requestedOn: null,
      note: 'Jest tekst.',
      evidence: [],
      reason: 'Przeoczono tekst.',
      againstIssue: 2,
      now: new Date('2026-04-04T10:00:00Z'),
    }),
  ).toMatchObject({ ok: true, issue: 3 });
  expect((await getPublishedEdition(db, { slug })).manifest.withdrawn).toEqual(manifest.withdrawn);
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
  await db.editionChange.updateMany({ where: { edition: { slug }, kind: 'withdrawal' }, data: { ground: 'error' } });
  expect((await verifyEdition(db, { slug }))?.differences.join('\n')).toMatch(
    /withdrawal of 9902012: the line of the record/,
  );
});

test('a withdrawn edition shows nothing but why and the hashes of its manifests', async () => {
  const edition = await publishedEdition(db);
  const { slug } = edition;
  expect(await withdraw(db, orderOf(edition, { teryt: null, ground: 'error' }))).toEqual({
    ok: true,
    issue: null,
    reissued: 0,
  });
  for (const asked of [
    () => getPublishedEdition(db, { slug }),
    () => getScorecard(db, { slug, teryt: second }),
    () => getEditionFile(db, { slug, path: 'edition.csv' }),
    () =>
      getPublishedEdition(db, {
        slug,
        reader: { now, embargoHash: null, teamIds: [edition.teamId], closed: [] },
      }),
  ])
    await expect(asked()).rejects.toMatchObject(gone);
  const said = await getPublishedEdition(db, { slug }).catch((error: unknown) => withdrawnWords(error, 'en'));
  expect(said).toMatchObject({ hashes: { rows: [{ path: 'manifest 1', hash: edition.manifestHash }] }, link: null });
  expect(withdrawnText(said as never)).toMatch(/withdrew this edition on 3 April 2026 \(mistake in the assessment\)\./);
  expect((await listEditions(db)).map((each) => each.slug)).not.toContain(slug);
  expect(await scorecardsFeed(db, { locale: 'pl', now })).toContain('Wycofano: Ocena próbna');
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
  expect(await withdraw(db, orderOf(edition, { teryt: null }))).toEqual({ ok: false, error: { code: 'withdrawn' } });
});

test('nobody decides on his own, no member and nobody with a tie does, and each change is decided once', async () => {
  const edition = await publishedEdition(db);
  const { slug, lead, reviewer, member } = edition;
  const proposed = await proposeWithdrawal(db, orderOf(edition));
  if (!proposed.ok) throw new Error(proposed.error.code);
  expect(proposed.told).toBe(1);
  const { id } = proposed;
  const code = async (input: Partial<Parameters<typeof decideChange>[1]>) => {
    const result = await decideChange(db, { viewer: reviewer, slug, id, outcome: 'approve', now, ...input });
    return result.ok ? 'ok' : result.error.code;
  };
  expect(await code({ viewer: lead })).toBe('own');
  expect(await code({ viewer: member })).toBe('role');
  expect(await code({ outcome: 'cancel' })).toBe('not-own');
  expect(await code({ outcome: 'decline' })).toBe('note-missing');
  await expect(decideChange(db, { viewer: edition.outsider, slug, id, outcome: 'approve' })).rejects.toMatchObject({
    code: 'not-found',
  });
  const tie = { viewer: reviewer, teryt: first, words: 'Mój brat jest radnym.', since: null, until: null };
  await declareTie(db, { ...tie, kind: 'family' });
  expect(await code({})).toBe('tie');
  expect((await getChangeDesk(db, { viewer: lead, slug, now })).changes).toMatchObject([{ others: 0, problem: 'own' }]);
  await declareTie(db, { ...tie, kind: 'none' });
  expect(await code({ outcome: 'decline', note: 'To nie ta gmina.' })).toBe('ok');
  expect(await code({})).toBe('decided');
  expect((await getScorecard(db, { slug, teryt: first })).document.issue).toBe(1);
  const again = await proposeWithdrawal(db, orderOf(edition));
  expect(
    again.ok && (await decideChange(db, { viewer: lead, slug, id: again.id, outcome: 'cancel', now })),
  ).toMatchObject({
    ok: true,
  });
  // The last card is the edition.
  await withdraw(db, orderOf(edition));
  await withdraw(db, orderOf(edition, { teryt: second, againstIssue: 2 }));
  expect(await withdraw(db, orderOf(edition, { teryt: empty, againstIssue: 3 }))).toEqual({
    ok: false,
    error: { code: 'last-card' },
  });
  expect(await edition.events()).toEqual(
    expect.arrayContaining(['edition-change-declined', 'edition-change-cancelled']),
  );
});

test('offices and holders of links under embargo hear of the release, of a correction and of a withdrawal, and the page counts what was sent', async () => {
  const edition = await codedEdition(db);
  const { slug, lead, id } = edition;
  const official = await makePerson(db, 'Ola', { role: 'official', teryt: first });
  await db.roleGrant.create({ data: { userId: official.id, role: 'official', teryt: first } });
  const hour = new Date('2031-05-05T10:00:00Z');
  const at = new Date('2031-05-05T08:00:00Z');
  await edition.release({ releaseAt: hour, now: at });
  const link = async (email: string) => {
    const made = await createEmbargoLink(db, {
      viewer: lead,
      slug,
      name: 'Redaktor',
      outlet: 'Kurier',
      email,
      locale: 'pl',
      now: at,
    });
    if (!made.ok) throw new Error(made.error.code);
    return made.id;
  };
  await link('kurier@press.example');
  await revokeEmbargoLink(db, { viewer: lead, slug, id: await link('gazeta@press.example') });
  const letters = (occasion: string) =>
    db.mailMessage.findMany({
      where: { dedupeKey: { startsWith: `edition-${occasion}:${id}:` } },
      orderBy: { toEmail: 'asc' },
    });
  const addresses = ['kurier@press.example', official.email].sort();
  const released = await letters('release');
  expect(released.map(({ toEmail }) => toEmail).sort()).toEqual(addresses);
  const { manifestHash } = await db.editionIssue.findFirstOrThrow({ where: { editionId: id } });
  for (const { body, runAt } of released) {
    expect(body).toContain(manifestHash);
    expect(runAt).toEqual(hour);
  }
  await withdraw(db, { ...orderOf({ ...edition, manifestHash }), now: new Date('2031-06-01T10:00:00Z') });
  expect((await letters('withdrawal')).map(({ toEmail }) => toEmail).sort()).toEqual(addresses);
  const desk = await getChangeDesk(db, { viewer: lead, slug, now: new Date('2031-06-01T10:00:00Z') });
  expect(desk.told).toContainEqual({ occasion: 'withdrawal', audience: 'office', sent: 0, waiting: 1, failed: 0 });
  expect(desk.unreached).toBe(2);
  await db.mailMessage.updateMany({ where: { toEmail: official.email }, data: { sentAt: new Date() } });
  expect((await getChangeDesk(db, { viewer: lead, slug })).told).toContainEqual({
    occasion: 'withdrawal',
    audience: 'office',
    sent: 1,
    waiting: 0,
    failed: 0,
  });
});
