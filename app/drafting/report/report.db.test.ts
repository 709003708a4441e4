import { v7 as uuidv7 } from 'uuid';
import { unzipSync, strFromU8 } from 'fflate';
import { expect, test } from 'vitest';
import { loadRemarkPage } from '#app/drafting/pages/remark-page.server.ts';
import { listRemarks } from '#app/drafting/remarks/remark-list.server.ts';
import { clockCsv, clockJson } from '#app/drafting/course/clock/clock-data.server.ts';
import { translator } from '#app/i18n/translate.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import {
  closesAt,
  codes,
  decide,
  during,
  filed,
  makeConsultation,
  makePerson,
  teryt,
} from '#tests/setup/consultation.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { readDetails, type ReportDetails } from './details.ts';
import { openReport } from './load-report.server.ts';
import { missingForFinal } from './missing.server.ts';
import { publishReport } from './publish-report.server.ts';
import { reportCsv } from './report-csv.server.ts';
import { reportDocx } from './report-docx.server.ts';
import { reportJson } from './report-json.server.ts';
import { saveDetails } from './save-details.server.ts';

const db = await testDb();
const after = new Date(closesAt.getTime() + 86_400_000);
const t = translator('pl');
const details: ReportDetails = {
  ...readDetails(null),
  legalBasis: 'art. 5a',
  aim: 'Zebranie uwag',
  nextSteps: 'Sesja rady',
  preparedBy: 'Marta',
};

/** Anna's two remarks, one of an organisation, one withdrawn, a letter without an account with two points. */
async function knownRegister(slug: string) {
  const { official, id } = await makeConsultation(db, slug);
  const anna = await makePerson(db, 'Anna');
  const group = await makePerson(db, 'Ewa', { role: 'representative', organisation: 'Jawne Jurowice' });
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  });
  await filed(db, { slug, viewer: group, code: codes.notice, op: 'delete' });
  await filed(db, {
    slug,
    viewer: anna,
    code: codes.first,
    op: 'none',
    reason: 'Dzwońcie pod 501 234 567, najlepiej wieczorem.',
  });
  await filed(db, { slug, viewer: group, code: codes.last, op: 'none', reason: 'Wycofana.' });
  await db.remark.updateMany({ where: { consultationId: id, number: 4 }, data: { state: 'withdrawn' } });
  const filingId = uuidv7();
  await db.filing.create({
    data: {
      id: filingId,
      teryt,
      consultationId: id,
      number: 5,
      channel: 'paper',
      authorName: '',
      privateName: 'Jan Tajny',
      contactAddress: 'ul. Cicha 3',
      receivedAt: during,
    },
  });
  for (const point of [1, 2]) {
    await db.remark.create({
      data: {
        teryt,
        consultationId: id,
        filingId,
        point,
        number: 4 + point,
        kind: 'remark',
        channel: 'paper',
        authorName: '',
        reason: `Punkt ${point}`,
        againstVersion: 1,
        state: 'open',
      },
    });
  }
  return { slug, id, official, anna };
}

async function ruleAll({ slug, official }: { slug: string; official: Awaited<ReturnType<typeof makePerson>> }) {
  await decide(db, { slug, viewer: official, number: 1, decision: 'accepted' });
  await decide(db, { slug, viewer: official, number: 2, decision: 'not-accepted' });
  for (const number of [3, 5, 6]) await decide(db, { slug, viewer: official, number, decision: 'answered' });
}

async function collect(pieces: AsyncGenerator<string | Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  return new Uint8Array(Buffer.concat(parts));
}

const docxXml = async (report: Awaited<ReturnType<typeof openReport>>) => {
  const parts = unzipSync(await reportDocx(report, 'pl'));
  return {
    document: strFromU8(parts['word/document.xml']!),
    styles: strFromU8(parts['word/styles.xml']!),
    core: strFromU8(parts['docProps/core.xml']!),
  };
};

test('the numbers of a report are those of the register', async () => {
  const register = await knownRegister('liczby');
  const { head, total, read } = await openReport(db, { slug: register.slug, number: null, now: after });
  expect(total).toBe(6);
  expect(head.numbers).toMatchObject({
    received: 5,
    withdrawn: 1,
    amendments: 2,
    remarks: 3,
    filings: 4,
    people: 2,
    organisations: 1,
    comments: 0,
    meetings: 0,
  });
  expect(head.numbers.channels).toEqual([
    { channel: 'paper', filings: 1, people: 1, remarks: 2 },
    { channel: 'web', filings: 3, people: 2, remarks: 3 },
  ]);
  const lines = await read(1, 6);
  expect(lines.map(({ author }) => (author.kind === 'person' ? author.no : author.name))).toEqual([
    1,
    'Jawne Jurowice',
    1,
    'Jawne Jurowice',
    2,
    2,
  ]);
  await db.filing.updateMany({
    where: { consultationId: register.id, number: 3 },
    data: { authorName: 'Anna', privateName: null },
  });
  expect((await read(3, 3))[0]?.author, 'named in the register: no number leads to the name').toEqual({
    kind: 'person',
    no: null,
  });
  expect(lines[0]).toMatchObject({ lp: 1, number: 1, unit: '§ 2 ust. 1', receivedOn: '2026-11-10', ruling: null });
  expect(lines[5]).toMatchObject({ filing: 5, point: 2, points: 2, unit: '', operations: [] });
});

