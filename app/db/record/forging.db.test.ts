import { expect, test } from 'vitest';
import { verifyTexts } from '#app/consultations/verify-texts.server.ts';
import { publishReport } from '#app/consultations/report/publish-report.server.ts';
import { readDetails } from '#app/consultations/report/details.ts';
import { saveDetails } from '#app/consultations/report/save-details.server.ts';
import { changeTerms } from '#app/consultations/terms/change-terms.server.ts';
import { saveMeeting } from '#app/consultations/meetings/save-meeting.server.ts';
import { createGroup } from '#app/amendments/deciding/change-group.server.ts';
import { saveDraft } from '#app/amendments/deciding/save-draft.server.ts';
import { setFourEyes } from '#app/amendments/deciding/set-four-eyes.server.ts';
import { undoRedaction } from '#app/amendments/redaction/undo-redaction.server.ts';
import { setSupport } from '#app/amendments/set-support.server.ts';
import { addComment } from '#app/amendments/talk/add-comment.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { previewPublication } from '#app/monitoring/preview-publication.server.ts';
import { publishEdition } from '#app/monitoring/publish-edition.server.ts';
import { verifyEdition } from '#app/monitoring/publication/verify-edition.server.ts';
import { fileExample, makeEdition, makeTeam } from '#tests/fixtures/monitoring-team.ts';
import { answersDue, closesAt, codes, decide, during, filed, makeConsultation, makePerson, opensAt, teryt } from '#tests/setup/consultation.ts';
import { coverInRemark } from '#tests/setup/cover-words.ts';
import { testDb } from '#tests/setup/test-db.ts';
import type { Db } from '../client.server.ts';
import { transaction } from '../transaction.server.ts';
import { beginRecord } from './begin-record.server.ts';
import { otherTables, recordTables, type RecordTable } from './record-tables.ts';
import { readColumns, type Column } from './row-content.server.ts';
import { verifyRecord } from './verify-record.server.ts';

const db = await testDb();
const after = new Date(closesAt.getTime() + 3_600_000);
const slug = 'rejestr-sprawdzany';
let edition = '';

/** A consultation and a released edition with a row of most kinds; fixtures write within one transaction, as the program does. */
const people = await transaction(db, async (tx) => {
  const here = tx as PrismaClient;
  const made = await makeConsultation(here, slug);
  const [second, anna, jan] = [await makePerson(here, 'Piotr', { role: 'official' }), await makePerson(here, 'Anna'), await makePerson(here, 'Jan')];
  for (const { id: userId } of [made.official, second]) await here.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
  return { ...made, second, anna, jan, team: await makeTeam(here) };
});
const { official, anna, jan, team, id } = people;
const one = await filed(db, { slug, viewer: anna, code: codes.term, text: 'Konsultacje trwają 21 dni i obejmują jedno spotkanie w siedzibie urzędu.' });
const two = await filed(db, { slug, viewer: jan, code: codes.first, op: 'none', reason: 'Mój numer to 600 100 200, proszę dzwonić.' });
const three = await filed(db, { slug, viewer: jan, code: codes.first, op: 'none', reason: 'Za krótko.' });
await setSupport(db, { viewer: jan, slug, number: one, stance: 'support', now: during });
await addComment(db, { viewer: anna, slug, code: codes.report, body: 'Dlaczego 30?', parentId: null, now: during });
await decide(db, { slug, viewer: official, number: one, decision: 'accepted' });
await createGroup(db, { viewer: official, slug, title: 'Grupa', numbers: [two, three] });
await saveDraft(db, { viewer: official, slug, number: two, decision: 'answered', reason: 'Szkic.', finals: new Map(), againstVersion: 2, remarkRevision: 1, step: 'save', draftRevision: 0 });
await saveMeeting(db, { viewer: official, slug, meeting: { form: 'workshop', title: 'Warsztat', place: 'ratusz', startsAt: after, endsAt: null, attendance: null, minutes: '' }, known: null });
const dates = { opensAt, closesAt, answersDueAt: answersDue };
await changeTerms(db, { viewer: official, slug, shown: dates, dates: { ...dates, answersDueAt: new Date(answersDue.getTime() + 86_400_000) }, reason: 'Święta.', now: during });
await decide(db, { slug, viewer: official, number: two, decision: 'answered' });
await decide(db, { slug, viewer: official, number: three, decision: 'not-accepted' });
await saveDetails(db, { viewer: official, slug, revision: 0, details: { ...readDetails(null), legalBasis: 'art. 5a', aim: 'Cel', nextSteps: 'Rada', preparedBy: 'Biuro' } });
await publishReport(db, { viewer: official, slug, after: 0, note: '', now: after });
await setFourEyes(db, { viewer: official, slug, fourEyes: true, reason: 'Ważne.' });
await transaction(db, async (tx) => {
  const made = await makeEdition(tx as PrismaClient, { lead: team.lead, teamId: team.teamId, teryts: [teryt] });
  edition = made.slug;
  await fileExample(tx, { viewer: team.member, slug: edition, teryt, methodology: made.methodology });
});
const { stamp } = await previewPublication(db, { viewer: team.lead, slug: edition });
const released = await publishEdition(db, { viewer: team.lead, slug: edition, stamp });
if (!released.ok) throw new Error(JSON.stringify(released.error));

