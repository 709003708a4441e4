import { beforeAll, expect, test } from 'vitest';
import { dayOf } from '#app/i18n/dates.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { writeEditorial } from '#app/drafting/editorial/write-editorial.server.ts';
import { answerApi } from '#app/api/answer.server.ts';
import { endpoints } from '#app/api/endpoints.server.ts';
import { readDetails } from '#app/drafting/report/details.ts';
import { openReport } from '#app/drafting/report/load-report.server.ts';
import { publishReport } from '#app/drafting/report/publish-report.server.ts';
import { reportJson } from '#app/drafting/report/report-json.server.ts';
import { saveDetails } from '#app/drafting/report/save-details.server.ts';
import { verifyTexts } from '#app/verify/verify-texts.server.ts';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import { consultationFeed } from '#app/openness/feeds/feeds.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import { makeArchive } from '#app/openness/archive/make-archive.server.ts';
import { coverIn, coverInRemark, placesWith } from '#tests/setup/cover-words.ts';
import {
  afterwards,
  codes,
  decide,
  during,
  file,
  filed,
  lettersTo,
  makeConsultation,
  makePerson,
  remarkNow,
  teryt,
  textNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { coveredSummary, loadCoveringList } from './covering-list.server.ts';
import { coverOlder } from './cover-older.server.ts';
import { loadRedactionPage } from './redaction-page.server.ts';
import { undoRedaction } from './undo-redaction.server.ts';

const db = await testDb();
const slug = 'kanarek';
const canary = 'Kanarkowa Zofia';
const later = afterwards;
const afterReport = new Date(later.getTime() + 60_000);
const { id: consultationId, official } = await makeConsultation(db, slug);
const [anna, piotr, admin] = [
  await makePerson(db, 'Anna'),
  await makePerson(db, 'Piotr'),
  await makePerson(db, 'Adam', { role: 'admin' }),
];

/** What everybody can ask of this consultation: the open interface, the report, the archive, the feed. */
async function publicOutputs(): Promise<Map<string, string>> {
  const outputs = new Map<string, string>();
  for (const { method, path } of endpoints) {
    if (method !== 'get' || !path.startsWith('/consultations')) continue;
    const values: Record<string, string> = { slug, number: '1', code: String(codes.term) };
    const asked = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '1');
    const answer = await answerApi(
      db,
      {
        method: 'GET',
        path: asked,
        query: new URLSearchParams(),
        authorization: null,
        idempotencyKey: null,
        readBody: async () => undefined,
      },
      later,
    );
    outputs.set(path, JSON.stringify(answer.body));
  }
  outputs.set('report', await reportJson(db, { slug, number: 1, live: false, now: later }));
  outputs.set('report now', await reportJson(db, { slug, number: null, live: true, now: later }));
  for (const [path, content] of (await makeArchive(db, { teryt, now: later })).files)
    outputs.set(`archive ${path}`, content);
  outputs.set('feed', JSON.stringify(await consultationFeed(db, { slug, locale: 'pl', now: later })));
  return outputs;
}

let comment = '';

beforeAll(async () => {
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: `Konsultacje trwają co najmniej 21 dni, a prowadzi je ${canary}.`,
    reason: `Bo ${canary} to umie.`,
  });
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.last,
    op: 'none',
    reason: `Dzwonić: ${canary.toUpperCase()}, wieczorem.`,
  });
  await db.remark.updateMany({ where: { consultationId, number: 2 }, data: { place: `Działka, ${canary}` } });
  await setSupport(db, { viewer: piotr, slug, number: 1, stance: 'support', now: during });
  const said = await addComment(db, {
    viewer: anna,
    slug,
    code: codes.report,
    body: `Pytać: ${canary}.`,
    parentId: null,
    now: during,
  });
  if (!said.ok) throw new Error(said.error.code);
  comment = said.value.id;
  await decide(db, { slug, viewer: official, number: 1, decision: 'accepted', reason: `Tak, ${canary} poprowadzi.` });
  await decide(db, { slug, viewer: official, number: 2, decision: 'answered', reason: 'Dziękujemy.' });
  await filed(db, {
    slug,
    viewer: piotr,
    code: codes.term,
    text: `Konsultacje trwają co najmniej 28 dni, a prowadzi je ${canary}.`,
  });
  await decide(db, { slug, viewer: official, number: 3, decision: 'not-accepted', reason: 'Za długo.' });
  const ruling = await db.ruling.findFirstOrThrow({ where: { remark: { number: 1 } } });
  await db.mailMessage.create({
    data: { teryt, toEmail: 'x@example.org', subject: canary, body: `Od: ${canary}. Kanarkowa Zo…` },
  });
  const webhook = await db.webhook.create({
    data: { teryt, url: 'https://example.org', secret: 'x', createdById: official.id },
  });
  await db.webhookDelivery.create({
    data: { webhookId: webhook.id, teryt, kind: 'x', dedupeKey: ruling.id, payload: { words: `A ${canary}` } },
  });
  await db.idempotencyRecord.create({
    data: {
      userId: anna.id,
      key: 'k',
      bodyHash: 'x',
      status: 201,
      answer: { reason: `Bo ${canary} to umie.` },
      expiresAt: later,
    },
  });
  await saveDetails(db, {
    viewer: official,
    slug,
    revision: 0,
    details: {
      ...readDetails(null),
      legalBasis: 'art. 5a',
      aim: 'Poznać zdanie.',
      nextSteps: 'Rada.',
      preparedBy: 'Biuro',
    },
  });
  const published = await publishReport(db, { viewer: official, slug, after: 0, note: '', now: later });
  if (!published.ok) throw new Error(JSON.stringify(published.error));
});

