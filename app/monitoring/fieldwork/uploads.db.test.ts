import { createHash } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { en as english } from '#app/i18n/messages/en.ts';
import { pl as polish } from '#app/i18n/messages/pl.ts';
import { answer, makeFieldTeam, makePerson } from '#tests/fixtures/field-team.ts';
import { codes, filed, makeConsultation, teryt as municipalTeryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { saveCodings } from './save-codings.server.ts';
import { fileReferences } from '#app/uploads/file-references.server.ts';
import { openReplyRound } from './open-reply-round.server.ts';
import { purgeUploads, unattachedDays } from '#app/uploads/purge-uploads.server.ts';
import { sendReply } from './send-reply.server.ts';
import { storeFile } from '#app/uploads/store-file.server.ts';
import { uploadRoom } from '#app/uploads/upload-room.ts';

const db = await testDb();
afterEach(() => vi.unstubAllEnvs());

const page = (text: string) => new TextEncoder().encode(`<!doctype html><title>${text}</title>`);
const send = async (userId: string, text: string, editionId: string | null = null) => {
  const stored = await storeFile(db, { userId, editionId, name: 'strona.html', bytes: page(text) });
  return stored.ok ? stored.file.hash : stored.error;
};
const later = (days: number) => new Date(Date.now() + days * 86_400_000);
const isKept = async (hash: unknown) => (await db.storedFile.count({ where: { hash: String(hash) } })) === 1;
/** Something of that size, as the tables see it. */
const fill = (hash: string, size: number, userId: string) =>
  db.storedFile.create({
    data: {
      hash,
      size,
      bytes: new Uint8Array(1),
      type: 'application/pdf',
      uploads: { create: { userId, name: hash } },
    },
  });

/** Columns of any table, the two that keep uploads excepted, in which this text stands. */
async function columnsWith(text: string): Promise<string[]> {
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    select table_name::text as "table", column_name::text as "column" from information_schema.columns
    where table_schema = 'public' and table_name not in ('StoredFile', 'FileUpload') and data_type in ('text', 'json', 'jsonb', 'character varying')`;
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await db.$queryRawUnsafe<{ has: boolean }[]>(
      `select exists (select 1 from "${table}" where "${column}"::text like '%${text}%') as has`,
    );
    if (row?.has) found.push(`${table}.${column}`);
  }
  return found.sort();
}

test('uploads that nothing refers to go after a week, and whatever names a file keeps it', async () => {
  const { lead, member, slug, teryt, editionId } = await makeFieldTeam(db, { doubleShare: 0 });
  const official = await makePerson(db, { role: 'official', teryt });
  const coded = await send(member.id, 'evidence', editionId);
  const replied = await send(official.id, 'reply', editionId);
  const earlier = await send(member.id, 'evidence taken away again', editionId);
  const loose = await send(member.id, 'given up', editionId);
  const both = await send(official.id, 'evidence', editionId);
  expect(both).toBe(coded);
  const save = (hash: unknown, revision: number) =>
    saveCodings(db, {
      viewer: member,
      slug,
      teryt,
      answers: [answer('T01', 1, { revision, evidence: [{ url: '', place: '', note: 'Strona', hash: String(hash) }] })],
    });
  expect(await save(earlier, 0)).toMatchObject({ ok: true });
  expect(await save(coded, 1)).toMatchObject({ ok: true });
  const opened = await openReplyRound(db, { viewer: lead, slug, teryts: [teryt], endsAt: later(14) });
  expect(opened).toMatchObject({ ok: true });
  expect(
    await sendReply(db, {
      viewer: official,
      slug,
      teryt,
      indicator: 'T01',
      stance: 'explanation',
      level: null,
      body: 'Jest.',
      files: [String(replied)],
      seen: 0,
    }),
  ).toMatchObject({ ok: true });
  const municipal = await makeConsultation(db, 'zalacznik');
  await filed(db, { slug: 'zalacznik', viewer: municipal.official, code: codes.term, op: 'none', reason: 'Z mapą.' });
  const { id: filingId } = await db.filing.findFirstOrThrow({ where: { consultationId: municipal.id } });
  const attached = await send(member.id, 'attached');
  await db.attachment.create({
    data: {
      teryt: municipalTeryt,
      consultationId: municipal.id,
      filingId,
      number: 1,
      kind: 'map',
      fileHash: String(attached),
      fileType: 'application/pdf',
      fileSize: 1,
      byOffice: true,
    },
  });
  const waiting = await send(member.id, 'goes with a letter that is being written');
  await db.waitingFile.create({
    data: { secretHash: 'a', hash: String(waiting), name: 'mapa.pdf', kind: 'map', until: later(unattachedDays + 3) },
  });
  const named = [
    ...(await columnsWith(String(waiting))),
    ...(await columnsWith(String(attached))),
    ...(await columnsWith(String(coded))),
    ...(await columnsWith(String(replied))),
  ];
  expect([...new Set(named)].sort()).toEqual(fileReferences.map(({ table, column }) => `${table}.${column}`).sort());
  await purgeUploads(db, later(unattachedDays - 1));
  expect(await isKept(loose)).toBe(true);
  await purgeUploads(db, later(unattachedDays + 1));
  expect(await Promise.all([loose, waiting, coded, replied, earlier, attached].map(isKept))).toEqual([
    false,
    true,
    true,
    true,
    true,
    true,
  ]);
  // Given up, it goes with the time it was to wait.
  await purgeUploads(db, later(unattachedDays + 4));
  expect(await isKept(waiting)).toBe(false);
});

test('every column that holds the hash of a file is one of the references', async () => {
  const columns = await db.$queryRaw<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and column_name ~* '(file|capture|upload)_?hash$'
    union select replace(k.conrelid::regclass::text, '"', '') || '.' || a.attname from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
      where k.contype = 'f' and k.confrelid in ('"StoredFile"'::regclass, '"FileUpload"'::regclass) and k.conrelid <> '"FileUpload"'::regclass`;
  const known = fileReferences.map(({ table, column }) => `${table}.${column}`);
  expect(columns.filter(({ name }) => !known.includes(name))).toEqual([]);
});