/** Runs a forging as somebody with the database in hand would, triggers and keys switched off, tells what is found, and undoes it. */
async function forged(change: string, check: (tx: Db) => Promise<string[]>): Promise<string[]> {
  let found: string[] = [];
  await db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`set local session_replication_role = replica`);
    await tx.$executeRawUnsafe(change);
    found = await check(tx);
    throw new Error('undone');
  }, { timeout: 60_000 }).catch((error: Error) => {
    if (error.message !== 'undone') throw error;
  });
  return found;
}

const record = (...tables: RecordTable[]) => async (tx: Db) => (await verifyRecord(tx, tables)).differences;

function otherValue({ name, type }: Column, key: string): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type.startsWith('timestamp')) return `coalesce("${name}", now()) + interval '1 hour'`;
  if (type === 'boolean') return `not coalesce("${name}", false)`;
  if (type === 'integer' || type === 'bigint' || type === 'numeric') return `coalesce("${name}", 0) + 1000`;
  if (type === 'jsonb') return `jsonb_build_object('forged', "${name}")`;
  if (type === 'bytea') return `"${name}" || '\\x00'::bytea`;
  if (type === 'ARRAY') return `"${name}" || array[7]`;
  return type === 'character' ? `'9999999'` : name === key ? `'x'` : `coalesce("${name}", '') || 'x'`;
}

test('what the program wrote agrees with its seals, and no row waits for one', async () => {
  expect((await verifyRecord(db)).differences).toEqual([]);
  expect((await verifyTexts(db)).flatMap(({ differences }) => differences)).toEqual([]);
  expect(await db.recordDirty.count()).toBe(0);
  await beginRecord(db);
  expect((await verifyRecord(db)).differences).toEqual([]);
});

