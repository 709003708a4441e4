import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import { boardTable } from '#app/boards/board-files.ts';
import { boardContent } from '#app/boards/board-view.ts';
import { exportRemarks } from '#app/drafting/exchange/export-remarks.server.ts';
import { clockCsv, municipalityClockCsv } from '#app/drafting/course/clock/clock-data.server.ts';
import { redlinePage } from '#app/drafting/acts/redline-page.server.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { reportCsv } from '#app/drafting/report/report-csv.server.ts';
import { wasIsTable } from '#app/drafting/acts/was-is-csv.ts';
import { guardedText } from '#app/publishing/csv/formula-guard.ts';
import { toCsv, toExcelCsv } from '#app/publishing/csv/write-csv.ts';
import { translate, type Translate } from '#app/i18n/translate.ts';
import { editionCsv, scorecardCsv } from '#app/monitoring/cards/csv.ts';
import { getEditionFile, getPublishedEdition, getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { EXCHANGE_COLUMNS, exchangeTable, type ExchangeRow } from '#app/monitoring/fieldwork/exchange.ts';
import { handIn } from '#app/monitoring/fieldwork/hand-in.server.ts';
import { methodologyCsv } from '#app/monitoring/methodology/methodology-csv.ts';
import { previewPublication } from '#app/monitoring/publication/preview-publication.server.ts';
import { publishEdition } from '#app/monitoring/publication/publish-edition.server.ts';
import { codingsCsv, type CodingsDocument } from '#app/monitoring/publication/codings-file.ts';
import { indicatorTable } from '#app/monitoring/cards/indicator-csv.ts';
import { editionVariants } from '#app/monitoring/compare/edition-variants.ts';
import { variantsTable } from '#app/monitoring/compare/variants-csv.ts';
import { readerCsv } from '#app/monitoring/compare/reader-csv.ts';
import { saveCodings } from '#app/monitoring/fieldwork/save-codings.server.ts';
import { codesCsv } from '#app/surveys/codes-page.server.ts';
import { makeCodes } from '#app/surveys/make-codes.server.ts';
import { resultsCsv } from '#app/surveys/results-files.server.ts';
import { makeFieldTeam } from '#tests/fixtures/field-team.ts';
import { exampleAnswers } from '#tests/fixtures/monitoring-team.ts';
import { makeSurvey } from '#tests/fixtures/survey.ts';
import { codes, decide, filed, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { isFormula, nastyWords } from '#tests/setup/nasty-cells.ts';
import { testDb } from '#tests/setup/test-db.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { routeFiles } from '../../scripts/route-files.mjs';

const db = await testDb();
const slug = 'tabele';
const now = new Date('2026-11-29T12:00:00Z');
const t: Translate = (key, ...params) => translate('pl', key, ...params);
const nasty = nastyWords.join(' | ');
let edition = { slug: '', teryt: '' };
let survey = { id: '', slug: '' };
let office: Viewer;

/** Fields that people fill in, wherever they stand in a document. */
const wordFields = new Set([
  'name',
  'title',
  'pl',
  'en',
  'reason',
  'note',
  'url',
  'coder',
  'by',
  'county',
  'voivodeship',
  'kind',
  'text',
  'municipality',
  'words',
]);
const nastify = <T>(value: T, key = ''): T => {
  if (typeof value === 'string') return (wordFields.has(key) ? nasty : value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => nastify(each, key)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, nastify(each, name)])) as T;
};