test('a report is refused while a remark has no reasoned ruling, and names each', async () => {
  const register = await knownRegister('odmowa');
  const ask = (now: Date) =>
    publishReport(db, { viewer: register.official, slug: register.slug, after: 0, note: '', now });
  expect(await ask(after)).toMatchObject({
    ok: false,
    error: { code: 'missing', missing: { count: 5, details: ['legalBasis', 'aim', 'nextSteps', 'preparedBy'] } },
  });
  await saveDetails(db, { viewer: register.official, slug: register.slug, details, revision: 0 });
  await ruleAll(register);
  await db.ruling.updateMany({ where: { consultationId: register.id, remark: { number: 5 } }, data: { reason: '' } });
  expect(await ask(after)).toMatchObject({
    ok: false,
    error: { missing: { lines: [{ number: 5, why: 'no-reason' }] } },
  });
  await db.ruling.updateMany({
    where: { consultationId: register.id, remark: { number: 5 } },
    data: { reason: 'Wyjaśniono.' },
  });
  expect(await ask(during)).toMatchObject({ ok: false, error: { missing: { stillOpen: true, count: 0 } } });
  expect(await db.report.count({ where: { consultationId: register.id } })).toBe(0);
  expect((await missingForFinal(db, { id: register.id, closesAt }, after)).count).toBe(0);
});

test('a final report never changes, can be checked, and is replaced only with a reason', async () => {
  const register = await knownRegister('ostateczny');
  const { slug, official, id } = register;
  await saveDetails(db, { viewer: official, slug, details, revision: 0 });
  await ruleAll(register);
  const first = await publishReport(db, { viewer: official, slug, after: 0, note: '', now: after });
  if (!first.ok) throw new Error(JSON.stringify(first.error));
  const json = await reportJson(db, { slug, number: 1, live: false, now: after });
  expect(hashOf(JSON.parse(json))).toBe(first.value.hash);
  expect(JSON.parse(json).lines).toHaveLength(6);
  expect(JSON.parse(json).changes).toMatchObject([{ unit: '§ 2 ust. 1', why: [{ version: 2, remark: 1 }] }]);
  expect(await publishReport(db, { viewer: official, slug, after: 0, note: '', now: after })).toMatchObject({
    error: { code: 'moved' },
  });
  expect(await publishReport(db, { viewer: official, slug, after: 1, note: '', now: after })).toMatchObject({
    error: { code: 'note-required' },
  });
  await saveDetails(db, { viewer: official, slug, details: { ...details, nextSteps: 'Inna sesja' }, revision: 1 });
  expect(
    (await publishReport(db, { viewer: official, slug, after: 1, note: 'Zmienił się dzień sesji.', now: after })).ok,
  ).toBe(true);
  expect(await reportJson(db, { slug, number: 1, live: false, now: after })).toBe(json);
  expect((await openReport(db, { slug, number: null, now: after })).final).toMatchObject({
    number: 2,
    note: 'Zmienił się dzień sesji.',
  });
  const kinds = (
    await db.event.findMany({ where: { consultationId: id, kind: { startsWith: 'report' } }, orderBy: { id: 'asc' } })
  ).map(({ kind }) => kind);
  expect(kinds).toEqual(['report-details-saved', 'report-published', 'report-details-saved', 'report-published']);
});

test('words of the office saved by somebody else meanwhile are not overwritten', async () => {
  const { slug, official } = await makeConsultation(db, 'konflikt');
  expect((await saveDetails(db, { viewer: official, slug, details, revision: 0 })).ok).toBe(true);
  expect(await saveDetails(db, { viewer: official, slug, details: { ...details, aim: 'Inny' }, revision: 0 })).toEqual({
    ok: false,
    error: { code: 'conflict' },
  });
  expect((await openReport(db, { slug, number: null, now: after })).head.details.aim).toBe('Zebranie uwag');
});

test('a report without remarks says so, in the document too', async () => {
  const { slug } = await makeConsultation(db, 'pusty');
  const report = await openReport(db, { slug, number: null, now: after });
  expect(report.total).toBe(0);
  expect((await docxXml(report)).document).toContain('nie złożono żadnej uwagi');
});

