import { expect, test } from 'vitest';
import { verifyRecord } from '#app/db/record/verify-record.server.ts';
import { getEditionFile, getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { cancelRelease } from '#app/monitoring/publication/cancel-release.server.ts';
import { correctAnswer } from '#tests/fixtures/correct-answer.ts';
import { verifyEdition } from '#app/monitoring/publication/verify-edition.server.ts';
import { codedEdition, units } from '#tests/fixtures/published-edition.ts';
import { coverIn, placesWith } from '#tests/setup/cover-words.ts';
import { makePerson } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { loadEditionTexts } from './edition-texts.server.ts';
import { redactText } from './redact-text.server.ts';
import { loadRedactionPage } from './redaction-page.server.ts';
import { undoRedaction } from './undo-redaction.server.ts';

const db = await testDb();
const canary = 'Kos „Kwiczoł” & "Syn"';
const admin = await makePerson(db, 'Adam', { role: 'admin' });
const edition = await codedEdition(db);
const { slug, lead, member } = edition;
const [teryt] = units;
const coding = await db.coding.findFirstOrThrow({
  where: { editionId: edition.id, teryt, evidence: { some: {} } },
  include: { evidence: true },
});
const [evidence] = coding.evidence;
await db.coding.update({ where: { id: coding.id }, data: { reason: `Powiedział nam ${canary}, osobiście.` } });
await db.codingSave.updateMany({
  where: { codingId: coding.id, revision: coding.revision },
  data: { reason: `Powiedział nam ${canary}, osobiście.` },
});
await db.evidence.update({
  where: { id: evidence!.id },
  data: {
    note: `Rozmowa: ${canary}`,
    fileName: `${canary}.pdf`,
    fileHash: 'a'.repeat(64),
    fileType: 'application/pdf',
    fileSize: 3,
  },
});
const released = await edition.release({ now: new Date('2026-03-01T09:00:00Z') });
if (!released.ok) throw new Error(released.error.code);

const files = async () =>
  Promise.all(
    (await db.editionFile.findMany({ where: { editionId: edition.id }, select: { path: true } })).map(
      async ({ path }) => new TextDecoder().decode((await getEditionFile(db, { slug, path })).body),
    ),
  );

test('words of an answer and its evidence leave every card, file and earlier state, and the hashes are of what is kept', async () => {
  expect(await placesWith(db, canary)).not.toEqual([]);
  const before = await getScorecard(db, { slug, teryt });
  const covered = await coverIn(db, { type: 'coding', id: coding.id }, { viewer: lead, words: canary });
  expect(covered).toMatchObject({ ok: true });
  expect(await coverIn(db, { type: 'evidence', id: evidence!.id }, { viewer: admin, words: canary })).toMatchObject({
    ok: true,
  });
  expect(await placesWith(db, 'Kwiczoł')).toEqual([]);
  const after = await getScorecard(db, { slug, teryt });
  expect(JSON.stringify(after.document)).toMatch(/Powiedział nam \[zasłonięto: dane osobowe/);
  expect(after.hash).toBe(before.hash);
  for (const file of await files()) expect(file).not.toContain('Kwiczoł');
  expect(await verifyEdition(db, { slug })).toMatchObject({ differences: [] });
  expect(
    (await verifyRecord(db)).differences.filter((line) => !/^(Coding|Evidence|CodingSave|Team) /.test(line)),
  ).toEqual([]);
});

test('a correction makes the next issue of the words as they were, covered in it, too', async () => {
  const other = await db.coding.findFirstOrThrow({
    where: { editionId: edition.id, teryt, state: 'scored', level: { gt: 0 }, id: { not: coding.id } },
  });
  const corrected = await correctAnswer(db, {
    second: edition.reviewer,
    viewer: lead,
    slug,
    teryt,
    indicator: other.indicator,
    state: 'scored',
    level: 0,
    requestedOn: null,
    note: 'Inaczej.',
    evidence: [{ url: 'https://example.org/x', place: '', note: '' }],
    reason: 'Źle policzono.',
    againstIssue: 1,
  });
  expect(corrected).toMatchObject({ ok: true, issue: 2 });
  expect(await placesWith(db, 'Kwiczoł')).toEqual([]);
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
});

test('only the lead and an administrator may cover, and what is covered as a whole hides its file', async () => {
  for (const viewer of [member, edition.outsider])
    await expect(loadRedactionPage(db, { viewer, type: 'coding', id: coding.id })).rejects.toMatchObject({
      code: 'not-found',
    });
  const list = await loadEditionTexts(db, { viewer: lead, slug, teryt });
  expect([list.acts.length, list.texts.filter(({ id }) => id === coding.id || id === evidence!.id).length]).toEqual([
    2, 2,
  ]);
  await expect(loadEditionTexts(db, { viewer: member, slug, teryt })).rejects.toMatchObject({ code: 'not-found' });
  const { stamp } = await loadRedactionPage(db, { viewer: lead, type: 'evidence', id: evidence!.id });
  expect(
    await redactText(db, {
      viewer: lead,
      type: 'evidence',
      id: evidence!.id,
      stamp,
      typed: {},
      isWhole: true,
      ground: 'unlawful',
      note: 'Groźby.',
    }),
  ).toMatchObject({ ok: true });
  expect((await db.evidence.findUniqueOrThrow({ where: { id: evidence!.id } })).fileName).toMatch(
    /^\[zasłonięto: treść bezprawna/,
  );
});

test('before the release words are covered in drafts of answers, too, and a release, a cancelled one and the next hold none of them', async () => {
  const coming = await codedEdition(db);
  const {
    id,
    evidence: [source],
  } = await db.coding.findFirstOrThrow({
    where: { editionId: coming.id, teryt, evidence: { some: {} } },
    include: { evidence: true },
  });
  const words = 'Pleszka Zwyczajna';
  await db.coding.update({ where: { id }, data: { reason: `Powiedziała ${words}.` } });
  await db.codingSave.updateMany({ where: { codingId: id }, data: { reason: `Powiedziała ${words}.` } });
  await db.evidence.update({ where: { id: source!.id }, data: { note: `Rozmowa: ${words}` } });
  for (const viewer of [coming.member, lead])
    await expect(loadRedactionPage(db, { viewer, type: 'coding', id })).rejects.toMatchObject({ code: 'not-found' });
  for (const [type, row] of [
    ['coding', id],
    ['evidence', source!.id],
  ] as const)
    expect(await coverIn(db, { type, id: row }, { viewer: coming.lead, words })).toMatchObject({ ok: true });
  expect(await placesWith(db, words)).toEqual([]);
  const hour = new Date(Date.now() + 3_600_000);
  expect(await coming.release({ releaseAt: hour })).toMatchObject({ ok: true });
  expect(await placesWith(db, words)).toEqual([]);
  expect((await verifyEdition(db, { slug: coming.slug }))?.differences).toEqual([]);
  expect(await cancelRelease(db, { viewer: coming.lead, slug: coming.slug, shown: hour.toISOString() })).toEqual({
    ok: true,
  });
  expect(
    await db.coveredText.count({
      where: {
        tableName: { in: ['Scorecard', 'EditionFile', 'EditionIssue'] },
        rowId: { notIn: (await db.scorecard.findMany({ select: { id: true } })).map((row) => row.id) },
      },
    }),
  ).toBe(await coveredFilesOf(edition.id));
  expect(await coming.release({ now: new Date('2026-03-01T09:00:00Z') })).toMatchObject({ ok: true });
  expect(await placesWith(db, words)).toEqual([]);
  const card = await getScorecard(db, { slug: coming.slug, teryt });
  expect(JSON.stringify(card.document)).toMatch(/Powiedziała \[zasłonięto: dane osobowe/);
  expect(card.isCovered).toBe(true);
  expect((await verifyEdition(db, { slug: coming.slug }))?.differences).toEqual([]);
});

/** Files and manifests of an edition that words are covered in. */
async function coveredFilesOf(editionId: string): Promise<number> {
  const ids = [
    ...(await db.editionFile.findMany({ where: { editionId }, select: { id: true } })),
    ...(await db.editionIssue.findMany({ where: { editionId }, select: { id: true } })),
  ].map((row) => row.id);
  return db.coveredText.count({ where: { rowId: { in: ids } } });
}

test('a lead who may be the second coder covers nothing of a blind coding before both are handed in', async () => {
  const blind = await codedEdition(db);
  await db.edition.update({ where: { id: blind.id }, data: { doubleShare: 20 } });
  const { id } = await db.coding.findFirstOrThrow({ where: { editionId: blind.id, teryt } });
  await expect(loadRedactionPage(db, { viewer: blind.lead, type: 'coding', id })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await loadEditionTexts(db, { viewer: blind.lead, slug: blind.slug, teryt })).texts).toEqual([]);
  // Nobody of the team: no hint for a coder.
  expect(await loadRedactionPage(db, { viewer: admin, type: 'coding', id })).toMatchObject({ type: 'coding' });
});

test('words that are shown again stand in cards and files as they were released, byte for byte', async () => {
  const act = await db.redaction.findFirstOrThrow({ where: { subjectType: 'coding', undoneAt: null } });
  const hide = await db.redaction.findFirstOrThrow({ where: { subjectType: 'evidence', undoneAt: null } });
  expect(
    await undoRedaction(db, { viewer: lead, type: 'coding', id: coding.id, redactionId: act.id, reason: 'Zgoda.' }),
  ).toMatchObject({ ok: true });
  expect(
    await undoRedaction(db, {
      viewer: lead,
      type: 'evidence',
      id: evidence!.id,
      redactionId: hide.id,
      reason: 'Zgoda.',
    }),
  ).toMatchObject({ ok: true });
  expect(
    await db.coveredText.count({
      where: {
        teryt,
        rowId: {
          in: (await db.scorecard.findMany({ where: { editionId: edition.id }, select: { id: true } })).map(
            (row) => row.id,
          ),
        },
      },
    }),
  ).toBe(0);
  expect(await coveredFilesOf(edition.id)).toBe(0);
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
  expect(JSON.stringify((await getScorecard(db, { slug, teryt })).document)).toContain('Kwiczoł');
});