beforeAll(async () => {
  const { id, official } = await makeConsultation(db, slug);
  office = official;
  survey = await makeSurvey(db, {
    viewer: official,
    // What fits into the words of a choice.
    words: nastyWords.join('|').slice(0, 190),
    answeredBy: 'code',
    answers: 6,
    opensAt: new Date('2026-10-01T00:00:00Z'),
    closesAt: new Date('2026-10-20T21:59:59Z'),
  });
  const anna = await makePerson(db, 'Anna', { role: 'representative', organisation: nasty });
  await filed(db, { slug, viewer: anna, code: codes.term, text: `Konsultacje trwają 21 dni. ${nasty}`, reason: nasty });
  await filed(db, { slug, viewer: anna, code: codes.last, op: 'none', reason: nasty });
  await decide(db, { slug, viewer: official, number: 1, decision: 'accepted', reason: nasty });
  await db.remark.updateMany({ where: { consultationId: id }, data: { place: nasty, category: nasty, sign: nasty } });
  await db.ruling.updateMany({ where: { consultationId: id }, data: { decisionWords: nasty } });
  await db.consultation.update({ where: { id }, data: { title: nasty } });
  const team = await makeFieldTeam(db);
  for (const viewer of [team.member, team.second]) {
    await saveCodings(db, {
      viewer,
      slug: team.slug,
      teryt: team.teryt,
      answers: exampleAnswers(team.methodology).map((each) => ({ ...each, reason: nasty })),
    });
    for (const { id: area } of team.methodology.areas)
      await handIn(db, { viewer, slug: team.slug, teryt: team.teryt, area });
  }
  const { stamp } = await previewPublication(db, { viewer: team.lead, slug: team.slug });
  expect(
    await publishEdition(db, { viewer: team.lead, slug: team.slug, stamp, now: new Date('2026-03-01T09:00:00Z') }),
  ).toMatchObject({ ok: true });
  edition = { slug: team.slug, teryt: team.teryt };
});

const stored = async (path: string) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode((await getEditionFile(db, { slug: edition.slug, path })).body);
const whole = async (pieces: AsyncIterable<string>) => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};
const exchange = (): ExchangeRow[] =>
  nastify([
    {
      at: now.toISOString(),
      teryt,
      municipality: 'x',
      step: 'reply',
      indicator: 'T01',
      seq: 1,
      stance: 'level',
      outcome: null,
      state: 'scored',
      level: -2,
      text: 'x',
      by: 'x',
      files: ['a', 'b'],
    },
  ]);
const report = async () => reportCsv(await openReport(db, { slug, number: null, now }), t);
const card = () => getScorecard(db, edition);

const boardGroup = { id: 'g', number: 1, name: 'x', note: '', revision: 1 };
const boardCard = {
  id: 'c',
  number: 1,
  kind: 'answer' as const,
  view: 'residents' as const,
  text: 'x',
  signature: nasty,
  slip: null,
  isFromPaper: false,
  groupId: 'g',
  mergedIntoId: null,
  hiddenAt: null,
  hiddenReason: null,
  createdAt: now,
};