test('the words stand in many places before they are covered', async () => {
  expect(await placesWith(db, canary)).toEqual(
    expect.arrayContaining([
      'ClauseRevision.text',
      'Comment.body',
      'IdempotencyRecord.answer',
      'MailMessage.body',
      'OperationWording.after',
      'Remark.reason',
      'RemarkOperation.before',
      'Report.json',
      'Ruling.reason',
      'WebhookDelivery.payload',
    ]),
  );
  const seen = [...(await publicOutputs())]
    .filter(([, text]) => text.toLowerCase().includes('kanarkowa'))
    .map(([name]) => name);
  expect(seen.length).toBeGreaterThan(8);
});

test('covered, they stand in no column that anybody but the office reads, in no output, and the printed hashes can still be compared', async () => {
  const before = await db.report.findFirstOrThrow({ where: { consultationId } });
  for (const number of [1, 2])
    expect(
      await coverInRemark(db, {
        viewer: official,
        slug,
        number,
        words: number === 1 ? canary : canary.toUpperCase(),
        now: afterReport,
      }),
    ).toMatchObject({ ok: true });
  expect(
    await coverIn(db, { type: 'comment', id: comment }, { viewer: admin, words: canary, now: later }),
  ).toMatchObject({ ok: true });
  expect(await placesWith(db, canary)).toEqual([]);
  for (const [name, text] of await publicOutputs()) expect(text.toLowerCase().includes('kanarkowa'), name).toBe(false);
  const coveredOn = dayOf(later).split('-').reverse().join('.');
  expect(await textNow(db, slug)).toContain(`prowadzi je [zasłonięto: dane osobowe, ${coveredOn}]`);
  const { hash } = await db.report.findFirstOrThrow({ where: { consultationId } });
  const { original } = await db.coveredText.findFirstOrThrow({
    where: { tableName: 'Report', rowId: before.id, columnName: 'json' },
  });
  expect([hash, hashOf(JSON.parse(canonicalJson(original)))]).toEqual([before.hash, before.hash]);
  expect(await openReport(db, { slug, number: 1, now: later }).then(({ read }) => read(1, 3))).toMatchObject([
    { redactedLater: true },
    { redactedLater: true },
    {},
  ]);
});

test('the office reads every act in one list, everybody how many there are and why, and which printed hashes are of earlier words', async () => {
  const list = await loadCoveringList(db, { viewer: official, slug });
  expect(list.acts.map(({ type, number, ground }) => [type, number, ground])).toEqual(
    expect.arrayContaining([
      ['remark', 1, 'personal-data'],
      ['remark', 2, 'personal-data'],
      ['comment', null, 'personal-data'],
    ]),
  );
  expect(list.texts.map(({ type }) => type)).toEqual(['consultation', 'version', 'report-details']);
  await expect(loadCoveringList(db, { viewer: anna, slug })).rejects.toMatchObject({ code: 'not-found' });
  expect(await coveredSummary(db, slug)).toMatchObject({ count: 3, grounds: [{ ground: 'personal-data', count: 3 }] });
  expect((await listVersions(db, consultationId)).map(({ number, isCovered }) => [number, isCovered])).toEqual([
    [2, true],
    [1, false],
  ]);
  const outputs = await publicOutputs();
  expect(outputs.get('/consultations/{slug}/reports/{number}')).toContain('"isRedacted":true');
  expect(outputs.get('/consultations/{slug}/versions')).toMatch(/"isRedacted":false.*"isRedacted":true/);
});

