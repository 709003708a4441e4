import { readFile, readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runCommand } from '#app/admin/run-command.server.ts';
import { attachFile, storeAttachment } from '#app/drafting/attachments/attach-file.server.ts';
import { assignRemarks } from '#app/drafting/rulings/assign.server.ts';
import { setSupport } from '#app/drafting/talk/set-support.server.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import {
  codes,
  decide,
  during,
  eventsOf,
  filed,
  makeConsultation,
  makePerson,
  remarkNow,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { closeAccount } from '#app/account/closing/close-account.server.ts';
import { openDuties } from '#app/account/closing/open-duties.server.ts';
import type { Ending } from './credentials.server.ts';
import { hashPassword } from './password.server.ts';
import { registerAccount } from './register-account.server.ts';
import { findViewer, startSession } from './sessions.server.ts';
import { signIn } from './sign-in.server.ts';

const db = await testDb();
const password = 'cztery zielone parasole';
const passwordHash = await hashPassword(password);
const { official, slug, id: consultationId } = await makeConsultation(db, 'zamykane');

async function person(name: string, options: Parameters<typeof makePerson>[2] = {}) {
  const viewer = await makePerson(db, name, options);
  await db.user.update({ where: { id: viewer.id }, data: { passwordHash } });
  if (options.role)
    await db.roleGrant.create({
      data: {
        userId: viewer.id,
        role: options.role,
        teryt: viewer.grants[0]?.teryt ?? null,
        organisationName: options.organisation ?? null,
      },
    });
  return viewer;
}

const admin = (...words: string[]) => runCommand(db, { words, file: null });
const enter = (email: string) => signIn(db, { email, password, userAgent: null });
const lastLetter = (email: string) =>
  db.mailMessage.findFirstOrThrow({ where: { toEmail: email }, orderBy: { id: 'desc' } });

test('every ending on the list of credentials is reached by a use case', async () => {
  const sources = await Promise.all(
    (await readdir('app', { recursive: true }))
      .filter((name) => name.endsWith('.server.ts') && name !== 'people/credentials.server.ts')
      .map((name) => readFile(`app/${name}`, 'utf8')),
  );
  const declared =
    /export type Ending =([^;]+);/.exec(await readFile('app/people/credentials.server.ts', 'utf8'))?.[1] ?? '';
  const endings = [...declared.matchAll(/'([\w-]+)'/g)].map(([, ending]) => ending as Ending);
  expect(endings.length).toBeGreaterThan(6);
  expect(
    endings.filter(
      (ending) => !sources.some((text) => new RegExp(`endCredentials\\([^)]*ending: '${ending}'`).test(text)),
    ),
  ).toEqual([]);
});

test('a disabled account opens to nobody until it is enabled, with the roles it had; its owner is told why', async () => {
  const boss = await person('Szefowa', { role: 'admin' });
  const jan = await person('Jan', { role: 'official' });
  const session = await startSession(db, { userId: jan.id, userAgent: null });
  expect(await admin('disable', jan.email, 'Zgubiony telefon.')).toMatchObject({ code: 0 });
  expect([await findViewer(db, session), await enter(jan.email)]).toEqual([
    null,
    { ok: false, error: { code: 'disabled' } },
  ]);
  expect((await lastLetter(jan.email)).body).toContain('Zgubiony telefon.');
  expect(await db.roleGrant.count({ where: { userId: jan.id, revokedAt: null } })).toBe(1);
  expect(await admin('disable', jan.email, 'Jeszcze raz.')).toMatchObject({ code: 2 });
  expect((await admin('user', jan.email)).text).toContain('disabled');
  expect(await admin('enable', jan.email, 'Znaleziony.')).toMatchObject({ code: 0 });
  expect([await findViewer(db, session), (await enter(jan.email)).ok]).toEqual([null, true]);
  expect(await admin('enable', jan.email, 'Po co.')).toMatchObject({ code: 2 });
  expect(await eventsOf(db, jan.id)).toEqual(
    expect.arrayContaining(['user.disabled', 'user.credentials-ended', 'user.enabled']),
  );
  expect(await admin('disable', boss.email, 'Pomyłka.')).toMatchObject({
    code: 2,
    text: expect.stringContaining('last administrator') as string,
  });
  expect(await admin('disable', 'nikt@x.example', 'Nic.')).toMatchObject({ code: 2 });
  expect(await admin('disable', jan.email)).toMatchObject({ code: 2 });
});

test('of two administrators disabled at once one stays', async () => {
  const [one, two] = [await person('Adam', { role: 'admin' }), await person('Beata', { role: 'admin' })];
  await db.user.updateMany({ where: { displayName: 'Szefowa' }, data: { disabledAt: new Date() } });
  const answers = await Promise.all([one, two].map(({ email }) => admin('disable', email, 'Obie naraz.')));
  expect(answers.map(({ code }) => code).toSorted()).toEqual([0, 2]);
});

