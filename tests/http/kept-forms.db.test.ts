import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { sessionCookie } from '#app/http/session.server.ts';
import { withSession } from '#app/http/sign-in.server.ts';
import { findKeptForms, keepForm, purgeKeptForms } from '#app/people/kept-form.server.ts';
import { endSession, findViewer, startSession } from '#app/people/sessions.server.ts';
import { hashSecret } from '#app/people/secrets.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { codes, makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { formsOf, plain } from '#tests/setup/page-forms.ts';
import { rawRequest, type RawAnswer } from '#tests/setup/raw-request.ts';
import { routeAddresses } from '#tests/setup/route-addresses.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { routeFiles } from '../../scripts/route-files.mjs';

const db = await testDb();
const { port, build } = await testServer(db);
const slug = 'zasady';
const words = 'Zdanie, którego nie wolno zgubić, & „znaki”.';
let anna: Viewer;
let jan: Viewer;

beforeAll(async () => {
  await makeConsultation(db, slug);
  const now = Date.now();
  const day = 86_400_000;
  await db.consultation.updateMany({
    data: { opensAt: new Date(now - day), closesAt: new Date(now + day), answersDueAt: new Date(now + 2 * day) },
  });
  anna = await makePerson(db, 'Anna');
  jan = await makePerson(db, 'Jan');
});
beforeEach(() => db.keptForm.deleteMany());

async function signedIn({ id }: Viewer): Promise<{ secret: string; cookie: string }> {
  const secret = await startSession(db, { userId: id, userAgent: null });
  return { secret, cookie: (await sessionCookie.serialize(secret)).split(';')[0]! };
}

async function over(viewer: Viewer): Promise<string> {
  const { secret, cookie } = await signedIn(viewer);
  await endSession(db, secret);
  return cookie;
}

const cookiesOf = (answer: RawAnswer) => [answer.headers['set-cookie'] ?? []].flat().map((each) => each.split(';')[0]!);
const keptOf = (answer: RawAnswer) => cookiesOf(answer).find((each) => each.startsWith('paragraf_kept=')) ?? '';

type Sent = { cookie?: string; fields: Record<string, string>; file?: string };