/** Every route that hands out CSV, with the tables behind it, each filled with words that try to be formulas. */
const tables: Record<string, (() => Promise<string> | string)[]> = {
  'ankiety.$slug.wyniki': [() => resultsCsv(db, { slug: survey.slug, version: null, now })],
  'urzad.ankiety.$slug.kody': [
    async () => {
      const made = await makeCodes(db, { viewer: office, slug: survey.slug, count: 3 });
      if (!made.ok) throw new Error(made.error.code);
      return codesCsv(db, { viewer: office, slug: survey.slug, codes: made.codes, address: nasty });
    },
  ],
  'gminy.$teryt_.zegar': [() => municipalityClockCsv(db, teryt, now)],
  'konsultacje.$slug.raport': [async () => whole(await report())],
  'konsultacje.$slug.uwagi': [
    () => exportRemarks(db, { slug, layout: 'full' }),
    () => exportRemarks(db, { slug, layout: 'office' }),
  ],
  'konsultacje.$slug.zegar': [() => clockCsv(db, slug, now)],
  'konsultacje.$slug.zmiany': [
    async () => {
      const page = await redlinePage(db, { slug, from: 1, to: 2, locale: 'pl', now });
      const { head, rows } = wasIsTable(t, { ...page, title: page.facts.title });
      return toCsv(head, rows);
    },
  ],
  'metodyka.$key.$version': [
    async () => methodologyCsv(nastify((await db.methodology.findFirstOrThrow()).json) as never, 'pl'),
  ],
  'tablice.$slug.karty': [
    () =>
      toCsv(
        ...boardTable(
          nastify(
            boardContent(
              { cards: [boardCard], groups: [boardGroup], attachments: [], marks: [] },
              { showsWeights: true },
            ),
          ),
        ),
      ),
  ],
  'oceny.$slug': [
    () => stored('edition.csv'),
    async () => editionCsv(nastify((await getPublishedEdition(db, edition)).manifest)),
    async () => readerCsv(nastify((await getPublishedEdition(db, edition)).manifest), { areas: {}, items: {} }),
  ],
  'oceny.$slug.$teryt': [
    () => stored(`${edition.teryt}.pl.csv`),
    async () => scorecardCsv(nastify((await card()).document), 'f'.repeat(64), 'pl'),
  ],
  'oceny.$slug.$teryt.$indicator': [
    async () => {
      const { document } = await card();
      return scorecardCsv(document, 'f'.repeat(64), 'en', nastify(document.indicators.slice(0, 1)));
    },
  ],
  'oceny.$slug.wskaznik.$indicator': [
    async () => toCsv(...indicatorTable(nastify((await getPublishedEdition(db, edition)).manifest), 'T01')),
  ],
  'oceny.$slug.warianty': [
    async () => {
      const { manifest, manifestHash } = await getPublishedEdition(db, edition);
      return toCsv(...variantsTable(nastify(editionVariants({ manifest, manifestHash, codings: null }))));
    },
  ],
  'oceny.$slug.kodowania': [
    () => stored('codings.csv'),
    async () => codingsCsv(nastify(JSON.parse(await stored('codings.json')) as CodingsDocument)),
  ],
  'urzad.oceny.$slug.$teryt': [() => toCsv(EXCHANGE_COLUMNS, exchangeTable(exchange()))],
  'zespol.$slug.odpowiedzi': [() => toCsv(EXCHANGE_COLUMNS, exchangeTable(exchange()))],
};

test('the list names every route that hands out CSV', () => {
  const routes = [...routeFiles().keys()].flatMap((name) => /^\(\$lang\)\.(.+)\[\.\]csv\.ts$/.exec(name)?.[1] ?? []);
  expect(Object.keys(tables).sort()).toEqual(routes.sort());
});

test('only one file writes CSV', () => {
  const sources = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('.test.'),
  );
  expect(sources.filter((path) => readFileSync(`app/${path}`, 'utf8').includes(`'csv-stringify`))).toEqual([
    'publishing/csv/write-csv.ts',
  ]);
});

for (const [route, makers] of Object.entries(tables)) {
  test(`no cell of ${route} is a formula, split at commas or at semicolons, and every row has its cells`, async () => {
    for (const make of makers) {
      const csv = await make();
      expect(csv.startsWith('\ufeff')).toBe(true);
      const rows: string[][] = parse(csv, { bom: true });
      expect(rows.length).toBeGreaterThan(1);
      expect(rows.flat().filter(isFormula)).toEqual([]);
      const plainly = csv
        .slice(1)
        .split(/\r\n|\r|\n/)
        .flatMap((line) => [...line.split(';'), ...line.split(',')])
        .map((cell) => cell.replace(/^"+/, ''));
      expect(plainly.filter(isFormula)).toEqual([]);
      const local: string[][] = parse(toExcelCsv(csv, { figures: rows[0]!, days: [] }), { bom: true, delimiter: ';' });
      expect(local.flat().filter(isFormula)).toEqual([]);
      expect(local.map(({ length }) => length)).toEqual(rows.map(({ length }) => length));
    }
  });
}

test('nasty words stand in the tables that people fill in, whole', async () => {
  const places = await Promise.all([
    exportRemarks(db, { slug, layout: 'full' }),
    report().then(whole),
    stored(`${edition.teryt}.pl.csv`),
    stored('codings.csv'),
  ]);
  for (const csv of places)
    expect(
      (parse(csv, { bom: true }) as string[][]).flat().some((cell) => cell.includes(guardedText('ala;=7+7;kot'))),
    ).toBe(true);
});
