import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getEditionFile, getScorecard, listIssues } from '#app/monitoring/access/edition-queries.server.ts';
import type { EditionManifest } from '#app/monitoring/cards/scorecard-document.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { loadOfficeGroups } from '#app/drafting/rulings/group-suggestions.server.ts';
import { runCommand } from '#app/admin/run-command.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { allOf, openReport } from '#app/drafting/report/load-report.server.ts';
import { verifyTexts } from '#app/verify/verify-texts.server.ts';
import { removeDemo } from '#app/admin/remove-demo.server.ts';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { putInArchive } from '#app/openness/archive/put-in-archive.server.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { verifyRecord } from '#app/db/record/verify-record.server.ts';
import { awaitsDemo, isUnused, seedDemo } from './seed-demo.server.ts';

const db = await testDb();
const elsewhere = await testDb();
const root = process.cwd();

test(
  'a fill that is stopped leaves nothing, and the next start fills the whole set',
  { timeout: 240_000 },
  async () => {
    const stopped = seedDemo(db, root, (text) => {
      if (text.includes('monitoring team')) throw new Error('stopped');
    });
    await expect(stopped).rejects.toThrow('stopped');
    expect([await isUnused(db), await awaitsDemo(db, {})]).toEqual([true, true]);
    expect(await db.event.count()).toBe(0);
    await seedDemo(db, root, () => {});
    expect(await db.consultation.count()).toBe(2);
    expect(await db.edition.count()).toBe(3);
  },
);

test('every state of the office’s work can be seen, with dates before today', async () => {
  const official = await db.user.findFirstOrThrow({
    where: { email: 'urzad@jurowice.example' },
    include: { grants: true },
  });
  const viewer = {
    id: official.id,
    email: official.email,
    displayName: official.displayName,
    verified: true,
    grants: official.grants.map(({ teryt }) => ({
      role: 'official' as const,
      teryt,
      teamId: null,
      organisationName: null,
    })),
  };
  const { id, slug } = await db.consultation.findFirstOrThrow({
    where: { title: 'Zasady konsultacji z mieszkańcami' },
  });
  const { groups, suggestions } = await loadOfficeGroups(db, { viewer, slug });
  expect(groups).toMatchObject([{ number: 1, members: 2, open: 2 }]);
  expect(suggestions).toMatchObject([{ group: 1, members: [{ number: 17 }] }]);
  expect(
    (await db.rulingDraft.findMany({ where: { consultationId: id }, orderBy: { id: 'asc' } })).map(
      ({ state }) => state,
    ),
  ).toEqual(['waiting', 'draft']);
  expect(await db.remark.count({ where: { consultationId: id, assignedToId: { not: null } } })).toBe(4);
  const versions = await listVersions(db, id);
  const dawn = new Date(Date.now() - 36 * 3_600_000);
  expect(versions.filter(({ kind }) => kind === 'ruling').map(({ createdAt }) => new Date(createdAt) < dawn)).toEqual([
    true,
    true,
    true,
  ]);
  const rulings = await db.ruling.findMany({ select: { madeAt: true, remark: { select: { filedAt: true } } } });
  for (const { madeAt, remark } of rulings) expect(madeAt.getTime()).toBeGreaterThan(remark.filedAt.getTime());
});

/** The files of every released edition, each edition in a folder of its own, as an outsider downloads them. */
async function downloadEditions(): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'editions-'));
  const editions = await listIssues(db);
  return Promise.all(
    editions.map(async ({ manifest }) => {
      const { slug } = manifest.edition;
      const put = (name: string, content: string | Uint8Array) => {
        const path = join(folder, `${slug}-${name}`);
        writeFileSync(path, content);
        return path;
      };
      const cards = manifest.municipalities.map(async ({ teryt }) =>
        put(`${teryt}.json`, canonicalJson((await getScorecard(db, { slug, teryt })).document)),
      );
      const codings = manifest.files['codings.json'] ? [await getEditionFile(db, { slug, path: 'codings.json' })] : [];
      return [
        put('edition.json', canonicalJson(manifest)),
        ...codings.map(({ body }) => put('codings.json', body)),
        ...(await Promise.all(cards)),
      ];
    }),
  );
}

