import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { runCommand } from '#app/admin/run-command.server.ts';
import { correctAnswer } from '#tests/fixtures/correct-answer.ts';
import { codedEdition, publishedEdition, units } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { getEditionFile, getPublishedEdition, getScorecard } from '../access/edition-queries.server.ts';
import { declareTie } from '../fieldwork/declare-tie.server.ts';
import type { CorrectionInput } from './changes/propose-change.server.ts';
import { verifyEdition } from './verify-edition.server.ts';

const db = await testDb();
const [first, second, empty] = units;
const sha = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');

type Edition = Awaited<ReturnType<typeof publishedEdition>>;

/** T11 stands at level 0 in the worked example; level 2 was right. */
const correctionOf = ({ lead, reviewer, slug }: Edition, rest: Partial<CorrectionInput> = {}) => ({
  viewer: lead,
  second: reviewer,
  slug,
  teryt: first,
  indicator: 'T11',
  state: 'scored' as const,
  level: 2,
  requestedOn: null,
  note: 'Jest tekst ujednolicony.',
  evidence: [],
  reason: 'Przeoczono tekst ujednolicony.',
  againstIssue: 1,
  now: new Date('2026-04-02T10:00:00Z'),
  ...rest,
});

test('a correction makes the next issue with old value, new value and reason, and the issue before keeps its bytes', async () => {
  const edition = await publishedEdition(db);
  const { slug, manifestHash } = edition;
  const before = await getScorecard(db, { slug, teryt: first });
  expect(await correctAnswer(db, correctionOf(edition))).toEqual({ ok: true, issue: 2, reissued: 2 });
  const after = await getScorecard(db, { slug, teryt: first });
  expect(after.document.corrections).toEqual([
    {
      issue: 2,
      teryt: first,
      name: `Gmina ${first}`,
      indicator: 'T11',
      reason: 'Przeoczono tekst ujednolicony.',
      madeAt: '2026-04-02T10:00:00.000Z',
      madeBy: 'lead',
      approvedBy: 'reviewer',
      before: { state: 'scored', level: 0 },
      after: { state: 'scored', level: 2 },
      total: { before: '49.5', after: after.document.total.display },
    },
  ]);
  expect(Number(after.document.total.display)).toBeGreaterThan(49.5);
  const old = await getScorecard(db, { slug, teryt: first, issue: 1 });
  expect([canonicalJson(old.document), old.hash, old.shown]).toEqual([
    canonicalJson(before.document),
    before.hash,
    { issue: 1, newest: 2, embargoUntil: null },
  ]);
  const newest = await getPublishedEdition(db, { slug });
  expect(newest.manifest).toMatchObject({ issue: 2, previous: manifestHash });
  await expect(getScorecard(db, { slug, teryt: first, issue: 3 })).rejects.toMatchObject({ code: 'not-found' });
  expect(await edition.events()).toEqual(['edition-published', 'edition-change-proposed', 'edition-corrected']);
});

test('a card that a correction does not touch keeps its issue; one whose rank moves is issued anew', async () => {
  const edition = await publishedEdition(db);
  await correctAnswer(db, correctionOf(edition));
  const issueOf = async (teryt: string) => (await getScorecard(db, { slug: edition.slug, teryt })).document.issue;
  expect([await issueOf(first), await issueOf(second), await issueOf(empty)]).toEqual([2, 2, 1]);
  expect((await getScorecard(db, { slug: edition.slug, teryt: second })).document.corrections).toEqual([]);
});

test('the manifest of every issue names each file with the hash of its very bytes', async () => {
  const edition = await publishedEdition(db);
  const { slug } = edition;
  await correctAnswer(db, correctionOf(edition));
  for (const issue of [1, 2]) {
    const { manifest, manifestHash } = await getPublishedEdition(db, { slug, issue });
    expect(sha(canonicalJson(manifest))).toBe(manifestHash);
    expect(Object.keys(manifest.files).sort()).toEqual(
      [
        'edition.csv',
        'edition.en.svg',
        'edition.pl.svg',
        ...units.flatMap((teryt) => ['en.csv', 'en.svg', 'json', 'pl.csv', 'pl.svg'].map((end) => `${teryt}.${end}`)),
      ].sort(),
    );
    for (const [path, hash] of Object.entries(manifest.files)) {
      const body = path.endsWith('.json')
        ? canonicalJson((await getScorecard(db, { slug, teryt: path.slice(0, 7), issue })).document)
        : (await getEditionFile(db, { slug, path, issue })).body;
      expect(sha(body), `${issue} ${path}`).toBe(hash);
    }
  }
});

