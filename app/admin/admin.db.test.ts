import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { lockFolder } from '#app/db/folder-lock.server.ts';
import { resetPassword } from '#app/people/reset-password.server.ts';
import { signIn } from '#app/people/sign-in.server.ts';
import { findViewer } from '#app/people/sessions.server.ts';
import { isLeadOf, isOfficialOf, organisationOf } from '#app/people/viewer.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { readArguments } from './arguments.ts';
import { answerForwarded, doorFile, type Door } from './answer-forwarded.server.ts';
import { commandLine } from './command-line.server.ts';
import { runCommand } from './run-command.server.ts';

const db = await testDb();
await db.municipality.create({
  data: {
    teryt: '2464011',
    name: 'Częstochowa',
    kind: 'urban',
    county: 'Częstochowa',
    countyRights: true,
    voivodeship: 'śląskie',
    searchKey: 'czestochowa',
    stateOn: '2023-01-01',
  },
});
const run = (...words: string[]) => runCommand(db, { words, file: null });
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-admin-'));
  folders.push(folder);
  return folder;
}

/** A data folder held by this process, as by a running server. */
async function heldFolder() {
  const folder = newFolder();
  const lock = await lockFolder(folder);
  const close = await answerForwarded({ db, copyFiles: null }, folder);
  return { folder, close: async () => (await close(), lock.release()) };
}

const places = (folder: string) => ({ folder, migrations: join(process.cwd(), 'prisma/migrations') });
const newUser = (email: string) => run('create-user', email, 'Ewa Lis');

test('a created account gets in by its link only, and its address counts as confirmed then', async () => {
  const answer = await newUser('nowa@example.pl');
  expect(answer.code).toBe(0);
  const secret = /\/haslo\/([\w-]{43})$/.exec(answer.text)?.[1] ?? '';
  expect((await signIn(db, { email: 'nowa@example.pl', password: '!', userAgent: null })).ok).toBe(false);
  expect(await resetPassword(db, { secret, password: 'cztery zielone parasole' })).toEqual({ ok: true });
  const result = await signIn(db, { email: 'nowa@example.pl', password: 'cztery zielone parasole', userAgent: null });
  expect(result.ok && (await findViewer(db, result.secret))?.verified).toBe(true);
  expect(await newUser('NOWA@example.pl')).toEqual({
    code: 2,
    text: 'there is an account with nowa@example.pl already',
  });
});

test('roles are granted with their scope, shown, taken back and recorded', async () => {
  await newUser('rola@example.pl');
  await run('create-team', 'straznicy', 'Strażnicy', 'kontakt@example.pl');
  expect(await run('grant', 'rola@example.pl', 'official', '2464011')).toEqual({
    code: 0,
    text: 'Granted: rola@example.pl, official of 2464011.',
  });
  expect((await run('grant', 'rola@example.pl', 'lead', 'straznicy')).code).toBe(0);
  expect((await run('grant', 'rola@example.pl', 'representative', 'Koło Łąka')).code).toBe(0);
  expect((await run('user', 'rola@example.pl')).text).toContain(
    'roles: official of Częstochowa (2464011); lead of Strażnicy; representative of Koło Łąka',
  );
  const user = await db.user.findUniqueOrThrow({ where: { email: 'rola@example.pl' }, include: { grants: true } });
  const viewer = {
    ...user,
    verified: true,
    grants: user.grants.map((grant) => ({ ...grant, role: grant.role as 'official' })),
  };
  expect([
    isOfficialOf(viewer, '2464011'),
    isOfficialOf(viewer, '0201011'),
    isLeadOf(viewer, user.grants[1]?.teamId ?? ''),
    organisationOf(viewer),
  ]).toEqual([true, false, true, 'Koło Łąka']);
  expect((await run('revoke', 'rola@example.pl', 'official', '2464011')).code).toBe(0);
  expect((await run('user', 'rola@example.pl')).text).not.toContain('official');
  const kinds = (await db.event.findMany({ where: { subjectId: user.id }, orderBy: { at: 'asc' } })).map(
    (event) => event.kind,
  );
  expect(kinds).toEqual(['user.created', 'role.granted', 'role.granted', 'role.granted', 'role.revoked']);
});

test.each([
  [['grant', 'nikt@example.pl', 'admin'], 'there is no account with nikt@example.pl; open one with create-user'],
  [['grant', 'blad@example.pl', 'official', '9999991'], 'there is no municipality 9999991 in the register'],
  [['grant', 'blad@example.pl', 'member', 'nie-ma'], 'there is no team nie-ma; open one with create-team'],
  [['revoke', 'blad@example.pl', 'admin'], 'blad@example.pl is not admin'],
  [['user', 'nikt@example.pl'], 'there is no account with nikt@example.pl'],
])('%j fails with a sentence', async (words, text) => {
  await newUser('blad@example.pl');
  expect(await run(...words)).toEqual({ code: 2, text });
});

test('a role is granted once', async () => {
  await newUser('raz@example.pl');
  await run('grant', 'raz@example.pl', 'admin');
  expect(await run('grant', 'raz@example.pl', 'admin')).toEqual({ code: 2, text: 'raz@example.pl is admin already' });
});