test('every table is part of the record or said not to be', async () => {
  const tables = await db.$queryRaw<{ name: string }[]>`select tablename::text as name from pg_tables where schemaname = 'public' and tablename not like '\\_%'`;
  const known = new Set([...recordTables.map(({ name }) => name), ...otherTables]);
  expect(tables.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  const triggers = await db.$queryRaw<{ name: string; count: number }[]>`select event_object_table::text as name, count(*)::int as count from information_schema.triggers where trigger_name like 'record\\_%' group by 1`;
  expect(Object.fromEntries(triggers.map(({ name, count }) => [name, count]))).toEqual(Object.fromEntries(recordTables.map(({ name }) => [name, 3])));
});

test.each(recordTables.map((table) => [table.name, table] as const))('a change of any column of %s, a removed and a smuggled row are named', async (name, table) => {
  const columns = (await readColumns(db, [name])).get(name) ?? [];
  const [row] = await db.$queryRawUnsafe<{ id: string }[]>(`select t."${table.key}"::text as id from "${name}" t where ${table.only ?? 'true'} order by 1 limit 1`);
  if (!row) return;
  const where = `where "${table.key}" = '${row.id}'`;
  const blind: string[] = [];
  for (const column of columns) {
    const found = await forged(`update "${name}" set "${column.name}" = ${otherValue(column, table.key)} ${where}`, record(table));
    if (!found.some((line) => line.startsWith(`${name} `))) blind.push(column.name);
  }
  expect(blind).toEqual([]);
  expect(await forged(`delete from "${name}" ${where}`, record(table))).toContain(`${name} ${row.id}: it is missing`);
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  const values = columns.map((column) => (column.name === table.key ? 'gen_random_uuid()' : `"${column.name}"`)).join(', ');
  const unique = await db.$queryRawUnsafe<{ index: string }[]>(`select indexname::text as index from pg_indexes where schemaname = 'public' and tablename = '${name}' and indexdef like 'CREATE UNIQUE%' and indexname not like '%_pkey'`);
  const drop = unique.map(({ index }) => `drop index "${index}"`);
  const smuggled = await forged(`do $$ begin ${[...drop, `insert into "${name}" (${names}) select ${values} from "${name}" ${where}`].map((sql) => `${sql};`).join(' ')} end $$`, record(table));
  expect(smuggled.some((line) => line.endsWith('the program did not write it'))).toBe(true);
});

test('a forged seal, link or order of links is named too', async () => {
  const chain = record();
  const tries = [
    `update "RecordSeal" set hash = repeat('a', 64) where ctid = (select ctid from "RecordSeal" where hash is not null limit 1)`,
    `delete from "RecordSeal" where ctid = (select ctid from "RecordSeal" limit 1)`,
    `insert into "RecordSeal" (batch, scope, "tableName", "rowId") values (gen_random_uuid(), 'site', 'Ruling', 'x')`,
    `update "RecordLink" set content = repeat('a', 64) where n = 2`, `update "RecordLink" set previous = repeat('a', 64) where n = 2`, `delete from "RecordLink" where n = 1 and scope like 'consultation%'`,
    `update "RecordLink" set kind = 'start' where n = 2`, `update "RecordLink" set n = n + 100 where n = 2`,
  ];
  for (const change of tries) expect(await forged(change, chain), change).not.toEqual([]);
});

test('texts, rulings and the hour of a release are computed again, whatever the seals say', async () => {
  const texts = async (tx: Db) => (await verifyTexts(tx)).flatMap(({ differences }) => differences);
  const [revision] = await db.clauseRevision.findMany({ where: { consultationId: id }, take: 1 });
  expect(await forged(`update "ClauseRevision" set text = text || ' albo nie' where id = '${revision?.id}'`, texts)).toContainEqual(expect.stringMatching(/^Version .*made again/));
  expect(await forged(`update "Ruling" set decision = 'not-accepted'`, texts)).toContainEqual(expect.stringMatching(/^Ruling .*its remark accepted/));
  expect(await forged(`delete from "Version" where number = 2`, texts)).toContainEqual(expect.stringMatching(/^Consultation .*its versions are 1$/));
  expect(await forged(`update "Report" set json = json || '{"number": 7}'`, texts)).toContainEqual(expect.stringMatching(/^Report /));
  const hour = async (tx: Db) => (await verifyEdition(tx, { slug: edition }))?.differences ?? [];
  expect(await forged(`update "Edition" set "publishedAt" = "publishedAt" - interval '2 hours'`, hour)).toContainEqual(expect.stringContaining('released at'));
});

test('words covered by the program leave the record whole, shown again too, and their old seal gives nothing away', async () => {
  const agrees = async () => [...(await verifyRecord(db)).differences, ...(await verifyTexts(db)).flatMap(({ differences }) => differences)];
  const covered = [await coverInRemark(db, { viewer: official, slug, number: two, words: '600 100 200', note: 'Numer telefonu.' }), await coverInRemark(db, { viewer: official, slug, number: one, words: 'spotkanie', note: 'Treść.' })];
  expect(covered).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await agrees()).toEqual([]);
  expect(JSON.stringify(await db.report.findMany())).not.toContain('600 100 200');
  const { id: rowId } = await db.remark.findFirstOrThrow({ where: { consultationId: id, number: two } });
  const seals = await db.recordSeal.findMany({ where: { tableName: 'Remark', rowId } });
  expect(seals.filter(({ salt }) => salt !== null)).toMatchObject([{ isCurrent: true }]);
  expect(seals.length).toBeGreaterThan(1);
  for (const { id: redactionId, subjectId } of await db.redaction.findMany({ where: { undoneAt: null } })) {
    expect(await undoRedaction(db, { viewer: official, type: 'remark', id: subjectId, redactionId, reason: 'Pomyłka.' })).toMatchObject({ ok: true });
    expect(await agrees()).toEqual([]);
  }
});
