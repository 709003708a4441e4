import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sha256 } from '#app/hash/sha256.server.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { loadRemarkPage } from '#app/drafting/pages/remark-page.server.ts';
import { attachFile, storeAttachment } from '#app/drafting/attachments/attach-file.server.ts';
import { changeAttachment } from '#app/drafting/attachments/change-attachment.server.ts';
import { getAttachment } from '#app/drafting/attachments/get-attachment.server.ts';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { answerApi } from '#app/api/answer.server.ts';
import { runCommand } from '#app/admin/run-command.server.ts';
import { reportDocument } from '#app/drafting/report/publish-report.server.ts';
import { listVersions } from '#app/drafting/acts/version-list.server.ts';
import { plainText } from '#app/drafting/acts/version-text.server.ts';
import { consultationCalendar } from '#app/openness/feeds/calendars.server.ts';
import { consultationFeed } from '#app/openness/feeds/feeds.server.ts';
import { Prisma, type PrismaClient } from '#app/generated/prisma/client.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import { loadMethodologies } from '#app/monitoring/access/load-methodologies.server.ts';
import { getScorecard } from '#app/monitoring/access/edition-queries.server.ts';
import { previewPublication } from '#app/monitoring/publication/preview-publication.server.ts';
import { publishEdition } from '#app/monitoring/publication/publish-edition.server.ts';
import { readBoard } from '#app/boards/read-board.server.ts';
import { surveyResults } from '#app/surveys/results-page.server.ts';
import { beforeDraft } from '#tests/fixtures/before-draft.ts';
import { fileExample, makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import {
  afterwards,
  closesAt,
  codes,
  decide,
  during,
  filed,
  makeConsultation,
  makePerson,
  teryt,
} from '#tests/setup/consultation.ts';
import { coverIn } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { makeArchive } from './make-archive.server.ts';
import { wholeText } from './manifest.ts';
import { putInArchive } from './put-in-archive.server.ts';
import { archiveTables } from './tables.ts';

const [here, there] = [await testDb(), await testDb()];
const slug = 'zasady';
const folder = mkdtempSync(join(tmpdir(), 'paragraf-archive-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let edition = '';
let earlier = { survey: '', board: '' };
let numbers: number[] = [];
const map = { bytes: new Uint8Array(Buffer.from('%PDF-1.7\n%âãÏÓ\nmapa dla wszystkich')), id: '' };

beforeAll(async () => {
  const { id, official } = await makeConsultation(here, slug);
  const anna = await makePerson(here, 'Anna Zielińska');
  const jan = await makePerson(here, 'Jan', { role: 'representative', organisation: 'Jawne Jurowice' });
  const one = await filed(here, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni.',
    reason: 'Za krótko.\nNaprawdę; "krótko", \\ 100%.',
  });
  const two = await filed(here, {
    slug,
    viewer: jan,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 30 dni.',
  });
  const three = await filed(here, {
    slug,
    viewer: anna,
    code: codes.notice,
    op: 'insert-after',
    inserted: 'Ogłoszenie jest też w internecie.',
  });
  const four = await filed(here, { slug, viewer: jan, code: codes.last, op: 'delete' });
  numbers = [one, two, three, four];
  // One file that everybody may open, one in the files of the office.
  await here.roleGrant.create({ data: { userId: official.id, role: 'official', teryt, grantedById: official.id } });
  for (const [bytes, isShown] of [
    [map.bytes, true],
    [new Uint8Array(Buffer.from('%PDF-1.7\n%âãÏÓ\ntajny skan')), false],
  ] as const) {
    const stored = await storeAttachment(here, { viewer: anna, name: 'tajna nazwa.pdf', bytes });
    if (!stored.ok) throw new Error(stored.error.code);
    const attached = await attachFile(here, {
      viewer: anna,
      slug,
      filing: one,
      kind: 'map',
      hash: stored.file.hash,
      now: during,
    });
    if (!attached.ok) throw new Error(attached.error.code);
    const { id: fileId } = attached.value;
    if (!isShown) continue;
    map.id = fileId;
    await changeAttachment(here, { viewer: official, slug, id: fileId, revision: 1, step: 'show', now: during });
  }
  await setSupport(here, { viewer: jan, slug, number: one, stance: 'support', now: during });
  await setSupport(here, { viewer: anna, slug, number: two, stance: 'objection', now: during });
  const asked = await addComment(here, {
    viewer: anna,
    slug,
    code: codes.report,
    body: 'Dlaczego 30?',
    parentId: null,
    now: during,
  });
  if (asked.ok)
    await addComment(here, {
      viewer: official,
      slug,
      code: codes.report,
      body: 'Bo tak.',
      parentId: asked.value.id,
      now: during,
    });
  // Of an amendment, for an organisation, by a program that kept the name of who wrote it.
  const said = await addComment(here, { viewer: jan, slug, number: one, body: 'Za.', parentId: null, now: during });
  if (!said.ok) throw new Error(said.error.code);
  await here.comment.update({
    where: { id: said.value.id },
    data: { organisation: 'Koło', authorName: 'Tajna Przedstawicielka' },
  });
  await decide(here, { slug, viewer: official, number: one, decision: 'accepted' });
  await decide(here, { slug, viewer: official, number: three, decision: 'accepted' });
  await here.filing.updateMany({
    data: { contactEmail: 'tajne@example.org', contactAddress: 'Tajna 1', caseSign: 'TAJNE.1' },
  });
  const remark = await here.remark.findFirstOrThrow({ where: { number: four } });
  await here.coveredText.create({
    data: { teryt, tableName: 'Remark', rowId: remark.id, columnName: 'reason', original: 'TAJNE SŁOWA' },
  });
  await here.meeting.create({
    data: {
      teryt,
      consultationId: id,
      form: 'meeting',
      title: 'Spotkanie',
      startsAt: during,
      place: 'Dom Kultury',
      createdById: official.id,
    },
  });
  earlier = await beforeDraft(here, {
    official,
    second: await makePerson(here, 'Piotr', { role: 'official' }),
    anna,
    slug,
  });
  const [closedAt, reportId] = [afterwards, uuidv7()];
  const document = await reportDocument(here, { slug, number: 1, note: '', madeBy: 'Marta', now: closedAt });
  const hash = hashOf(document);
  await here.report.create({
    data: {
      id: reportId,
      teryt,
      consultationId: id,
      number: 1,
      version: 3,
      json: document as unknown as Prisma.InputJsonObject,
      hash,
      madeById: official.id,
      madeByName: 'Marta',
      madeAt: closedAt,
    },
  });
  await here.event.create({
    data: {
      kind: 'report-published',
      teryt,
      consultationId: id,
      actorId: official.id,
      subjectType: 'report',
      subjectId: reportId,
      data: { number: 1, hash },
    },
  });
  const team = await makeTeam(here);
  const made = await makeEdition(here, { ...team, teryts: ['9902012', teryt] });
  edition = made.slug;
  await fileExample(here, { viewer: team.member, slug: edition, teryt, methodology: made.methodology });
  const { stamp } = await previewPublication(here, { viewer: team.lead, slug: edition });
  const coding = await here.coding.findFirstOrThrow({ where: { teryt, evidence: { some: {} } } });
  await here.coding.update({ where: { id: coding.id }, data: { reason: 'Mówił Tajny Agent.' } });
  const { stamp: newest } = await previewPublication(here, { viewer: team.lead, slug: edition });
  expect(stamp).toBe(newest);
  expect(await publishEdition(here, { viewer: team.lead, slug: edition, stamp })).toMatchObject({ ok: true });
  expect(
    await coverIn(
      here,
      { type: 'coding', id: coding.id },
      { viewer: await makePerson(here, 'Adam', { role: 'admin' }), words: 'Tajny Agent' },
    ),
  ).toMatchObject({ ok: true });
  // Every installation begins with the methodologies, under ids of its own.
  await loadMethodologies(there);
});

/** What people and programs see of the municipality. */
async function publicPages(db: PrismaClient): Promise<unknown> {
  const ask = async (path: string) =>
    (
      await answerApi(
        db,
        {
          method: 'GET',
          path,
          query: new URLSearchParams(),
          authorization: null,
          idempotencyKey: null,
          readBody: async () => null,
        },
        during,
      )
    ).body;
  const consultation = await db.consultation.findFirstOrThrow({ where: { slug } });
  const at = `/consultations/${slug}`;
  const board = await readBoard(db, earlier.board, { viewer: null, pass: null }, afterwards);
  const results = {
    slug: earlier.survey,
    version: null,
    left: '',
    top: '',
    now: new Date(closesAt.getTime() + 5 * 86_400_000),
  };
  const { variables: _crossed, ...survey } = await surveyResults(db, results);
  return {
    survey,
    // A board elsewhere has a code of its own, and nothing says how many wrote its cards.
    board: { ...board, board: { ...board.board, code: null }, people: null },
    api: await Promise.all(
      [
        `/municipalities/${teryt}`,
        '/consultations',
        at,
        `${at}/versions`,
        `${at}/versions/1`,
        `${at}/versions/3`,
        `${at}/clauses`,
        `${at}/clauses/${codes.term}`,
        `${at}/remarks`,
        `${at}/rulings`,
        `${at}/reports/1`,
        `/editions/${edition}`,
        `/editions/${edition}/scores/${teryt}`,
        `/editions/${edition}/scores/${teryt}/evidence`,
      ].map(ask),
    ),
    remarks: await Promise.all(
      numbers.map((number) => loadRemarkPage(db, { slug, number, locale: 'pl', now: during })),
    ),
    versions: await listVersions(db, consultation.id),
    text: await plainText(db, { slug, version: null }),
    // Who wrote for an organisation is not handed on, also where an earlier comment kept the name.
    comments: (await db.comment.findMany({ where: { consultationId: consultation.id }, orderBy: { id: 'asc' } })).map(
      (each) => ({ ...each, authorName: each.organisation === null ? each.authorName : '' }),
    ),
    feed: await consultationFeed(db, { slug, locale: 'pl', now: during }),
    calendar: await consultationCalendar(db, { slug, locale: 'pl' }),
    scorecard: await getScorecard(db, { slug: edition, teryt }),
  };
}

test('exported and put into an empty installation, everything public is the same, by the commands of the administrator', async () => {
  const out = join(folder, 'jurowice');
  const before = await publicPages(here);
  expect(await runCommand(here, { words: ['export', teryt, '--out', out], file: null })).toMatchObject({
    code: 0,
    text: expect.stringContaining('SHA-256 of the whole'),
  });
  expect(await runCommand(here, { words: ['export', teryt, '--out', out], file: null })).toMatchObject({
    code: 2,
    text: expect.stringContaining('not an empty folder'),
  });
  expect(await runCommand(there, { words: ['import', out], file: null })).toEqual({
    code: 0,
    text: 'Jurowice: 1 consultations and 1 scorecards put in.',
  });
  expect(JSON.parse(JSON.stringify(await publicPages(there)))).toEqual(JSON.parse(JSON.stringify(before)));
  // The file that everybody may open comes along, the other one is named by its hash alone.
  expect(await there.attachment.count()).toBe(2);
  expect(await getAttachment(there, { viewer: null, slug, id: map.id })).toMatchObject({ bytes: map.bytes });
  expect(await there.storedFile.findMany({ select: { hash: true } })).toEqual([{ hash: sha256(map.bytes) }]);
  expect(readFileSync(join(out, 'attachments', `${sha256(map.bytes)}.pdf`))).toEqual(Buffer.from(map.bytes));
  expect(readFileSync(join(out, 'SHA256SUMS'), 'utf8')).toContain(`attachments/${sha256(map.bytes)}.pdf`);
  // Acts of covering come along, and what they say of the printed hashes.
  expect(await getScorecard(there, { slug: edition, teryt })).toMatchObject({ isCovered: true });
  expect(await there.redaction.findMany({ where: { editionId: { not: null } } })).toMatchObject([
    { subjectType: 'coding', ground: 'personal-data', note: 'Dane osoby prywatnej.', undoneAt: null },
  ]);
  // From there it can be exported again: the same files.
  const [first, second] = [await makeArchive(here, { teryt }), await makeArchive(there, { teryt })];
  const changed = [...first.files]
    .filter(([path, content]) => second.files.get(path) !== content)
    .map(([path]) => path);
  // The methodology has the id of the installation; the edition names it.
  // Its chains have gone on with what was put in.
  expect(changed.sort()).toEqual(['data/Edition.json', 'data/Methodology.json', 'data/RecordLink.json']);
  expect(await runCommand(there, { words: ['import', out], file: null })).toMatchObject({
    code: 2,
    text: expect.stringContaining('something of Jurowice here already'),
  });
});

test('what an archive brought agrees with its seals and hashes there, forged rows do not, and what cannot be proved again is said', async () => {
  const verify = () => runCommand(there, { words: ['verify'], file: null });
  const said = await verify();
  expect(said.text).toMatch(
    /^record: agrees \(\d+ rows, \d+ links of chains\)\n {2}not proved again here: what \d+ links/,
  );
  expect(said.text).toMatch(
    new RegExp(
      `^${edition}: agrees [^]*not proved again here: issue 1, ${teryt}\\.json: words were covered in it[^]*not proved again here: issue 1: \\d+ of its files`,
      'm',
    ),
  );
  expect(said).toMatchObject({ code: 0, text: expect.not.stringContaining('DIFFERS') });
  await there.ruling.updateMany({ data: { reason: 'Podrobione.' } });
  expect(await verify()).toMatchObject({
    code: 1,
    text: expect.stringMatching(/Ruling .*: it is not as the program wrote it/),
  });
});

test('nothing restricted is in an archive, and the accounts it makes are closed', async () => {
  const { files } = await makeArchive(here, { teryt });
  const all = [...files.values()].join('\n');
  expect(all).not.toMatch(/tajn/i);
  for (const { email, id } of await here.user.findMany({ where: { displayName: { in: ['Anna Zielińska', 'Jan'] } } })) {
    expect(all).not.toContain(email);
    // Who filed and who supports cannot be told from ids.
    for (const table of ['Remark', 'Filing', 'Support', 'Event'])
      expect(files.get(`data/${table}.json`), table).not.toContain(id);
  }
  const people = await there.user.findMany({});
  expect(people.length).toBeGreaterThan(0);
  for (const person of people)
    expect(person).toMatchObject({
      passwordHash: '',
      emailVerifiedAt: null,
      disabledAt: expect.any(Date),
      email: expect.stringMatching(/@archive\.invalid$/),
    });
  expect(people.filter(({ displayName }) => displayName !== '').map(({ displayName }) => displayName)).toEqual([
    'Marta',
  ]);
});

test('an archive that was tampered with, is incomplete or is of something else changes nothing', async () => {
  const archive = await makeArchive(here, { teryt });
  const empty = await here.consultation.count();
  const refused = async (change: (copy: typeof archive) => void) => {
    const { attached, ...rest } = archive;
    const copy = { ...structuredClone(rest), attached };
    change(copy);
    const result = await putInArchive(there, copy);
    return result.ok ? 'taken' : result.message;
  };
  const resigned = (copy: typeof archive, path: string, content: string) => {
    copy.files.set(path, content);
    copy.manifest.files = copy.manifest.files.map((file) =>
      file.path === path ? { ...file, sha256: sha256(content) } : file,
    );
    copy.manifest.sha256 = sha256(wholeText(copy.manifest.files));
  };
  expect(await refused(({ files }) => files.set('data/Remark.json', '[]'))).toMatch(
    /data\/Remark\.json is not the one/,
  );
  expect(await refused(({ files }) => files.delete(`texts/${slug}/version-1.txt`))).toMatch(/is missing/);
  expect(await refused(({ manifest }) => (manifest.files = manifest.files.slice(1)))).toMatch(/SHA-256 of the whole/);
  expect(await refused((copy) => (copy.manifest.files[0]!.path = '../x.json'))).toMatch(/manifest\.json/);
  expect(await refused((copy) => resigned(copy, 'data/Ruling.json', 'x'))).toMatch(/not JSON/);
  const chain = (change: (text: string) => string) =>
    refused((copy) => resigned(copy, 'data/RecordLink.json', change(copy.files.get('data/RecordLink.json') ?? '')));
  expect(
    await chain((text) => text.replace('"content": "', '"content":"').replace(/"content":"\w/, '"content":"x')),
  ).toMatch(/it is not the one that was hashed/);
  expect(await chain((text) => text.replaceAll(/"scope": ?"consultation:/g, '"scope":"consultation:x'))).toMatch(
    /chains of something else/,
  );
  expect(
    await refused((copy) =>
      resigned(copy, 'data/Remark.json', (copy.files.get('data/Remark.json') ?? '').replaceAll(teryt, '1465011')),
    ),
  ).toMatch(/another municipality/);
  const foreign = new Uint8Array(Buffer.from('%PDF-1.7\n%âãÏÓ\npodrzucony'));
  const path = `attachments/${sha256(map.bytes)}.pdf`;
  const asMap = { path: `attachments/${sha256(foreign)}.pdf`, bytes: foreign.length, sha256: sha256(foreign) };
  expect(await refused((copy) => (copy.attached = async () => foreign))).toContain(`${path} is not the one`);
  expect(await refused((copy) => (copy.attached = async () => null))).toContain(`${path} is missing`);
  expect(
    await refused((copy) => {
      copy.attached = async (asked) => (asked === path ? map.bytes : foreign);
      copy.manifest.files.push(asMap);
      copy.manifest.sha256 = sha256(wholeText(copy.manifest.files));
    }),
  ).toContain('no file that a submission of this archive shows');
  expect(await runCommand(there, { words: ['import', join(folder, 'nie-ma')], file: null })).toMatchObject({ code: 2 });
  symlinkSync('/etc/hostname', join(folder, 'link'));
  writeFileSync(join(folder, 'manifest.json'), '{}');
  expect(await runCommand(there, { words: ['import', folder], file: null })).toMatchObject({
    code: 2,
    text: expect.stringContaining('manifest.json'),
  });
  expect(await here.consultation.count()).toBe(empty);
});

test('every column of an archived table is either exported or withheld on purpose', () => {
  const columnsOf = (name: string) =>
    Object.values((Prisma as unknown as Record<string, Record<string, string>>)[`${name}ScalarFieldEnum`] ?? {}).sort();
  for (const { name, columns, withheld, people = [] } of archiveTables) {
    expect([...columns, ...withheld].sort(), name).toEqual(columnsOf(name));
    for (const column of people) expect(columns, `${name}.${column}`).toContain(column);
  }
});