test('a file that is sent again begins its week anew', async () => {
  const { member } = await makeFieldTeam(db);
  const hash = await send(member.id, 'again');
  await db.fileUpload.updateMany({ where: { hash: String(hash) }, data: { uploadedAt: later(-30) } });
  await db.storedFile.updateMany({ where: { hash: String(hash) }, data: { createdAt: later(-30) } });
  expect(await send(member.id, 'again')).toBe(hash);
  await purgeUploads(db);
  expect(await isKept(hash)).toBe(true);
});

test('a person, an edition and the installation have their room, and the same content takes none', async () => {
  const { member, second, slug, teryt, editionId } = await makeFieldTeam(db, { doubleShare: 0 });
  const before = await send(member.id, 'before it was full', editionId);
  await fill('a'.repeat(64), uploadRoom.person - 100, member.id);
  expect(await send(member.id, 'x'.repeat(200))).toEqual({ code: 'quota-person', max: uploadRoom.person });
  expect(await send(member.id, 'before it was full')).toBe(before);
  expect(await send(second.id, 'x'.repeat(200), editionId)).toMatch(/^[0-9a-f]{64}$/);

  expect(await saveCodings(db, { viewer: second, slug, teryt, answers: [answer('T02', 1)] })).toMatchObject({
    ok: true,
  });
  const { id: codingId } = await db.coding.findFirstOrThrow({ where: { editionId }, select: { id: true } });
  const letters = 'bcdef';
  for (const [seq, letter] of [...letters].entries()) {
    const owner = await makePerson(db, {
      role: 'member',
      teamId: (await db.edition.findUniqueOrThrow({ where: { id: editionId } })).teamId,
    });
    await fill(letter.repeat(64), uploadRoom.edition / letters.length - 20, owner.id);
    await db.evidence.create({ data: { teryt, codingId, seq: 50 + seq, url: '', fileHash: letter.repeat(64) } });
    await db.evidence.create({ data: { teryt, codingId, seq: 60 + seq, url: '', fileHash: letter.repeat(64) } });
  }
  expect(await send(second.id, 'y'.repeat(300), editionId)).toEqual({ code: 'quota-edition', max: uploadRoom.edition });
  const { editionId: another } = await makeFieldTeam(db, { teryt: '9902022' });
  expect(await send(second.id, 'y'.repeat(300), another)).toMatch(/^[0-9a-f]{64}$/);

  vi.stubEnv('UPLOADS_MAX_GB', '1');
  expect(await send(second.id, 'z'.repeat(300), another)).toEqual({ code: 'quota-installation', max: 1_000_000_000 });
  expect(await send(second.id, 'y'.repeat(300), another)).toMatch(/^[0-9a-f]{64}$/);
  for (const each of [polish, english])
    for (const quota of ['person', 'edition', 'installation'] as const)
      expect(each[`fieldwork.file.error.quota-${quota}`]).toContain('{max}');
});

