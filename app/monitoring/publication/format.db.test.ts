import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { exampleAnswers } from '#tests/fixtures/monitoring-team.ts';
import { codedEdition, units } from '#tests/fixtures/published-edition.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { saveCodings } from '../fieldwork/save-codings.server.ts';
import { getPublishedEdition, getScorecard } from '../access/edition-queries.server.ts';
import type { Score } from '../scoring/score.ts';
import { FORMATS, type EditionManifest, type ScorecardDocument } from '../cards/scorecard-document.ts';
import { buildIssue } from './build-issue.server.ts';
import { readEditionSource } from './edition-source.server.ts';
import { storeIssue } from './store-issue.server.ts';
import { verifyEdition } from './verify-edition.server.ts';

const db = await testDb();

/** Every score in a document: what has a display and a coverage. */
function scoresIn(value: unknown): Score[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'display' in value && 'coverage' in value ? [value as Score] : [];
  return [...own, ...Object.values(value).flatMap(scoresIn)];
}

/** A released edition whose third municipality has answers to a few questions only: a score there is, and too little behind it. */
async function published() {
  const edition = await codedEdition(db);
  const few = exampleAnswers(edition.methodology).slice(0, 3);
  const saved = await saveCodings(db, { viewer: edition.member, slug: edition.slug, teryt: units[2], answers: few });
  if (!saved.ok) throw new Error(saved.error.code);
  const result = await edition.release({ now: new Date('2026-03-01T09:00:00Z') });
  if (!result.ok) throw new Error(result.error.code);
  return edition;
}

test('no document of an edition gives a figure where it says that there is too little data', async () => {
  const { slug } = await published();
  const { manifest } = await getPublishedEdition(db, { slug });
  const cards = await Promise.all(units.map((teryt) => getScorecard(db, { slug, teryt })));
  const scores = [manifest, ...cards.map(({ document }) => document)].flatMap(scoresIn);
  const below = scores.filter(({ display }) => display === null);
  expect([below.length > 2, scores.length > below.length]).toEqual([true, true]);
  // Of three municipalities all are among the first ten and among the last.
  expect(manifest.municipalities[0]?.standing).toMatchObject({ of: 2, top10: null, bottom10: null });
  expect(below.map(({ exact, value }) => [exact, value])).toEqual(below.map(() => [null, null]));
  expect(scores.filter(({ display, value }) => display !== null && value === null)).toEqual([]);
  expect([manifest.schema, cards[0]?.document.schema]).toEqual(['paragraf-edition/6', 'paragraf-scorecard/6']);
});

test('an edition that was released with those figures is proved with them, and corrected as it was written', async () => {
  const { id, slug } = await published();
  const { source } = await readEditionSource(db, id);
  const older = buildIssue({ source: { ...source, format: 2 }, corrections: [], previous: null });
  expect(older.manifest.municipalities[0]?.standing?.top10).toBe(1);
  expect(
    older.cards.flatMap(({ document }) => scoresIn(document)).some((one) => one.display === null && one.value !== null),
  ).toBe(true);
  await db.$executeRaw`delete from "EditionIssue" where "editionId" = ${id}::uuid`;
  await db.$executeRaw`delete from "Scorecard" where "editionId" = ${id}::uuid`;
  await db.$executeRaw`delete from "EditionFile" where "editionId" = ${id}::uuid`;
  await storeIssue(db, id, older, null);
  // The line of the record names the manifest that this test put aside; everything else agrees.
  expect((await verifyEdition(db, { slug }))?.differences).toEqual([
    'release: the record says that another manifest was released',
  ]);
  const again = await readEditionSource(db, id);
  expect(again.source.format).toBe(2);
  expect(canonicalJson(buildIssue({ source: again.source, corrections: [], previous: null }).manifest)).toBe(
    canonicalJson(older.manifest),
  );
});

type Recompute = (files: { manifest: EditionManifest; cards: ScorecardDocument[] }) => {
  figures: number;
  differences: string[];
};

test('an outsider computes editions of every format again, and nothing is ranked where coders agreed too little', async () => {
  const { recompute } = (await import(pathToFileURL('public/recompute.mjs').href)) as { recompute: Recompute };
  const { id } = await published();
  const { source } = await readEditionSource(db, id);
  const [first, ...others] = source.record.reliability.areas;
  const alpha = { value: 0.4, from: 0.2, to: 0.5, reading: 'unreliable' as const };
  const unreliable = { ...first!, levels: { ...first!.levels, alpha, reason: null } };
  const disagreeing = {
    ...source,
    record: { ...source.record, reliability: { ...source.record.reliability, areas: [unreliable, ...others] } },
  };
  for (const [given, isRanked] of [
    [source, true],
    [disagreeing, false],
  ] as const)
    for (const format of FORMATS) {
      // As a file holds it: what is undefined is not there.
      const { manifest, cards } = JSON.parse(
        JSON.stringify(buildIssue({ source: { ...given, format }, corrections: [], previous: null })),
      ) as ReturnType<typeof buildIssue>;
      const documents = cards.map(({ document }) => document);
      expect([format, recompute({ manifest, cards: documents }).differences]).toEqual([format, []]);
      const expected = isRanked || format < 6;
      expect(manifest.municipalities.some(({ standing }) => standing !== null)).toBe(expected);
      expect(documents.some(({ neighbours }) => neighbours.length > 0)).toBe(expected);
      expect('uncertainty' in manifest).toBe(format >= 6);
    }
});