test('the name and the description of a consultation can be covered, too', async () => {
  const { id, official: office } = await makeConsultation(db, 'nazwa');
  await db.consultation.update({ where: { id }, data: { summary: 'Pisać do: Wrona Czarna, ul. Leśna 4.' } });
  expect(await coverIn(db, { type: 'consultation', id }, { viewer: office, words: 'Wrona Czarna' })).toMatchObject({
    ok: true,
  });
  expect(await placesWith(db, 'Wrona Czarna')).toEqual([]);
});

test('support keeps counting, the author is told what and why and how to object, and the record has a line without the words', async () => {
  const { wordingHash } = await db.support.findFirstOrThrow({ where: { userId: piotr.id } });
  expect(wordingHash).not.toBe('');
  expect((await lettersTo(db, anna)).filter((kind) => kind === 'redaction')).toHaveLength(3);
  const letter = await db.mailMessage.findFirstOrThrow({
    where: { toEmail: anna.email, dedupeKey: { startsWith: 'redaction:' } },
  });
  expect(letter.body).toMatch(/dane osobowe[\s\S]*Dane osoby prywatnej\.[\s\S]*nie zgadzasz/);
  const events = await db.event.findMany({ where: { kind: 'words-covered', consultationId } });
  expect(events).toHaveLength(3);
});