function send(path: string, { cookie, fields, file }: Sent): Promise<RawAnswer> {
  const headers: Record<string, string> = cookie ? { Cookie: cookie } : {};
  if (file === undefined)
    return rawRequest(port, path, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(fields)),
    });
  const parts = Object.entries(fields).map(
    ([name, value]) => `--xx\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const last = `--xx\r\nContent-Disposition: form-data; name="file"; filename="mapa.pdf"\r\nContent-Type: application/pdf\r\n\r\n${file}\r\n--xx--\r\n`;
  return rawRequest(port, path, {
    method: 'POST',
    headers: { ...headers, 'Content-Type': 'multipart/form-data; boundary=xx' },
    body: parts.join('') + last,
  });
}

async function page(path: string, cookie: string): Promise<string> {
  const answer = await rawRequest(port, path, { headers: { Cookie: cookie } });
  return answer.body.toString().replaceAll('<!-- -->', '');
}

/** Forms that nobody has to be signed in for: they are taken, or come back by themselves. */
const open = [
  'ankiety.$slug._index',
  'ankiety.$slug.punkt',
  'embargo.$secret',
  'haslo.$token',
  'haslo._index',
  'konsultacje.$slug.j.$code.poprawka',
  'konsultacje.$slug.uwagi.nowa',
  'konto_.adres.$secret',
  'logowanie',
  'logowanie_.link.$token',
  'logowanie_.link._index',
  'oceny.$slug.prasa._index',
  'oceny.$slug.prasa.potwierdz.$secret',
  'oceny.$slug.prasa.wypisz.$secret',
  'odpowiedz.link.$secret',
  'potwierdz.$token',
  'potwierdz.uwaga.$token',
  'rejestracja',
  'tablice.$slug._index',
  'tablice.$slug.wazenie',
  'tablice._index',
  'tablice.kod.$secret',
  'wyloguj',
];

/** Buttons of forms that are told apart before anybody is asked for. */
const intents: Record<string, string> = { 'konsultacje.$slug.uwagi.$number': 'answer' };

const formRoutes = [...routeFiles()]
  .filter(([name, file]) => name.startsWith('($lang)') && readFileSync(file, 'utf8').includes('export const action'))
  .map(([name]) => name.replace('($lang).', '').replace(/\.tsx?$/, ''));

test('every form of the program that meets the end of its session is shown again after the sign-in, with every word, to its author alone', async () => {
  const cookie = await over(anna);
  const back = (await signedIn(anna)).cookie;
  const other = (await signedIn(jan)).cookie;
  const addresses = routeAddresses(build, { slug, edition: 'x', teryt, indicator: 'P01', code: codes.term });
  const asked: string[] = [];
  for (const route of formRoutes) {
    const address = addresses.find(({ id }) => id === `routes/($lang).${route}`);
    expect([route, address === undefined]).toEqual([route, false]);
    const path = address!.fill();
    const fields = {
      intent: intents[route] ?? 'save',
      reason: words,
      title: `${words} 2`,
      one: 'jednowyrazowe',
      version: '3',
    };
    for (const file of [undefined, 'treść pliku']) {
      const sent = await send(path, { cookie, fields, ...(file === undefined ? {} : { file }) });
      if (!String(sent.headers.location).startsWith('/logowanie?')) {
        asked.push(route);
        break;
      }
      expect([route, sent.status, sent.headers.location]).toEqual([
        route,
        303,
        '/logowanie?dalej=%2Fkonto%2Fformularze&info=form-kept',
      ]);
      const kept = keptOf(sent);
      const shown = await page('/konto/formularze', `${back}; ${kept}`);
      const form = formsOf(shown).find(({ action }) => action === path);
      expect([route, Object.fromEntries(form?.fields ?? [])]).toEqual([route, fields]);
      expect(shown.includes('mapa.pdf')).toBe(file !== undefined);
      const foreign = plain(await page('/konto/formularze', `${other}; ${kept}`));
      expect([route, foreign.includes(words), foreign.includes('Formularz innej osoby')]).toEqual([route, false, true]);
    }
  }
  expect(asked.toSorted()).toEqual(open);
});

const comment = `/konsultacje/${slug}/j/${codes.term}/komentarz`;

test('a comment is sent from there by its author, once, and waits no longer', async () => {
  const { cookie } = await signedIn(anna);
  const form = formsOf(await page(comment, cookie)).find(({ names }) => names.includes('body'))!;
  const fields = { ...Object.fromEntries(form.fields), body: words };
  const sent = await send(comment, { cookie: await over(anna), fields });
  const now = `${cookie}; ${keptOf(sent)}`;
  expect(await page('/konsultacje', now)).toContain('1 formularz czeka na wysłanie');
  const kept = formsOf(await page('/konto/formularze', now)).find(({ action }) => action === comment)!;
  expect(await db.comment.count()).toBe(0);
  const done = await send(comment, { cookie: now, fields: Object.fromEntries(kept.fields) });
  expect([done.status, (await db.comment.findFirstOrThrow()).body]).toEqual([303, words]);
  expect([await db.keptForm.count(), (await page('/konsultacje', now)).includes('czeka na wysłanie')]).toEqual([
    0,
    false,
  ]);
});

test('after signing out in another window it is still known whose the form was; without any trace it waits half an hour', async () => {
  const { cookie } = await signedIn(anna);
  const left = cookiesOf(await send('/wyloguj', { cookie, fields: {} })).find((each) =>
    each.startsWith('paragraf_left='),
  );
  const known = await send(comment, { cookie: left ?? '', fields: { body: words } });
  const other = (await signedIn(jan)).cookie;
  expect(plain(await page('/konto/formularze', `${other}; ${keptOf(known)}`))).not.toContain(words);
  const unknown = await send(comment, { fields: { body: words } });
  expect(plain(await page('/konto/formularze', `${other}; ${keptOf(unknown)}`))).toContain(words);
  const rows = await db.keptForm.findMany({ orderBy: { createdAt: 'asc' } });
  expect(rows.map(({ userId, createdAt, expiresAt }) => [userId, (+expiresAt - +createdAt) / 60_000])).toEqual([
    [anna.id, 1440],
    [null, 30],
  ]);
  // Nothing of the words can be read in the table, with whatever else is there.
  for (const { sealed } of rows) expect(Buffer.from(sealed).toString('utf8')).not.toContain('wolno');
});

test('who has to confirm the address first finds the form again', async () => {
  const eva = await makePerson(db, 'Ewa', { verified: false });
  const { cookie } = await signedIn(eva);
  const sent = await send(comment, { cookie, fields: { body: words } });
  expect([sent.status, sent.headers.location]).toEqual([303, '/konto?info=confirm-first']);
  expect(plain(await page('/konto/formularze', `${cookie}; ${keptOf(sent)}`))).toContain(words);
});

test('a form that is too large comes back with the words that stand in front of what is too much', async () => {
  const { cookie } = await signedIn(anna);
  for (const [fields, file] of [
    [{ body: words, more: 'x'.repeat(5 * 1024 * 1024) }, undefined],
    [{ body: words }, 'x'.repeat(5 * 1024 * 1024)],
  ] as const) {
    const sent = await send(comment, { cookie, fields, ...(file === undefined ? {} : { file }) });
    const form = formsOf(sent.body.toString()).find(({ action }) => action === comment);
    expect([sent.status, form?.fields]).toEqual([413, [['body', words]]]);
  }
  const ended = await send(comment, { cookie: await over(anna), fields: { body: words, more: 'x'.repeat(5_000_000) } });
  expect(plain(await page('/konto/formularze', `${cookie}; ${keptOf(ended)}`))).toContain(words);
});

test('a browser keeps five forms, each for its time, and a link removes one', async () => {
  const { cookie } = await signedIn(anna);
  const ended = await over(anna);
  let kept = '';
  for (let at = 1; at <= 6; at += 1) {
    const sent = await send(comment, {
      cookie: [ended, kept].filter(Boolean).join('; '),
      fields: { body: `Słowa ${at}.` },
    });
    kept = keptOf(sent);
  }
  const shown = plain(await page('/konto/formularze', `${cookie}; ${kept}`));
  expect([1, 2, 6].map((at) => shown.includes(`Słowa ${at}.`))).toEqual([false, true, true]);
  const { id } = await db.keptForm.findFirstOrThrow();
  await send('/konto/formularze', { cookie: `${cookie}; ${kept}`, fields: { id } });
  expect(await db.keptForm.count()).toBe(4);
  await purgeKeptForms(db, new Date(Date.now() + 86_400_000));
  expect(await db.keptForm.count()).toBe(0);
});

test('another browser reads nothing, and a changed row is none', async () => {
  const form = { path: comment, fields: { body: [words] }, files: [] };
  const secret = (await keepForm(db, { form, secret: null, endedSession: null }))!;
  const asked = { secret, userId: anna.id };
  expect((await findKeptForms(db, asked)).map(({ fields }) => fields)).toEqual([{ body: [words] }]);
  expect(await findKeptForms(db, { ...asked, secret: 'inny' })).toEqual([]);
  const row = await db.keptForm.findFirstOrThrow();
  const sealed = new Uint8Array(row.sealed);
  sealed[20]! ^= 1;
  await db.keptForm.update({ where: { id: row.id }, data: { sealed } });
  expect(await findKeptForms(db, asked)).toEqual([]);
});

test('a session in use goes on for thirty days from its last use, and ends after half a year', async () => {
  const { secret } = await signedIn(anna);
  const day = 86_400_000;
  const session = await db.session.findFirstOrThrow({ orderBy: { createdAt: 'desc' } });
  const set = (began: number) =>
    db.session.update({
      where: { id: session.id },
      data: {
        createdAt: new Date(Date.now() - began * day),
        lastSeenAt: new Date(Date.now() - day),
        expiresAt: new Date(Date.now() + day),
      },
    });
  const left = async () => {
    await findViewer(db, secret);
    const { expiresAt } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    return Math.round((expiresAt.getTime() - Date.now()) / day);
  };
  await set(10);
  expect(await left()).toBe(30);
  await set(175);
  expect(await left()).toBe(5);
});

test('on a device that others use every page says so, nothing is kept there, and the end can be asked for', async () => {
  const own = (await signedIn(anna)).cookie;
  const secret = await startSession(db, { userId: anna.id, userAgent: null, shared: true });
  const answer = await withSession('/', secret, { shared: true });
  const set = answer.headers.getSetCookie();
  expect([set.length, /max-age|expires/i.test(String(set))]).toEqual([1, false]);
  const shared = set[0]!.split(';')[0]!;
  const says = async (cookie: string) => {
    const shown = await page(comment, cookie);
    return [shown.includes('data-device-copy'), /Urządzenie, z\sktórego korzystają też inni/.test(shown)];
  };
  expect([await says(own), await says(shared)]).toEqual([
    [true, false],
    [false, true],
  ]);
  const left = async (cookie: string, query = '') =>
    JSON.parse(await page(`/konto/sesja.json${query}`, cookie)).seconds;
  await db.session.updateMany({
    where: { secretHash: hashSecret(secret) },
    data: { lastSeenAt: new Date(Date.now() - 600_000), expiresAt: new Date(Date.now() + 1_200_000) },
  });
  expect([await left(shared), await left(shared, '?dluzej=1')].map((each) => Math.round(each / 60))).toEqual([20, 30]);
  await endSession(db, secret);
  expect(await left(shared, '?dluzej=1')).toBe(0);
});