test('of many sent at once none passes the bound', async () => {
  const { member } = await makeFieldTeam(db);
  await fill('9'.repeat(64), uploadRoom.person - 400, member.id);
  const sent = await Promise.all(Array.from({ length: 6 }, (_, i) => send(member.id, String(i).repeat(150))));
  expect(sent.filter((each) => typeof each === 'string')).toHaveLength(2);
});

test('what several people sent for one edition does not together pass its bound when it is attached', async () => {
  const { member, second, lead, slug, teryt, teamId, editionId } = await makeFieldTeam(db, { doubleShare: 0 });
  const official = await makePerson(db, { role: 'official', teryt });
  const more = await Promise.all(Array.from({ length: 4 }, () => makePerson(db, { role: 'member', teamId })));
  vi.stubEnv('UPLOADS_MAX_GB', '100');
  // Each finds room for his own: nobody else's is attached yet.
  const people = [member, second, ...more];
  const files = people.map((_, at) => createHash('sha256').update(`whole ${at}`).digest('hex'));
  for (const [at, person] of people.entries()) await fill(files[at]!, uploadRoom.person - 1_000, person.id);
  const last = await send(official.id, 'of the office', editionId);
  const save = (at: number) =>
    saveCodings(db, {
      viewer: people[at]!,
      slug,
      teryt,
      answers: [answer(`T0${at + 1}`, 1, { evidence: [{ url: '', place: '', note: '', hash: files[at]! }] })],
    });
  const saved = await Promise.all(people.map((_, at) => save(at)));
  expect(saved.filter(({ ok }) => ok)).toHaveLength(Math.floor(uploadRoom.edition / uploadRoom.person));
  expect(saved.filter(({ ok }) => !ok)).toEqual([
    { ok: false, error: { code: 'quota-edition' }, indicator: expect.stringMatching(/^T0/) },
  ]);
  await fill('8'.repeat(64), 4_900, second.id);
  await db.evidence.create({
    data: {
      teryt,
      codingId: (await db.coding.findFirstOrThrow({ where: { editionId } })).id,
      seq: 90,
      url: '',
      fileHash: '8'.repeat(64),
    },
  });
  expect(await openReplyRound(db, { viewer: lead, slug, teryts: [teryt], endsAt: later(14) })).toMatchObject({
    ok: true,
  });
  const reply = () =>
    sendReply(db, {
      viewer: official,
      slug,
      teryt,
      indicator: 'T01',
      stance: 'explanation',
      level: null,
      body: 'Jest.',
      files: [String(last)],
      seen: 0,
    });
  const { size } = await db.storedFile.findUniqueOrThrow({ where: { hash: String(last) }, select: { size: true } });
  await db.storedFile.update({ where: { hash: '8'.repeat(64) }, data: { size: 5_001 - size } });
  expect(await reply()).toEqual({ ok: false, error: { code: 'quota-edition' } });
  await db.storedFile.update({ where: { hash: '8'.repeat(64) }, data: { size: 5_000 - size } });
  expect(await reply()).toMatchObject({ ok: true });
});
