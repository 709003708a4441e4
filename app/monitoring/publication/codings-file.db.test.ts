import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { nothingCovered } from '#app/record/covered/covered-rows.server.ts';
import { makeFieldTeam } from '#tests/fixtures/field-team.ts';
import { exampleAnswers } from '#tests/fixtures/monitoring-team.ts';
import { publishedEdition } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { getEditionFile, getPublishedEdition, getScorecard } from '../access/edition-queries.server.ts';
import { adjudicate } from '../fieldwork/adjudicate.server.ts';
import { handIn } from '../fieldwork/hand-in.server.ts';
import { previewPublication } from './preview-publication.server.ts';
import { publishEdition } from './publish-edition.server.ts';
import { saveCodings } from '../fieldwork/save-codings.server.ts';
import { codingsCsvw } from '../standards/csvw.ts';
import { datasetNode } from '../standards/dcat.ts';
import type { CodingsDocument } from './codings-file.ts';
import { verifyEdition } from './verify-edition.server.ts';

const db = await testDb();
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Every question answered twice; the two differ about T01 alone, and a reviewer decided for the first. */
async function releasedTwice() {
  const team = await makeFieldTeam(db);
  const { slug, teryt, methodology, member, second, reviewer, lead } = team;
  const answers = exampleAnswers(methodology).map((each) => ({ ...each, at: new Date('2026-02-01T10:00:00Z') }));
  for (const viewer of [member, second]) {
    const own = answers.map((each) =>
      viewer === second && each.indicator === 'T01' ? { ...each, level: 1, reason: '=HYPERLINK("https://x")' } : each,
    );
    expect(await saveCodings(db, { viewer, slug, teryt, answers: own })).toMatchObject({ ok: true });
    for (const { id: area } of methodology.areas)
      expect(await handIn(db, { viewer, slug, teryt, area })).toMatchObject({ ok: true });
  }
  expect(
    await adjudicate(db, {
      viewer: reviewer,
      slug,
      teryt,
      indicator: 'T01',
      state: 'scored',
      level: 2,
      reason: 'Nagranie jest.',
    }),
  ).toEqual({ ok: true });
  const { stamp } = await previewPublication(db, { viewer: lead, slug });
  expect(await publishEdition(db, { viewer: lead, slug, stamp, now: new Date('2026-03-01T09:00:00Z') })).toMatchObject({
    ok: true,
  });
  return { ...team, count: answers.length };
}

test('both raw codings are two files of the edition, named in its manifest and its catalogue record, with TERYT on every row', async () => {
  const { slug, teryt, member, second, reviewer, count } = await releasedTwice();
  const { manifest, manifestHash } = await getPublishedEdition(db, { slug });
  const [csv, json] = [
    await getEditionFile(db, { slug, path: 'codings.csv' }),
    await getEditionFile(db, { slug, path: 'codings.json' }),
  ];
  expect([sha(csv.body), sha(json.body)]).toEqual([manifest.files['codings.csv'], manifest.files['codings.json']]);
  const rows = parse(Buffer.from(csv.body), { bom: true, columns: true }) as Record<string, string>[];
  expect(rows).toHaveLength(2 * count);
  expect(new Set(rows.map((row) => row.teryt))).toEqual(new Set([teryt]));
  expect(rows.filter((row) => row.indicator === 'T01')).toMatchObject([
    {
      coding: '1',
      coder: member.displayName,
      level: '2',
      equal: 'no',
      adjudicated_level: '2',
      adjudication_reason: 'Nagranie jest.',
      adjudicator: reviewer.displayName,
    },
    { coding: '2', coder: second.displayName, level: '1', equal: 'no', reason: '\'=HYPERLINK("https://x")' },
  ]);
  expect(rows.find((row) => row.indicator === 'T02')).toMatchObject({
    equal: 'yes',
    adjudicated_level: '',
    adjudicator: '',
  });
  const document = JSON.parse(Buffer.from(json.body).toString('utf8')) as CodingsDocument;
  expect(
    document.cells
      .find((cell) => cell.indicator === 'T01')
      ?.codings.map((coding) => [coding.level, coding.evidence.length > 0]),
  ).toEqual([
    [2, true],
    [1, true],
  ]);
  const described = codingsCsvw({ manifest, covered: nothingCovered }, 'en') as {
    tableSchema: { columns: { name: string; required?: boolean }[] };
  };
  expect(described.tableSchema.columns.map((column) => column.name)).toEqual(Object.keys(rows[0] ?? {}));
  for (const { name } of described.tableSchema.columns.filter((column) => column.required))
    expect(
      rows.every((row) => row[name] !== ''),
      name,
    ).toBe(true);
  const files = datasetNode({ manifest, manifestHash, covered: nothingCovered }, (path) => `https://x.example${path}`)[
    'dcat:distribution'
  ] as Record<string, unknown>[];
  expect(files.map((file) => file['dcat:downloadURL'])).toContainEqual({
    '@id': `https://x.example/oceny/${slug}/kodowania.csv`,
  });
});

test('handing in leaves the day of the answer as it was', async () => {
  const { slug, teryt } = await releasedTwice();
  const { document } = await getScorecard(db, { slug, teryt });
  expect(new Set(document.indicators.flatMap((each) => each.codedAt ?? []))).toEqual(
    new Set(['2026-02-01T10:00:00.000Z']),
  );
});

test('the check of editions makes the file again from the stored codings', async () => {
  const { slug, editionId } = await releasedTwice();
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([]);
  const { fieldwork } = await db.edition.findUniqueOrThrow({ where: { id: editionId }, select: { fieldwork: true } });
  // A note in the evidence is on no card: only this file would tell.
  const changed = JSON.stringify(fieldwork).replace('"note":""', '"note":"dopisane"');
  await db.edition.update({ where: { id: editionId }, data: { fieldwork: JSON.parse(changed) } });
  expect((await verifyEdition(db, { slug }))?.differences).toContainEqual(
    expect.stringMatching(/^issue 1, codings\.json: /),
  );
});

test('an edition in which one person answered each question has no such file', async () => {
  const { slug } = await publishedEdition(db);
  expect(
    Object.keys((await getPublishedEdition(db, { slug })).manifest.files).filter((path) => path.startsWith('codings')),
  ).toEqual([]);
  await expect(getEditionFile(db, { slug, path: 'codings.csv' })).rejects.toMatchObject({ code: 'not-found' });
});