test('an outsider computes every published figure again, in JavaScript and in Python, and finds a changed one', async () => {
  const editions = await downloadEditions();
  expect(editions.length).toBeGreaterThan(1);
  const hasPython = spawnSync('python3', ['--version']).status === 0;
  const programs = [
    [process.execPath, 'public/recompute.mjs'],
    ...(hasPython ? [['python3', 'public/recompute.py']] : []),
  ];
  for (const [program = '', file = ''] of programs) {
    for (const files of editions) {
      const { stdout, stderr, status } = spawnSync(program, [file, ...files], { encoding: 'utf8' });
      expect([stderr, stdout]).toEqual(['', expect.stringMatching(/^\d{3,} figures computed again, 0 differ\n$/)]);
      expect(status).toBe(0);
    }
    const [table = '', ...others] = editions[0] ?? [];
    const changed = `${table}.changed`;
    const manifest = JSON.parse(readFileSync(table, 'utf8')) as EditionManifest;
    const standing = manifest.municipalities.find((row) => row.standing !== null)?.standing;
    if (standing) standing.top10 = 0.123;
    writeFileSync(changed, JSON.stringify(manifest));
    const found = spawnSync(program, [file, changed, ...others], { encoding: 'utf8' });
    expect([found.status, found.stdout]).toEqual([1, expect.stringContaining('standing.top10: published 0.123')]);
  }
  // Where there is no Python only half is shown, and that is said.
  if (!hasPython) console.info('python3 is missing: public/recompute.py was not run');
}, 120_000);

test('everything the demonstration wrote agrees with the seals of its transaction', async () => {
  const { differences } = await verifyRecord(db);
  expect(differences).toEqual([]);
});

/** Everything of the report as it would be printed now, and the text in all its versions. */
async function printed(from: typeof db) {
  const found = [];
  for (const { id, slug, version } of await from.consultation.findMany({ orderBy: { id: 'asc' } })) {
    const report = await openReport(from, { slug, number: null, live: true, now: new Date('2027-01-01') });
    const closed = await from.report.findMany({
      where: { consultationId: id },
      orderBy: { number: 'asc' },
      select: { number: true, json: true, hash: true },
    });
    found.push({
      slug,
      head: { ...report.head, madeAt: null },
      lines: await allOf(report),
      closed,
      versions: await listVersions(from, id),
      text: (await loadDraft(from, { slug }, version)).units.map(({ text }) => text),
    });
  }
  return JSON.parse(JSON.stringify(found)) as unknown;
}