test('who may cover words sees the original, everybody else finds no such page', async () => {
  const page = await loadRedactionPage(db, { viewer: admin, type: 'comment', id: comment });
  expect(page.fields[0]).toMatchObject({
    original: `Pytać: ${canary}.`,
    shown: expect.stringMatching(/^Pytać: \[zasłonięto/) as string,
  });
  await expect(loadRedactionPage(db, { viewer: anna, type: 'comment', id: comment })).rejects.toMatchObject({
    code: 'not-found',
  });
  const other = await makePerson(db, 'Obcy', { role: 'official', teryt: '9901013' });
  await expect(loadRedactionPage(db, { viewer: other, type: 'comment', id: comment })).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('words that are shown again come back everywhere, less what another act still covers', async () => {
  const { id } = await db.remark.findFirstOrThrow({ where: { consultationId, number: 1 } });
  const act = await db.redaction.findFirstOrThrow({ where: { subjectId: id, undoneAt: null } });
  expect(
    await undoRedaction(db, { viewer: official, type: 'remark', id, redactionId: act.id, reason: 'Osoba publiczna.' }),
  ).toMatchObject({ ok: true });
  expect(
    await undoRedaction(db, { viewer: official, type: 'remark', id, redactionId: act.id, reason: 'Osoba publiczna.' }),
  ).toEqual({ ok: false, error: { code: 'not-covered' } });
  expect((await remarkNow(db, slug, 1)).reason).toBe(`Bo ${canary} to umie.`);
  expect(await textNow(db, slug)).toContain(`prowadzi je ${canary}.`);
  const lines = JSON.parse(await reportJson(db, { slug, number: 1, live: false, now: later })) as {
    lines: { words: string }[];
  };
  expect(lines.lines[0]!.words).toContain(canary);
  expect(lines.lines[1]!.words).toMatch(/^Dzwonić: \[zasłonięto/);
  expect(await coverInRemark(db, { viewer: official, slug, number: 1, words: canary, now: later })).toMatchObject({
    ok: true,
  });
});

test('a covered wording follows the text as it would have, and cannot become law until the words are shown or others are typed', async () => {
  const other = 'za-kanarkiem';
  const { official: office } = await makeConsultation(db, other);
  await filed(db, {
    slug: other,
    viewer: anna,
    code: codes.term,
    text: `Konsultacje trwają co najmniej 14 dni i obejmują jedno spotkanie w siedzibie urzędu, prowadzi ${canary}.`,
  });
  await filed(db, {
    slug: other,
    viewer: piotr,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 30 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  });
  await coverInRemark(db, { viewer: office, slug: other, number: 1, words: canary });
  expect(await decide(db, { slug: other, viewer: office, number: 1, decision: 'accepted' })).toEqual({
    ok: false,
    error: { code: 'covered-words' },
  });
  expect(await decide(db, { slug: other, viewer: office, number: 2, decision: 'accepted' })).toMatchObject({
    ok: true,
  });
  const carried = await remarkNow(db, other, 1);
  expect(carried).toMatchObject({
    fit: 'adapted',
    operations: [{ carriedAfter: expect.stringMatching(/30 dni.*prowadzi \[zasłonięto/) as string }],
  });
  expect((await placesWith(db, canary)).filter((place) => place !== 'User.displayName')).toEqual([]);
  const [act] = await db.redaction.findMany({ where: { subjectId: carried.id, undoneAt: null } });
  await undoRedaction(db, {
    viewer: office,
    type: 'remark',
    id: carried.id,
    redactionId: act!.id,
    reason: 'Zgoda osoby.',
  });
  expect((await remarkNow(db, other, 1)).operations[0]!.carriedAfter).toMatch(/30 dni.*prowadzi Kanarkowa Zofia\./);
  expect(await decide(db, { slug: other, viewer: office, number: 1, decision: 'accepted' })).toMatchObject({
    ok: true,
  });
});

test('the checks of the record hold with covered words, also for a version written after they were covered', async () => {
  const { version: againstVersion } = await db.consultation.findUniqueOrThrow({ where: { slug } });
  const change = {
    op: 'replace',
    code: codes.last,
    heading: '',
    text: 'Uchwała wchodzi w życie po upływie 21 dni.',
    rest: '',
    target: null,
  } as const;
  expect(
    await writeEditorial(db, { viewer: official, slug, change, reason: 'Dłużej.', againstVersion, report: 1 }),
  ).toMatchObject({ ok: true });
  expect(await textNow(db, slug)).toContain('[zasłonięto');
  expect((await verifyTexts(db)).flatMap(({ differences }) => differences)).toEqual([]);
});

test('all of a remark can be covered at once; its number, date and answer stay', async () => {
  const whole = await filedIn('calosc');
  expect(
    await coverInRemark(db, {
      viewer: whole.office,
      slug: 'calosc',
      number: 1,
      words: 'nic',
      isWhole: true,
      ground: 'unlawful',
      note: 'Groźby.',
    }),
  ).toMatchObject({ ok: true });
  const remark = await remarkNow(db, 'calosc', 1);
  expect(remark.reason).toMatch(/^\[zasłonięto: treść bezprawna, /);
  expect(remark.operations[0]!.after).toMatch(/^\[zasłonięto: treść bezprawna, /);
  expect(await placesWith(db, 'wyrwiemy im')).toEqual([]);
});

async function filedIn(name: string) {
  const { official: office } = await makeConsultation(db, name);
  expect(
    (
      await file(db, {
        slug: name,
        viewer: anna,
        code: codes.term,
        text: 'Wyrwiemy im wszystko.',
        reason: 'A potem wyrwiemy im resztę i jeszcze więcej, aż nic nie zostanie.',
      })
    ).ok,
  ).toBe(true);
  return { office };
}

test('nothing is covered where the form covers nothing, adds words, repeats them in the reason, or is old', async () => {
  const { office } = await filedIn('odmowy');
  const base = { viewer: office, slug: 'odmowy', number: 1 };
  expect(await coverInRemark(db, { ...base, words: 'nie ma takich słów' })).toEqual({
    ok: false,
    error: { code: 'nothing-removed' },
  });
  expect(await coverInRemark(db, { ...base, words: 'x', typed: { 't0-reason': 'A potem █ dopisane.' } })).toEqual({
    ok: false,
    error: { code: 'not-derivable', field: 't0-reason' },
  });
  expect(await coverInRemark(db, { ...base, words: 'wyrwiemy im resztę', note: 'Pisze: wyrwiemy im resztę.' })).toEqual(
    { ok: false, error: { code: 'note-repeats' } },
  );
  expect(await coverInRemark(db, { ...base, words: 'wyrwiemy', stamp: '0'.repeat(32) })).toEqual({
    ok: false,
    error: { code: 'moved' },
  });
});

test('words covered before copies were covered too are found in them at the next start', async () => {
  const { id } = await db.remark.findFirstOrThrow({ where: { consultationId, number: 3 } });
  const words = `Numer 501 234 567, ${'dzwonić '.repeat(3)}wieczorem.`;
  const instead = words.replace('501 234 567', '[usunięto dane osobowe]');
  await db.remark.update({ where: { id }, data: { reason: instead } });
  await db.mailMessage.create({ data: { teryt, toEmail: 'x@example.org', subject: 'x', body: words } });
  const { id: act } = await db.redaction.create({
    data: {
      teryt,
      consultationId,
      subjectType: 'remark',
      subjectId: id,
      number: 3,
      ground: 'personal-data',
      note: 'x',
      marks: 0,
      madeById: official.id,
      madeByName: 'Marta',
      rules: { create: { teryt, reach: 'field', words, instead } },
    },
  });
  await db.coveredText.create({
    data: {
      teryt,
      tableName: 'Remark',
      rowId: id,
      columnName: 'reason',
      original: words,
      links: [{ id: act, scope: 'own' }],
    },
  });
  await coverOlder(db);
  await coverOlder(db);
  expect(await placesWith(db, '501 234 567')).toEqual([]);
});