test('a closed account leaves words without a name, frees the address and can never be entered or opened again', async () => {
  const anna = await person('Zofia Kanarek');
  const piotr = await person('Piotr');
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.term,
    text: 'Konsultacje trwają co najmniej 21 dni i obejmują jedno spotkanie w siedzibie urzędu.',
  });
  const { filingId } = await remarkNow(db, slug, number);
  await db.filing.update({
    where: { id: filingId },
    data: { authorName: 'Zofia Kanarek', contactEmail: anna.email, contactAddress: 'Polna 1' },
  });
  await db.remark.updateMany({ where: { filingId }, data: { authorName: 'Zofia Kanarek' } });
  expect(
    (await addComment(db, { viewer: anna, slug, code: codes.report, body: 'Dlaczego?', parentId: null, now: during }))
      .ok,
  ).toBe(true);
  const other = await filed(db, { slug, viewer: piotr, code: codes.last, op: 'none', reason: 'Za późno.' });
  await setSupport(db, { viewer: anna, slug, number: other, stance: 'support', now: during });
  // A file that bears the name of its sender, as files do.
  const bytes = new Uint8Array(Buffer.from('%PDF-1.7\nmapa'));
  const stored = await storeAttachment(db, { viewer: anna, name: 'Zofia Kanarek mapa.pdf', bytes });
  if (!stored.ok) throw new Error(stored.error.code);
  const { hash } = stored.file;
  await attachFile(db, { viewer: anna, slug, filing: number, kind: 'map', hash, now: during });
  const session = await startSession(db, { userId: anna.id, userAgent: 'Firefox' });
  expect(await closeAccount(db, { viewer: anna, password: 'nie to hasło' })).toEqual({
    ok: false,
    error: { code: 'old-password' },
  });
  expect(await closeAccount(db, { viewer: anna, password })).toEqual({ ok: true });
  await expect(closeAccount(db, { viewer: anna, password })).rejects.toMatchObject({ code: 'not-found' });
  expect([await findViewer(db, session), await enter(anna.email)]).toEqual([
    null,
    { ok: false, error: { code: 'wrong' } },
  ]);
  expect(await admin('enable', anna.email, 'Chcę wrócić.')).toMatchObject({ code: 2 });
  expect((await db.mailMessage.findMany({ where: { toEmail: anna.email } })).map(({ subject }) => subject)).toEqual([
    'Twoje konto w Paragrafie jest zamknięte',
  ]);
  expect(await everywhere(['Zofia Kanarek', anna.email])).toEqual(['MailMessage']);
  expect(
    await db.remark.findFirst({ where: { consultationId, number }, select: { state: true, authorName: true } }),
  ).toEqual({ state: 'open', authorName: '' });
  expect(await db.support.count({ where: { userId: anna.id } })).toBe(1);
  expect(
    await registerAccount(db, {
      displayName: 'Zofia Nowa',
      email: anna.email,
      password: 'inne dobre słowa tutaj',
      locale: 'pl',
    }),
  ).toEqual({ ok: true });
  expect(await db.user.findUnique({ where: { email: anna.email }, select: { displayName: true } })).toEqual({
    displayName: 'Zofia Nowa',
  });
});

test('an amendment of a closed account that asks for consent stays without it, and the office can still decide', async () => {
  const author = await person('Autorka');
  const number = await filed(db, {
    slug,
    viewer: author,
    code: codes.first,
    text: 'Uchwała określa zasady i tryb konsultacji z mieszkańcami.',
  });
  expect(await closeAccount(db, { viewer: author, password })).toEqual({ ok: true });
  const winner = await filed(db, {
    slug,
    viewer: await person('Druga'),
    code: codes.first,
    text: 'Uchwała określa zasady konsultacji z mieszkańcami gminy.',
  });
  expect(await decide(db, { slug, viewer: official, number: winner, decision: 'accepted' })).toMatchObject({
    ok: true,
  });
  expect((await remarkNow(db, slug, number)).state).toBe('open');
  expect(await decide(db, { slug, viewer: official, number, decision: 'not-accepted' })).toMatchObject({ ok: true });
});

test('what others would be left with is handed over first', async () => {
  const clerk = await person('Urzędniczka', { role: 'official' });
  const number = await filed(db, {
    slug,
    viewer: await person('Ktoś'),
    code: codes.last,
    op: 'none',
    reason: 'Czekam.',
  });
  expect(
    await assignRemarks(db, {
      viewer: official,
      slug,
      numbers: [number],
      officialId: clerk.id,
      shown: new Map([[number, '']]),
    }),
  ).toMatchObject({ ok: true });
  expect((await openDuties(db, clerk.id)).map(({ kind }) => kind)).toContain('assigned');
  expect(await closeAccount(db, { viewer: clerk, password })).toEqual({ ok: false, error: { code: 'duties' } });
  expect(await db.user.findUnique({ where: { id: clerk.id }, select: { closedAt: true } })).toEqual({ closedAt: null });
  const speaker = await person('Rzeczniczka', { role: 'representative', organisation: 'Towarzystwo Rzeki' });
  await filed(db, { slug, viewer: speaker, code: codes.last, op: 'none', reason: 'W imieniu.' });
  expect(await openDuties(db, speaker.id)).toEqual([
    { kind: 'organisation', count: 1, scope: 'Towarzystwo Rzeki', blocks: false },
  ]);
  expect(await closeAccount(db, { viewer: speaker, password })).toEqual({ ok: true });
});

/** Tables in which any of the words still stand, in whatever column. */
async function everywhere(words: readonly string[]): Promise<string[]> {
  const tables = await db.$queryRaw<
    { name: string }[]
  >`select tablename as name from pg_tables where schemaname = current_schema() and tablename !~ '^_prisma' order by 1`;
  const found: string[] = [];
  for (const { name } of tables) {
    for (const word of words) {
      const [row] = await db.$queryRawUnsafe<{ n: number }[]>(
        `select count(*)::int as n from "${name}" t where to_jsonb(t)::text ilike '%' || $1 || '%'`,
        word,
      );
      if (row && row.n > 0 && !found.includes(name)) found.push(name);
    }
  }
  return found;
}