test('corrections that say nothing, lack evidence or speak of another issue are refused and leave nothing behind', async () => {
  const edition = await publishedEdition(db);
  const refusal = async (rest: Partial<CorrectionInput>) => {
    const result = await correctAnswer(db, correctionOf(edition, rest));
    return result.ok ? 'ok' : result.error.code;
  };
  const same = (await getScorecard(db, { slug: edition.slug, teryt: first })).document.indicators.find(
    (each) => each.id === 'T11',
  );
  expect(await refusal({ level: 0, note: same?.reason ?? '' })).toBe('unchanged');
  expect(await refusal({ againstIssue: 2 })).toBe('conflict');
  expect(await refusal({ teryt: empty })).toBe('evidence-missing');
  expect(await refusal({ level: 7 })).toBe('level-unknown');
  expect(await refusal({ state: 'withheld', level: null })).toBe('request-date-missing');
  expect(await refusal({ state: 'not_applicable', level: null })).toBe('always-applies');
  await expect(correctAnswer(db, correctionOf(edition, { viewer: edition.member }))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(correctAnswer(db, correctionOf(edition, { teryt: '0201011' }))).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await db.correction.count({ where: { editionId: edition.id } })).toBe(0);
  expect(await edition.events()).toEqual(['edition-published']);
});

test('who declared a tie with a municipality corrects nothing in it', async () => {
  const edition = await publishedEdition(db);
  await declareTie(db, {
    viewer: edition.lead,
    teryt: first,
    kind: 'contractor',
    words: 'Moja firma sprząta tam szkoły.',
    since: null,
    until: null,
  });
  expect(await correctAnswer(db, correctionOf(edition))).toEqual({ ok: false, error: { code: 'tie' } });
  expect(await correctAnswer(db, correctionOf(edition, { teryt: second }))).toMatchObject({ ok: true });
});

test('before its hour an edition is not corrected', async () => {
  const edition = await codedEdition(db);
  await edition.release({ releaseAt: new Date('2031-05-05T10:00:00Z'), now: new Date('2031-05-05T08:00:00Z') });
  const result = await correctAnswer(
    db,
    correctionOf({ ...edition, manifestHash: '' }, { now: new Date('2031-05-05T09:59:59Z') }),
  );
  expect(result).toEqual({ ok: false, error: { code: 'not-public' } });
});

test('an answer can be corrected twice, and each step stays', async () => {
  const edition = await publishedEdition(db);
  await correctAnswer(db, correctionOf(edition));
  expect(
    await correctAnswer(
      db,
      correctionOf(edition, { level: 1, againstIssue: 2, reason: 'Tekst obejmował tylko część uchwał.' }),
    ),
  ).toMatchObject({ ok: true, issue: 3 });
  const { corrections } = (await getScorecard(db, { slug: edition.slug, teryt: first })).document;
  expect(corrections.map(({ before, after }) => [before.level, after.level])).toEqual([
    [0, 2],
    [2, 1],
  ]);
  expect((await verifyEdition(db, { slug: edition.slug }))?.differences).toEqual([]);
});

test('verify agrees with what was released, also after a municipality got another name', async () => {
  const edition = await publishedEdition(db);
  await correctAnswer(db, correctionOf(edition));
  await db.municipality.update({ where: { teryt: first }, data: { population: 9999 } });
  expect(await verifyEdition(db, { slug: edition.slug })).toMatchObject({ issues: 2, scorecards: 5, differences: [] });
  expect(await runCommand(db, { words: ['verify', edition.slug], file: null })).toMatchObject({
    code: 0,
    text: expect.stringMatching(/agrees \(2 issues, .* 5 scorecards computed again\)/) as string,
  });
});

test('verify names a changed answer, a changed file, a changed card and a broken chain, and ends with code 1', async () => {
  const edition = await publishedEdition(db);
  const { slug, id } = edition;
  await correctAnswer(db, correctionOf(edition));
  const differences = async () => (await verifyEdition(db, { slug }))?.differences ?? [];
  const coding = await db.coding.findFirstOrThrow({ where: { editionId: id, teryt: second, indicator: 'T01' } });
  await db.coding.update({ where: { id: coding.id }, data: { level: 0 } });
  expect(await differences()).toContainEqual(
    expect.stringMatching(new RegExp(`^issue 1, ${second}\\.json: computed again, .* is `)),
  );
  await db.coding.update({ where: { id: coding.id }, data: { level: coding.level, updatedAt: coding.updatedAt } });
  expect(await differences()).toEqual([]);
  await db.editionFile.updateMany({
    where: { editionId: id, path: 'edition.csv', issue: 1 },
    data: { body: new TextEncoder().encode('teryt\n') },
  });
  expect(await differences()).toEqual([
    expect.stringContaining('edition.csv: the stored file'),
    expect.stringMatching(/^issue 1, edition\.csv: SHA-256 is /),
  ]);
  await db.editionFile.deleteMany({ where: { editionId: id, path: 'edition.csv', issue: 1 } });
  expect(await differences()).toEqual(['issue 1, edition.csv: the manifest names it, but it is not there']);
  await db.editionIssue.updateMany({ where: { editionId: id, issue: 2 }, data: { manifestHash: 'f'.repeat(64) } });
  expect(await differences()).toContain('issue 2, manifest: it is not the one that was hashed');
  expect(await runCommand(db, { words: ['verify'], file: null })).toMatchObject({
    code: 1,
    text: expect.stringContaining(`${slug}: DIFFERS in 2 places`) as string,
  });
  expect(await runCommand(db, { words: ['verify', 'nie-ma'], file: null })).toMatchObject({ code: 2 });
});