test(
  'archives of all its municipalities, put in elsewhere, give the same reports with the same people, and verify agrees there',
  { timeout: 240_000 },
  async () => {
    const { slug, teryt, id } = await db.consultation.findFirstOrThrow({
      where: { title: 'Zasady konsultacji z mieszkańcami' },
    });
    const {
      id: userId,
      email,
      displayName,
    } = await db.user.findFirstOrThrow({ where: { email: 'urzad@jurowice.example' } });
    const viewer = {
      id: userId,
      email,
      displayName,
      verified: true,
      grants: [{ role: 'official' as const, teryt, teamId: null, organisationName: null }],
    };
    // One person wrote with the name and without it, and the words of an accepted amendment were covered.
    await transaction(db, async (tx) => {
      const [one, two] = await tx.filing.findMany({
        where: { consultationId: id, organisation: null, authorId: { not: null } },
        orderBy: { number: 'asc' },
        take: 2,
      });
      await tx.filing.update({ where: { id: one!.id }, data: { authorName: 'Anna Zielińska' } });
      await tx.filing.update({ where: { id: two!.id }, data: { authorName: '', authorId: one!.authorId } });
      await tx.remark.updateMany({ where: { filingId: one!.id }, data: { authorName: 'Anna Zielińska' } });
      await tx.remark.updateMany({ where: { filingId: two!.id }, data: { authorName: '', authorId: one!.authorId } });
      const points = await tx.remark.findMany({ where: { filingId: two!.id }, select: { id: true } });
      await tx.event.updateMany({
        where: { kind: 'remark-filed', subjectId: { in: points.map((each) => each.id) } },
        data: { actorId: one!.authorId },
      });
    });
    const ruling = await db.ruling.findFirstOrThrow({
      where: { consultationId: id, resultVersion: { not: null } },
      include: { remark: { include: { operations: true } } },
    });
    const words = ruling.remark.operations.find(({ after }) => after)?.after ?? '';
    expect(
      await coverInRemark(db, { viewer, slug, number: ruling.remark.number, words, note: 'Sprawdzenie.' }),
    ).toMatchObject({ ok: true });
    expect((await verifyTexts(db)).flatMap(({ differences }) => differences)).toEqual([]);
    const municipalities = await db.municipality.findMany({
      where: { OR: [{ isDemo: true }, { teryt }] },
      select: { teryt: true },
    });
    for (const each of municipalities)
      expect(await putInArchive(elsewhere, await makeArchive(db, each))).toMatchObject({ ok: true });
    expect(await printed(elsewhere)).toEqual(await printed(db));
    const said = await runCommand(elsewhere, { words: ['verify'], file: null });
    expect(said.text).not.toContain('DIFFERS');
    expect(said.text).toMatch(/not proved again here: (Version|Report|UnifiedText) /);
    expect(said.code).toBe(0);
    for (const each of municipalities) {
      const [first, second] = [await makeArchive(db, each), await makeArchive(elsewhere, each)];
      const changed = [...first.files]
        .filter(([path, content]) => second.files.get(path) !== content)
        .map(([path]) => path);
      expect(
        changed.filter(
          (path) => !['data/Edition.json', 'data/Methodology.json', 'data/RecordLink.json'].includes(path),
        ),
      ).toEqual([]);
    }
  },
);

test('the demonstration is removed wholly, not before it is confirmed, and not while somebody real depends on it', async () => {
  const real = await db.user.create({
    data: { email: 'real@example.org', displayName: 'Prawdziwa Osoba', passwordHash: '-' },
  });
  await db.municipality.create({
    data: {
      teryt: '0201011',
      name: 'Bolesławiec',
      kind: 'urban',
      county: 'bolesławiecki',
      voivodeship: 'dolnośląskie',
      searchKey: 'boleslawiec',
      stateOn: '2023-01-01',
    },
  });
  const remark = await db.remark.findFirstOrThrow({});
  await db.support.create({
    data: { remarkId: remark.id, userId: real.id, consultationId: remark.consultationId, teryt: remark.teryt },
  });
  const refused = await removeDemo(db, { confirmed: true });
  expect(refused).toMatchObject({
    code: 2,
    text: expect.stringContaining('real data depends on the demonstration: Support 1;'),
  });
  await db.support.deleteMany({ where: { userId: real.id } });
  const told = await removeDemo(db, { confirmed: false });
  expect(told.text).toMatch(/^It would remove .*Consultation 2, .*Remark \d+/);
  expect(await db.consultation.count()).toBe(2);
  expect((await removeDemo(db, { confirmed: true })).text).toBe(
    told.text.split('\n')[0]!.replace('It would remove', 'Removed:'),
  );
  expect(
    await Promise.all([
      db.consultation.count(),
      db.edition.count(),
      db.remark.count(),
      db.event.count({ where: { kind: { not: 'demo.removed' } } }),
      db.mailMessage.count(),
      db.storedFile.count(),
      db.team.count(),
      db.version.count(),
    ]),
  ).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  expect([await db.user.count(), await db.municipality.count()]).toEqual([1, 1]);
  expect((await removeDemo(db, { confirmed: true })).text).toBe('There is no demonstration set here.');
  // Nobody uses the database any more, and yet a start does not bring the demonstration back by itself.
  await db.user.deleteMany({});
  expect([
    await isUnused(db),
    await awaitsDemo(db, {}),
    await awaitsDemo(db, { PARAGRAF_DEMO: 'yes' }),
    await awaitsDemo(db, { DATABASE_URL: 'postgres://x' }),
  ]).toEqual([true, false, true, false]);
  expect((await verifyRecord(db)).differences).toEqual([]);
});