test('while a server holds the folder the command is done by the server', async () => {
  const { folder, close } = await heldFolder();
  expect(
    await commandLine({ words: ['create-user', 'przez@example.pl', 'Ewa'], cwd: folder, places: places(folder) }),
  ).toMatchObject({ code: 0 });
  expect(await db.user.count({ where: { email: 'przez@example.pl' } })).toBe(1);
  expect((await commandLine({ words: ['user', 'nikt@example.pl'], cwd: folder, places: places(folder) })).code).toBe(2);
  await close();
});

test('a file is read where the command was typed and its text is forwarded', async () => {
  const { folder, close } = await heldFolder();
  const cwd = newFolder();
  writeFileSync(
    join(cwd, 'terc.csv'),
    'WOJ;POW;GMI;RODZ;NAZWA;NAZWA_DOD;STAN_NA\n24;;;;ŚLĄSKIE;województwo;2026-01-01\n24;64;;;Częstochowa;miasto na prawach powiatu;2026-01-01\n24;64;01;1;Częstochowa;gmina miejska;2026-01-01\n',
  );
  const answer = await commandLine({ words: ['import-terc', 'terc.csv'], cwd, places: places(folder) });
  expect(answer).toEqual({ code: 0, text: 'TERC of 2026-01-01: 1 municipalities; 0 added, 0 changed, 1 as before.' });
  expect(await commandLine({ words: ['import-terc', 'nie-ma.csv'], cwd, places: places(folder) })).toMatchObject({
    code: 2,
    text: expect.stringMatching(/^cannot read nie-ma\.csv/) as string,
  });
  writeFileSync(join(cwd, 'terc1250.csv'), Buffer.from([0x57, 0x9c, 0xe6]));
  expect((await commandLine({ words: ['import-terc', 'terc1250.csv'], cwd, places: places(folder) })).text).toBe(
    'cannot read terc1250.csv: it is not UTF-8 text',
  );
  await close();
});

test('the way in is for the owner of the folder only, and closes with the server', async () => {
  const { folder, close } = await heldFolder();
  expect(statSync(doorFile(folder)).mode & 0o777).toBe(0o600);
  const door = JSON.parse(readFileSync(doorFile(folder), 'utf8')) as Door;
  const knock = (headers: Record<string, string>, body = '{"words":["user","nowa@example.pl"],"file":null}') =>
    fetch(`http://127.0.0.1:${door.port}/`, { method: 'POST', headers, body }).then((response) => response.status);
  expect(await knock({})).toBe(403);
  expect(await knock({ Authorization: 'Bearer x' })).toBe(403);
  expect(await knock({ Authorization: `Bearer ${door.token}` })).toBe(200);
  expect(await knock({ Authorization: `Bearer ${door.token}` }, '{"words":7}')).toBe(400);
  await close();
  expect(() => statSync(doorFile(folder))).toThrow('ENOENT');
});

test('a folder held by a process that takes no commands is named', async () => {
  const folder = newFolder();
  const lock = await lockFolder(folder);
  expect(await commandLine({ words: ['user', 'nowa@example.pl'], cwd: folder, places: places(folder) })).toMatchObject({
    code: 2,
    text: expect.stringContaining('takes no commands') as string,
  });
  lock.release();
});

test('a free folder is opened, used and left free', async () => {
  const folder = newFolder();
  expect(
    (await commandLine({ words: ['create-user', 'sama@example.pl', 'Ewa'], cwd: folder, places: places(folder) })).code,
  ).toBe(0);
  expect(
    (await commandLine({ words: ['user', 'sama@example.pl'], cwd: folder, places: places(folder) })).text,
  ).toContain('Ewa <sama@example.pl>');
  (await lockFolder(folder)).release();
});

test('words of the commands for oneself are read, and what they complain of is named', () => {
  const read = (...words: string[]) => {
    const result = readArguments(words);
    return result.ok ? result.value : result.message;
  };
  const id = '0192f5c4-7d0a-7c31-9a55-0d6a3f1f2b10';
  expect(read('backup', 'a.backup')).toEqual({ command: 'backup', file: 'a.backup' });
  expect(read('restore', '--replace', 'a.backup')).toEqual({ command: 'restore', file: 'a.backup', replace: true });
  expect(read('restore', 'a.backup')).toEqual({ command: 'restore', file: 'a.backup', replace: false });
  expect([read('outbox'), read('outbox', '--failed')]).toEqual([
    { command: 'outbox', act: 'list', failedOnly: false },
    { command: 'outbox', act: 'list', failedOnly: true },
  ]);
  expect([read('outbox', 'retry', id), read('outbox', 'retry', 'all')]).toEqual([
    { command: 'outbox', act: 'retry', id },
    { command: 'outbox', act: 'retry', id: 'all' },
  ]);
  for (const words of [
    ['backup'],
    ['restore', '--replace'],
    ['outbox', 'drop', 'all'],
    ['outbox', 'retry'],
    ['outbox', 'x'],
    ['remove-demo', 'yes'],
    ['doctor', 'now'],
  ])
    expect(typeof read(...words), words.join(' ')).toBe('string');
});
