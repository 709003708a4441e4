import { expect, test } from 'vitest';
import { fileFiling } from '#app/drafting/register/file-filing.server.ts';
import { emptyOperation } from '#app/drafting/register/filing-draft.ts';
import { addComment } from '#app/drafting/talk/add-comment.server.ts';
import { undoRedaction } from '#app/redaction/undo-redaction.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { noPassword } from '#app/people/password.server.ts';
import { signInByLink } from '#app/people/sign-in-by-link.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { coverIn, placesWith } from '#tests/setup/cover-words.ts';
import { codes, during, eventsOf, makeConsultation, makePerson } from '#tests/setup/consultation.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { allowName } from './allow-name.server.ts';
import { withdrawNames } from './withdraw-names.server.ts';

const db = await testDb();
const { port } = await testServer(db);
const slug = 'podpisane';
const { id: consultationId, official } = await makeConsultation(db, slug);

async function say(viewer: Viewer, body = 'Popieram.'): Promise<string> {
  const said = await addComment(db, { viewer, slug, code: codes.term, body, parentId: null, now: during });
  if (!said.ok) throw new Error(said.error.code);
  return said.value.id;
}

/** Files a signed letter of two points; gives its row. */
async function sign(viewer: Viewer, words: string, guest = false) {
  const { units, version } = await loadDraft(db, { slug });
  const unit = units.find(({ code }) => code === codes.term)!;
  const point = (reason: string) => ({
    reason,
    place: '',
    operations: [emptyOperation({ code: codes.term, revisionId: unit.revisionId, text: unit.text }, 'none')],
  });
  const filer = guest
    ? {
        kind: 'guest' as const,
        userId: viewer.id,
        name: viewer.displayName,
        organisation: null,
        sentAt: during,
        version,
      }
    : { kind: 'author' as const, viewer };
  const filed = await fileFiling(db, {
    slug,
    filer,
    nameIsPublic: true,
    points: [point(words), point(`${words} I jeszcze to.`)],
    now: during,
  });
  if (!filed.ok) throw new Error(JSON.stringify(filed.error));
  return db.filing.findFirstOrThrow({
    where: { consultationId, number: filed.value.number },
    include: { remarks: true },
  });
}
const now = (id: string) =>
  db.filing.findUniqueOrThrow({ where: { id }, include: { remarks: { select: { authorName: true } } } });

test('of one letter the name goes with its points, the office keeps it, and nothing else changes', async () => {
  const zofia = await makePerson(db, 'Zofia Pliszka');
  const [letter, other, comment] = [
    await sign(zofia, 'Za krótko trwają.'),
    await sign(zofia, 'Druga sprawa, o tablicy.'),
    await say(zofia),
  ];
  expect(await withdrawNames(db, { viewer: zofia, which: { kind: 'filing', id: letter.id } })).toEqual({
    ok: true,
    value: { count: 1 },
  });
  expect(await now(letter.id)).toMatchObject({
    authorName: '',
    privateName: 'Zofia Pliszka',
    remarks: [{ authorName: '' }, { authorName: '' }],
  });
  expect(await now(other.id)).toMatchObject({ authorName: 'Zofia Pliszka' });
  expect(await db.comment.findUniqueOrThrow({ where: { id: comment } })).toMatchObject({ authorName: 'Zofia Pliszka' });
  expect(await eventsOf(db, letter.id)).toContain('name-withdrawn');
  expect(await db.mailMessage.count({ where: { toEmail: zofia.email, body: { contains: 'podpis' } } })).toBeGreaterThan(
    0,
  );
  // Once is enough, and it is nobody else's business.
  expect(await withdrawNames(db, { viewer: zofia, which: { kind: 'filing', id: letter.id } })).toEqual({
    ok: false,
    error: { code: 'not-signed' },
  });
  const stranger = await makePerson(db, 'Obca');
  for (const which of [
    { kind: 'filing' as const, id: other.id },
    { kind: 'comment' as const, id: comment },
  ])
    expect(await withdrawNames(db, { viewer: stranger, which })).toEqual({ ok: false, error: { code: 'not-signed' } });
  expect(await now(other.id)).toMatchObject({ authorName: 'Zofia Pliszka' });
  expect(await withdrawNames(db, { viewer: zofia, which: { kind: 'comment', id: comment } })).toEqual({
    ok: true,
    value: { count: 1 },
  });
  expect(await db.comment.findUniqueOrThrow({ where: { id: comment } })).toMatchObject({
    authorName: '',
    body: 'Popieram.',
  });
});