test('the document has headings, repeated table heads, its language and every line once', async () => {
  const { slug } = await knownRegister('dokument');
  const { document, styles, core } = await docxXml(await openReport(db, { slug, number: null, now: after }));
  expect(document.match(/w:val="Heading1"/g)!.length).toBeGreaterThanOrEqual(8);
  expect(document).toContain('<w:tblHeader/>');
  expect(styles).toContain('pl-PL');
  expect(core).toContain('Raport z konsultacji');
  expect(document.match(/uwaga nr \d/g)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `uwaga nr ${number}`));
  expect(document).not.toContain('@@');
  expect(document).not.toContain('Jan Tajny');
});

test('what was blacked out stands in no public output, before and after the report is closed', async () => {
  const register = await knownRegister('dane');
  const { slug, official, id, anna } = register;
  const secret = '501 234 567';
  await saveDetails(db, { viewer: official, slug, details, revision: 0 });
  await ruleAll(register);
  await publishReport(db, { viewer: official, slug, after: 0, note: '', now: during < after ? after : during });
  const remark = await db.remark.findFirstOrThrow({ where: { consultationId: id, number: 3 } });
  const input = { viewer: official, slug, number: 3, words: secret, note: 'numer telefonu' };
  expect((await coverInRemark(db, { ...input, now: new Date(after.getTime() + 1000) })).ok).toBe(true);

  const outputs = [
    JSON.stringify(await loadRemarkPage(db, { slug, number: 3, locale: 'pl' })),
    JSON.stringify(
      await listRemarks(db, {
        slug,
        filter: { state: null, channel: null, clauseCode: null, group: null, words: '' },
        page: 1,
        locale: 'pl',
      }),
    ),
    await reportJson(db, { slug, number: 1, live: false, now: after }),
    await reportJson(db, { slug, number: null, live: true, now: after }),
    await clockCsv(db, slug, after),
    await clockJson(db, slug, after),
  ];
  for (const live of [true, false]) {
    const report = await openReport(db, { slug, number: null, live, now: after });
    outputs.push(
      Buffer.from(await collect(reportCsv(report, t))).toString(),
      (await docxXml(report)).document,
      JSON.stringify(await report.read(1, 6)),
    );
  }
  const events = await db.event.findMany({ where: { consultationId: id } });
  outputs.push(JSON.stringify(events));
  for (const output of outputs) expect(output).not.toContain(secret);
  expect(outputs[0]).toMatch(/\[zasłonięto: dane osobowe, \d\d\.\d\d\.\d{4}\]/);
  expect(events.filter(({ kind }) => kind === 'words-covered')).toHaveLength(1);

  expect(
    (await db.coveredText.findFirstOrThrow({ where: { tableName: 'Remark', rowId: remark.id, columnName: 'reason' } }))
      .original,
  ).toContain(secret);
  await expect(coverInRemark(db, { ...input, viewer: anna })).rejects.toMatchObject({ code: 'not-found' });
  expect(await coverInRemark(db, { ...input, stamp: '0'.repeat(32) })).toEqual({ ok: false, error: { code: 'moved' } });
});

test('words covered in the reason are covered in the proposed wording too', async () => {
  const { slug, official } = await makeConsultation(db, 'wyciek');
  const anna = await makePerson(db, 'Anna');
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.first,
    text: 'Zasady ustala JAN  Kowalski.',
    reason: 'Jan Kowalski to mój sąsiad.',
  });
  expect(
    (await coverInRemark(db, { viewer: official, slug, number, words: 'Jan Kowalski', note: 'nazwisko' })).ok,
  ).toBe(true);
  expect(JSON.stringify(await loadRemarkPage(db, { slug, number, locale: 'pl' }))).not.toMatch(/kowalski/i);
});

test('the contents of the Word file are numbered from one, whatever was made before it', async () => {
  const register = await knownRegister('spis');
  const report = await openReport(db, { slug: register.slug, number: null, now: after });
  await reportDocx(report, 'en');
  const { document } = await docxXml(report);
  const numbers = (pattern: RegExp) => [...document.matchAll(pattern)].map(([, number]) => Number(number));
  const entries = numbers(/w:anchor="_Toc(\d+)"/g);
  expect(entries.length).toBeGreaterThan(4);
  expect(entries).toEqual(entries.map((_, at) => at + 1));
  expect(numbers(/PAGEREF _Toc(\d+) /g)).toEqual(entries);
  for (const pattern of [/w:name="_Toc(\d+)"/g, /w:name="_Toc\d+" w:id="(\d+)"/g, /<w:bookmarkEnd w:id="(\d+)"/g])
    expect(numbers(pattern)).toEqual(entries);
});
