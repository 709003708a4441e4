import { expect, test } from 'vitest';
import { ownData } from '#app/account/own-data.server.ts';
import { withoutLimits } from '#app/limits/asker.server.ts';
import { makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { coverIn } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { answerSurvey, graceSeconds, isKioskKey, tryCode } from './answer-survey.server.ts';
import { beginVersion, changeSurvey, saveSurveyFacts } from './change-survey.server.ts';
import { correctWording } from './correct-wording.server.ts';
import { createSurvey } from './create-survey.server.ts';
import { blankQuestion, type Answerer, type Question, type QuestionKind } from './definition.ts';
import { enterSecond, enterSheet, refuseSheet, settleSheet } from './enter-sheet.server.ts';
import { extendSurvey } from './extend-survey.server.ts';
import { readKeyed } from './keyed.ts';
import { mapImport, takeImport, uploadAnswers, waitingImport } from './import-answers.server.ts';
import { loadHistorical } from './load-historical.server.ts';
import { makeCodes } from './make-codes.server.ts';
import { publishSurvey } from './publish-survey.server.ts';
import { keepResults, verifyResults } from './keep-results.server.ts';
import { resultsCsv } from './results-files.server.ts';
import { surveyResults } from './results-page.server.ts';
import { differencesPage, secondPage } from './sheets-page.server.ts';
import { surveyFigures } from './survey-figures.server.ts';
import { getSurvey } from './survey-page.server.ts';

const db = await testDb();
const { official: marta } = await makeConsultation(db, 'ankietowane');
const second = await makePerson(db, 'Druga', { role: 'official' });
const anna = await makePerson(db, 'Anna');
const opensAt = new Date('2026-10-01T00:00:00Z');
const closesAt = new Date('2026-10-25T21:59:59.999Z');
const during = new Date('2026-10-10T12:00:00Z');
const after = new Date('2026-11-02T12:00:00Z');

const words = (pl: string) => ({ pl, en: '' });
const question = (id: string, kind: QuestionKind, more: Partial<Question> = {}): Question => ({
  ...blankQuestion(id, kind),
  words: words(`Pytanie ${id}`),
  options: ['tak', 'nie', 'nie wiem'].map((each, at) => ({ id: `a${at + 1}`, words: words(each), other: false })),
  ...more,
});
const questions = [
  question('q1', 'one', { required: true }),
  question('q2', 'scale', { options: [] }),
  question('q3', 'long', {
    options: [],
    shownIf: { every: true, tests: [{ question: 'q1', is: 'any-of', options: ['a2'], value: null }] },
  }),
];

let made = 0;
async function survey(answeredBy: Answerer = 'open', more: { kiosk?: boolean; paper?: boolean } = {}) {
  made += 1;
  const { slug } = await createSurvey(db, {
    viewer: marta,
    teryt,
    title: `Jak się naradzać ${made}`,
    consultation: 'ankietowane',
    copyOf: '',
  });
  let revision = 1;
  for (const each of questions) {
    const change = { kind: 'put-question', page: 'p1', question: each } as const;
    expect(await changeSurvey(db, { viewer: marta, slug, revision, change })).toEqual({ ok: true });
    revision += 1;
  }
  const published = await publishSurvey(db, {
    viewer: marta,
    slug,
    revision,
    answeredBy,
    onWeb: true,
    kiosk: more.kiosk ?? false,
    paper: more.paper ?? false,
    opensAt,
    closesAt,
    reason: '',
    now: opensAt,
  });
  expect(published).toEqual({ ok: true });
  return { slug, revision: revision + 1, id: (await getSurvey(db, slug, null, during)).id };
}

let forms = 0;
const send = (slug: string, more: Partial<Parameters<typeof answerSurvey>[1]> = {}) => {
  forms += 1;
  return answerSurvey(db, {
    slug,
    version: 1,
    typed: { q1: ['a1'], q2: ['3'] },
    once: `formularz-numer-${String(forms).padStart(8, '0')}`,
    viewer: null,
    code: '',
    channel: 'web',
    isRepeat: false,
    now: during,
    ...more,
  });
};

test('an answer is taken once, with nothing that leads to a person', async () => {
  const { slug, id } = await survey('account');
  const once = 'ten-sam-formularz-dwa-razy';
  expect(await send(slug)).toMatchObject({ ok: false, error: { code: 'sign-in' } });
  const sent = await send(slug, { viewer: anna, once });
  expect(sent).toMatchObject({ ok: true });
  expect(await send(slug, { viewer: anna, once })).toEqual(sent);
  expect(await send(slug, { viewer: anna })).toMatchObject({ ok: false, error: { code: 'answered' } });
  expect((await getSurvey(db, slug, anna, during)).hasAnswered).toBe(true);
  expect(await ownData(db, { viewer: anna })).toContain(slug);
  const people = [second, ...(await Promise.all(['Jan', 'Ola', 'Ewa'].map((name) => makePerson(db, name))))];
  for (const viewer of people) expect(await send(slug, { viewer })).toMatchObject({ ok: true });
  const rows = (table: string) =>
    db.$queryRawUnsafe<Record<string, unknown>[]>(
      `select t.*, t.xmin::text as written, t.ctid::text as place from "${table}" t where "surveyId" = '${id}'`,
    );
  const [answers, marks] = [await rows('SurveyAnswer'), await rows('SurveyAnswered')];
  expect([answers.length, marks.length]).toEqual([5, 1]);
  const told = JSON.stringify(answers);
  for (const secret of [anna.id, anna.email, anna.displayName, once]) expect(told).not.toContain(secret);
  expect(Object.values(answers[0]!).some((value) => value instanceof Date)).toBe(false);
  // Nothing in the order of rows, in who was noted last, in transactions or seals says which answer came with whom.
  expect(new Set(answers.map(({ written }) => written)).size).toBe(1);
  const noted = (marks[0]?.marks ?? []) as string[];
  expect(noted).toEqual([...noted].sort());
  const places = [...answers].sort(
    (a, b) => Number(/,(\d+)/.exec(String(a.place))?.[1]) - Number(/,(\d+)/.exec(String(b.place))?.[1]),
  );
  expect(places.map((row) => row.id)).toEqual(answers.map((row) => String(row.id)).sort());
  expect(
    await db.recordSeal.count({ where: { tableName: { in: ['SurveyAnswer', 'SurveyAnswered', 'SurveyCode'] } } }),
  ).toBe(0);
});

test('a closed survey takes what was on its way in its last minute, and nothing after', async () => {
  const { slug } = await survey();
  const at = (seconds: number) => new Date(closesAt.getTime() + seconds * 1000);
  expect(await send(slug, { now: at(graceSeconds - 1) })).toMatchObject({ ok: true });
  expect(await send(slug, { now: at(graceSeconds + 1) })).toMatchObject({ ok: false, error: { code: 'closed' } });
  expect(await send(slug, { now: new Date(opensAt.getTime() - 1) })).toMatchObject({
    ok: false,
    error: { code: 'not-yet' },
  });
});

test('what the conditions hide, a forged choice and an empty answer are refused', async () => {
  const { slug } = await survey();
  expect(await send(slug, { typed: { q1: ['a1'], q3: ['słowa'] } })).toMatchObject({ error: { code: 'answers' } });
  expect(await send(slug, { typed: { q1: ['a9'] } })).toMatchObject({ error: { code: 'answers' } });
  expect(await send(slug, { typed: {} })).toMatchObject({ error: { code: 'answers' } });
  expect(await send(slug, { version: 7 })).toMatchObject({ error: { code: 'version' } });
});

test('a code is one answer, also when two send it at once', async () => {
  const { slug, id } = await survey('code');
  const given = await makeCodes(db, { viewer: marta, slug, count: 3 });
  if (!given.ok) throw new Error(given.error.code);
  const [code = '', other = ''] = given.codes;
  expect(await tryCode(db, { slug, code: 'AAAA BBBB' })).toMatchObject({ error: { code: 'no-code' } });
  expect(await tryCode(db, { slug, code: `${code.slice(0, 4)} ${code.slice(4).toLowerCase()}` })).toEqual({ ok: true });
  const both = await Promise.all([send(slug, { code }), send(slug, { code })]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(await tryCode(db, { slug, code })).toMatchObject({ error: { code: 'used-code' } });
  expect(await send(slug, { code: other })).toMatchObject({ ok: true });
  const kept = JSON.stringify(await db.surveyCode.findMany({ where: { surveyId: id } }));
  for (const each of given.codes) expect(kept).not.toContain(each);
});

test('a kiosk needs its key, which is not used up', async () => {
  const { slug, id } = await survey('open', { kiosk: true });
  const given = await makeCodes(db, { viewer: marta, slug, count: 1, forKiosk: true });
  if (!given.ok) throw new Error(given.error.code);
  const [key = ''] = given.codes;
  expect(await isKioskKey(db, { id, kiosk: true }, key)).toBe(true);
  expect(await send(slug, { channel: 'kiosk', code: 'AAAABBBB' })).toMatchObject({ error: { code: 'no-kiosk' } });
  for (let n = 0; n < 2; n += 1) expect(await send(slug, { channel: 'kiosk', code: key })).toMatchObject({ ok: true });
});

test('meaning stays: words are corrected with a note, anything else is a version whose answers are apart', async () => {
  const { slug, revision, id } = await survey();
  await send(slug);
  const who = { viewer: marta, slug };
  const change = { kind: 'remove-question', question: 'q2' } as const;
  expect(await changeSurvey(db, { ...who, revision, change })).toMatchObject({ error: { code: 'published' } });
  const correction = { question: 'q1', words: { words: words('Pytanie pierwsze') }, reason: 'Literówka', now: during };
  expect(await correctWording(db, { ...who, revision: revision - 1, ...correction })).toMatchObject({
    error: { code: 'moved' },
  });
  expect(await correctWording(db, { ...who, revision, ...correction })).toEqual({ ok: true });
  expect(await correctWording(db, { ...who, revision: revision + 1, ...correction })).toMatchObject({
    error: { code: 'unchanged' },
  });
  expect(await beginVersion(db, { ...who, revision: revision + 1 })).toEqual({ ok: true });
  expect(await changeSurvey(db, { ...who, revision: revision + 2, change })).toEqual({ ok: true });
  const again = {
    ...who,
    revision: revision + 3,
    answeredBy: 'open' as const,
    onWeb: true,
    kiosk: false,
    paper: false,
    opensAt,
    closesAt,
    now: during,
  };
  expect(await publishSurvey(db, { ...again, reason: '' })).toMatchObject({ error: { code: 'reason' } });
  expect(await publishSurvey(db, { ...again, reason: 'Skala była niejasna.' })).toEqual({ ok: true });
  expect(await send(slug)).toMatchObject({ error: { code: 'version' } });
  await send(slug, { version: 2, typed: { q1: ['a2'] } });
  const closing = new Date('2026-10-30T22:59:59.999Z');
  const extension = { ...who, revision: revision + 4, reason: 'Ferie', now: during };
  expect(await extendSurvey(db, { ...extension, closesAt: opensAt })).toMatchObject({ error: { code: 'term' } });
  expect(await extendSurvey(db, { ...extension, closesAt: closing })).toEqual({ ok: true });
  const counts = await Promise.all(
    [1, 2].map(async (version) => (await surveyResults(db, { slug, version, left: '', top: '', now: after })).total),
  );
  expect(counts).toEqual([1, 1]);
  expect((await getSurvey(db, slug, null, after)).changes.map(({ kind }) => kind)).toEqual([
    'wording',
    'version',
    'extension',
  ]);
  expect((await db.event.findMany({ where: { subjectId: id } })).length).toBeGreaterThan(6);
});

test('nobody else has the pages of an office', async () => {
  const { slug } = await survey();
  const refusal = { code: 'not-found' };
  await expect(makeCodes(db, { viewer: anna, slug, count: 1 })).rejects.toMatchObject(refusal);
  await expect(
    createSurvey(db, { viewer: anna, teryt, title: 'x', consultation: '', copyOf: '' }),
  ).rejects.toMatchObject(refusal);
});

test('paper: numbers are used once, another person types a sample, differences are settled and counted', async () => {
  const { slug } = await survey('open', { paper: true });
  const { definition } = await getSurvey(db, slug, null, during);
  const entry = (q1: string, q2: string) => readKeyed(definition, { 'k-q1': [q1], 'k-q2': [q2] }).entry;
  const sheet = (number: number) => ({ viewer: marta, slug, number, batch: 'teczka 1' });
  for (let number = 1; number <= 6; number += 1)
    expect(await enterSheet(db, { ...sheet(number), entry: entry('1', number === 2 ? '?' : '4') })).toEqual({
      ok: true,
    });
  expect(await enterSheet(db, { ...sheet(2), entry: entry('1', '4') })).toMatchObject({
    error: { code: 'number-used', by: 'Marta' },
  });
  expect(await refuseSheet(db, { ...sheet(7), reason: 'required', reasonWords: '' })).toEqual({ ok: true });
  expect(readKeyed(definition, { 'k-q1': ['9'] }).problems).toMatchObject([{ field: 'k-q1' }]);
  expect((await secondPage(db, { viewer: marta, slug })).number).toBeNull();
  const { number } = await secondPage(db, { viewer: second, slug });
  if (number === null) throw new Error('nothing drawn');
  const again = { slug, number, entry: entry('2', '4') };
  expect(await enterSecond(db, { ...again, viewer: marta })).toMatchObject({ error: { code: 'same-person' } });
  expect(await enterSecond(db, { ...again, viewer: second })).toEqual({ ok: true });
  const { sheets } = await differencesPage(db, { viewer: marta, slug });
  expect(sheets[0]?.fields).toContainEqual({ number, question: 'q1', first: '1', second: '2' });
  const settled = { viewer: marta, slug, number };
  expect(await settleSheet(db, { ...settled, choices: {} })).toMatchObject({ error: { code: 'not-drawn' } });
  const choices = Object.fromEntries((sheets[0]?.fields ?? []).map(({ question: id }) => [id, 'second' as const]));
  expect(await settleSheet(db, { ...settled, choices })).toEqual({ ok: true });
  const page = await surveyResults(db, { slug, version: null, left: '', top: '', now: after });
  expect(page.channels).toContainEqual({ channel: 'paper', valid: 6, invalid: 1 });
  expect(page.sheets).toMatchObject({ twice: 1, compared: 3, reasons: [{ reason: 'required', count: 1 }] });
  expect(page.sheets.differing).toBeGreaterThan(0);
  expect(page.results[0]?.counts.map(({ count }) => count)).toEqual([5, 1, 0]);
  // The end was weeks ago: every sheet came after it, and the results say so.
  expect(page.sheets).toMatchObject({ late: 7, lastAt: expect.any(String) });
});

test('results are kept once a survey has ended, read back as they were counted, and an answer changed since is found out', async () => {
  const { slug, id } = await survey('open', { paper: true });
  await withoutLimits(async () => {
    for (let n = 0; n < 7; n += 1) await send(slug, { typed: { q1: [n < 6 ? 'a1' : 'a2'], q2: ['2'] } });
  });
  const asked = { slug, version: null, left: 'q1', top: 'q2', now: new Date() };
  const counted = await surveyResults(db, asked);
  await keepResults(db);
  expect(await keepResults(db)).toBe(0);
  const where = { surveyId_version: { surveyId: id, version: 1 } };
  expect(await db.surveyResult.findUniqueOrThrow({ where })).toMatchObject({ answers: 7 });
  expect(JSON.parse(JSON.stringify(await surveyResults(db, asked)))).toEqual(JSON.parse(JSON.stringify(counted)));
  expect((await verifyResults(db)).differences).toEqual([]);
  const { id: answer, values } = await db.surveyAnswer.findFirstOrThrow({ where: { surveyId: id } });
  await db.surveyAnswer.update({ where: { id: answer }, data: { values: { q1: 'a3' } } });
  expect((await verifyResults(db)).differences).toEqual([expect.stringContaining(slug)]);
  await db.surveyAnswer.update({ where: { id: answer }, data: { values: values as object } });
  const { definition } = await getSurvey(db, slug, null, during);
  const { entry } = readKeyed(definition, { 'k-q1': ['2'] });
  expect(await enterSheet(db, { viewer: marta, slug, number: 1, batch: '', entry })).toEqual({ ok: true });
  expect(await surveyResults(db, asked)).toMatchObject({ total: 8, sheets: { late: 1 } });
  expect(await keepResults(db)).toBe(1);
  expect(await db.surveyResult.findUniqueOrThrow({ where })).toMatchObject({ answers: 8 });
});

test('results and figures are there for everybody when the survey has ended, and not before', async () => {
  const { slug, id } = await survey();
  await withoutLimits(async () => {
    for (let n = 0; n < 8; n += 1) await send(slug, { typed: { q1: [n < 6 ? 'a1' : 'a2'], q2: [n < 6 ? '2' : '5'] } });
  });
  const asked = { slug, version: null, left: 'q1', top: 'q2' };
  expect(await surveyResults(db, { ...asked, now: during })).toMatchObject({ isPublic: false, total: 0, cross: null });
  expect(await surveyFigures(db, id, during)).toEqual([]);
  await expect(resultsCsv(db, { slug, version: null, now: during })).rejects.toMatchObject({ code: 'not-found' });
  const page = await surveyResults(db, { ...asked, now: after });
  expect(page.results.map(({ asked: shown, answered }) => [shown, answered])).toEqual([
    [8, 8],
    [8, 8],
    [2, 0],
  ]);
  expect(page.cross?.table.cells).toBeNull();
  expect((await surveyFigures(db, id, after))[0]).toMatchObject({ figure: { pl: '75% (6 z 8)' } });
  expect(await resultsCsv(db, { slug, version: null, now: after })).toContain(
    '1,Pytanie q1,one,,tak,6,8,8,0.7500,0.7500',
  );
});

test('a survey held elsewhere is loaded with what is known, and loading it again replaces it', async () => {
  const file = {
    title: 'Dawna ankieta',
    facts: { collected_from: '2010-04-23', collected_to: '2010-05-25', valid_answers: 12 },
    questions: [
      { no: 1, question: 'Czy?', options: ['tak', 'nie'], complete: true },
      { no: 2, question: null, complete: false },
    ],
  };
  expect(await loadHistorical(db, { file, teryt })).toMatchObject({ ok: true, isNew: true, valid: 12, unknown: 1 });
  expect(await loadHistorical(db, { file, teryt })).toMatchObject({ ok: true, isNew: false, slug: 'dawna-ankieta' });
  expect(await loadHistorical(db, { file: { title: 'x' }, teryt })).toMatchObject({ error: { code: 'shape' } });
  expect(
    await surveyResults(db, { slug: 'dawna-ankieta', version: null, left: '', top: '', now: after }),
  ).toMatchObject({
    isPublic: false,
    results: [],
  });
});

test('a question beyond the bounds is refused whoever sends it, and the survey can still be read', async () => {
  const { slug } = await createSurvey(db, { viewer: marta, teryt, title: 'Długa', consultation: '', copyOf: '' });
  const long = question('q1', 'one', { options: [{ id: 'a1', words: words('x'.repeat(3_000)), other: false }] });
  const change = { kind: 'put-question', page: 'p1', question: long } as const;
  await expect(changeSurvey(db, { viewer: marta, slug, revision: 1, change })).rejects.toMatchObject({
    code: 'bad-request',
  });
  const fine = { ...change, question: questions[0]! };
  expect(await changeSurvey(db, { viewer: marta, slug, revision: 1, change: fine })).toEqual({ ok: true });
});

test('every write of the editor names the state it was made against, and writes nothing against another', async () => {
  const { slug, revision, id } = await survey();
  const old = { viewer: marta, slug, revision: revision - 1 };
  const moved = { ok: false, error: { code: 'moved' } };
  const before = await db.survey.findUniqueOrThrow({ where: { id } });
  const change = { kind: 'add-page' } as const;
  expect(await changeSurvey(db, { ...old, change })).toEqual(moved);
  const facts = { title: 'Inny', titleEn: '', lead: '', leadEn: '' };
  expect(await saveSurveyFacts(db, { ...old, facts })).toEqual(moved);
  expect(await beginVersion(db, old)).toEqual(moved);
  const publication = { answeredBy: 'open', onWeb: true, kiosk: false, paper: false, opensAt, closesAt } as const;
  expect(await publishSurvey(db, { ...old, ...publication, reason: '', now: during })).toEqual(moved);
  expect(await extendSurvey(db, { ...old, closesAt: after, reason: 'Bo święta.', now: during })).toEqual(moved);
  const wording = { question: 'q1', words: { words: words('Inaczej') }, reason: 'Literówka', now: during };
  expect(await correctWording(db, { ...old, ...wording })).toEqual(moved);
  expect(await db.survey.findUniqueOrThrow({ where: { id } })).toEqual(before);
});

test('words covered in an open answer leave it, and the sheet that it was typed from', async () => {
  const { slug, id } = await survey('open', { paper: true });
  const { definition } = await getSurvey(db, slug, null, during);
  const { entry } = readKeyed(definition, { 'k-q1': ['2'], 'k-q3': ['Sąsiad Zenon Wilk wie lepiej.'] });
  expect(await enterSheet(db, { viewer: marta, slug, number: 1, batch: '', entry })).toEqual({ ok: true });
  const answer = await db.surveyAnswer.findFirstOrThrow({ where: { surveyId: id } });
  const covered = await coverIn(db, { type: 'survey-answer', id: answer.id }, { viewer: marta, words: 'Zenon Wilk' });
  expect(covered).toMatchObject({ ok: true, value: { covered: 2 } });
  const kept = [
    await db.surveyAnswer.findMany({ where: { surveyId: id } }),
    await db.surveySheet.findMany({ where: { surveyId: id } }),
  ];
  expect(JSON.stringify(kept)).not.toContain('Wilk');
  expect(kept[0]).toMatchObject([{ values: { q1: 'a2' } }]);
});

test('a file of answers collected elsewhere is mapped, taken once, and named in the results', async () => {
  const { slug, id } = await survey();
  const source = ['Pytanie q1,Pytanie q2,Ile', 'tak,4,1', 'nie,5,2', 'może,5,3', 'tak,9,4'].join('\n');
  const file = { viewer: marta, slug, source, fileName: 'formularz.csv', name: 'Formularz w bibliotece' };
  await expect(uploadAnswers(db, { ...file, viewer: anna })).rejects.toMatchObject({ code: 'not-found' });
  expect(await uploadAnswers(db, { ...file, source: 'x' })).toMatchObject({ error: { code: 'no-rows' } });
  const taken = await uploadAnswers(db, file);
  if (!taken.ok) throw new Error(taken.error.code);
  expect(await uploadAnswers(db, file)).toEqual(taken);
  const who = { viewer: marta, slug, id: taken.id };
  const { judged, revision } = await waitingImport(db, who);
  expect([judged.rows, judged.answers.length, judged.invalid.length]).toEqual([4, 2, 2]);
  const mapping = { targets: ['q1', 'q2', ''], values: { '0': { tak: 'a1', nie: 'a2', może: 'a3' } } };
  expect(await mapImport(db, { ...who, revision, mapping })).toEqual({ ok: true });
  const now = during;
  expect(await mapImport(db, { ...who, revision, mapping })).toMatchObject({ error: { code: 'conflict' } });
  expect(await takeImport(db, { ...who, revision, now })).toMatchObject({ error: { code: 'conflict' } });
  expect(await takeImport(db, { ...who, revision: revision + 1, now })).toEqual({ ok: true, valid: 3 });
  expect(await uploadAnswers(db, file)).toMatchObject({ error: { code: 'taken-already' } });
  expect(await db.surveyImport.findUniqueOrThrow({ where: { id: taken.id } })).toMatchObject({ source: '', valid: 3 });
  const page = await surveyResults(db, { slug, version: null, left: '', top: '', now: after });
  expect(page.channels).toContainEqual({ channel: 'import', valid: 3, invalid: 1 });
  expect(page.imports).toMatchObject([{ name: 'Formularz w bibliotece', valid: 3, invalid: 1 }]);
  expect((await db.event.findMany({ where: { subjectId: id, kind: 'survey-imported' } })).length).toBe(1);
});