test('everywhere means now and from now on, until it is allowed again, which brings nothing back; words of the office keep their signature', async () => {
  const jan = await makePerson(db, 'Jan Dudek');
  const [letter] = [await sign(jan, 'Piszę o terminie wejścia w życie.'), await say(jan)];
  const answer = await say(official, 'Dziękujemy.');
  expect(await withdrawNames(db, { viewer: jan, which: { kind: 'all' } })).toEqual({ ok: true, value: { count: 2 } });
  expect(
    (await placesWith(db, 'Jan Dudek')).filter(
      (place) => !place.startsWith('User.') && place !== 'MailMessage.toEmail',
    ),
  ).toEqual(['Filing.privateName']);
  const unsigned = await say(jan, 'Jeszcze coś.');
  expect(await db.comment.findUniqueOrThrow({ where: { id: unsigned } })).toMatchObject({ authorName: '' });
  expect(await withdrawNames(db, { viewer: official, which: { kind: 'all' } })).toMatchObject({
    ok: true,
    value: { count: 0 },
  });
  expect(await db.comment.findUniqueOrThrow({ where: { id: answer } })).toMatchObject({
    authorName: 'Marta',
    byOffice: true,
  });
  await allowName(db, { viewer: jan });
  await allowName(db, { viewer: jan });
  expect((await eventsOf(db, jan.id)).filter((kind) => kind === 'user.name-allowed')).toHaveLength(1);
  const signed = await say(jan, 'Znów pod nazwiskiem.');
  expect(await db.comment.findUniqueOrThrow({ where: { id: signed } })).toMatchObject({ authorName: 'Jan Dudek' });
  expect(await now(letter.id)).toMatchObject({ authorName: '' });
  expect(await db.comment.findUniqueOrThrow({ where: { id: unsigned } })).toMatchObject({ authorName: '' });
});

test('a name that was covered and then withdrawn does not come back when the covering is taken back', async () => {
  const ewa = await makePerson(db, 'Ewa Kukułka');
  const letter = await sign(ewa, 'O raporcie i jego terminie.');
  const covered = await coverIn(db, { type: 'filing', id: letter.id }, { viewer: official, words: 'Ewa Kukułka' });
  if (!covered.ok) throw new Error(covered.error.code);
  expect(await withdrawNames(db, { viewer: ewa, which: { kind: 'filing', id: letter.id } })).toMatchObject({
    ok: true,
  });
  expect(
    await undoRedaction(db, {
      viewer: official,
      type: 'filing',
      id: letter.id,
      redactionId: covered.value.id,
      reason: 'Zbędne.',
    }),
  ).toMatchObject({ ok: true });
  expect(await now(letter.id)).toMatchObject({
    authorName: '',
    privateName: 'Ewa Kukułka',
    remarks: [{ authorName: '' }, { authorName: '' }],
  });
});

const cookieOf = async (secret: string) => (await sessionCookie.serialize(secret)).split(';')[0] ?? '';
const page = async (path: string, cookie?: string) =>
  (await rawRequest(port, path, cookie ? { headers: { Cookie: cookie } } : {})).body.toString();

test('whoever sees their name on a page takes it back there, a guest by the link in the receipt', async () => {
  const ola = await makePerson(db, 'Ola Zięba');
  const guest = await makePerson(db, 'Iwo Gil');
  await db.user.update({ where: { id: guest.id }, data: { isGuest: true, passwordHash: noPassword } });
  const [letter, typed, comment] = [
    await sign(ola, 'O jednym spotkaniu w urzędzie.'),
    await sign(guest, 'O drugim spotkaniu, w szkole.', true),
    await say(ola, 'Tak.'),
  ];
  const receipt = await db.mailMessage.findFirstOrThrow({
    where: { toEmail: guest.email, dedupeKey: `receipt:${typed.id}` },
  });
  expect(receipt.body).toContain('Zgodę na podpis możesz w każdej chwili wycofać');
  const secret = /\/logowanie\/link\/([\w-]+)/.exec(receipt.body)?.[1] ?? '';
  const entered = await signInByLink(db, { secret, userAgent: null });
  if (!entered.ok) throw new Error(entered.error.code);
  const own = await cookieOf(await startSession(db, { userId: ola.id, userAgent: null }));
  const byLink = await cookieOf(entered.secret);
  const at = `/konsultacje/${slug}`;
  const places: [string, string, string, string][] = [
    [`${at}/uwagi/${letter.number}`, own, letter.id, 'filing'],
    [`${at}/pisma/${letter.number}`, own, letter.id, 'filing'],
    [`${at}/pisma/${typed.number}`, byLink, typed.id, 'filing'],
    [`${at}/uwagi/${typed.number + 1}`, byLink, typed.id, 'filing'],
    [`${at}/j/${codes.term}`, own, comment, 'comment'],
  ];
  for (const [path, cookie, id] of places) {
    expect([path, (await page(path, cookie)).includes(`name="text" value="${id}"`)]).toEqual([path, true]);
    for (const other of [undefined, cookie === own ? byLink : own])
      expect([path, (await page(path, other)).includes(`name="text" value="${id}"`)]).toEqual([path, false]);
  }
  for (const [path, cookie, id, kind] of [places[1]!, places[2]!, places[4]!]) {
    const body = new URLSearchParams({ kind, text: id, back: path, intent: 'one' }).toString();
    const answer = await rawRequest(port, '/konto/podpisy', {
      method: 'POST',
      body,
      headers: {
        Cookie: cookie,
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': String(body.length),
        'Sec-Fetch-Site': 'same-origin',
        Origin: `http://localhost:${port}`,
      },
    });
    expect([path, answer.status, answer.headers.location]).toEqual([path, 302 + 1, `${path}?info=names-withdrawn`]);
  }
  for (const [path, cookie, id] of places)
    expect([path, (await page(path, cookie)).includes(id)]).toEqual([path, path.includes('/j/')]);
  for (const path of [
    `${at}/uwagi/${letter.number}`,
    `${at}/uwagi/${typed.number}`,
    `${at}/uwagi`,
    `${at}/uwagi.csv`,
    `${at}/j/${codes.term}`,
  ])
    expect([path, /Zięba|Iwo Gil/.test(await page(path))]).toEqual([path, false]);
});
