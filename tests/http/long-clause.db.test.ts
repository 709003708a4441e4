import { beforeAll, expect, test } from 'vitest';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { createToken } from '#app/api/tokens/create-token.server.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { codes, decide, makeConsultation, makePerson, testUnits } from '#tests/setup/consultation.ts';
import { formsOf, plain } from '#tests/setup/page-forms.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';

const db = await testDb();
const { port } = await testServer(db);

/** A provision of some 60,000 characters, each sentence another. */
const sentences = Array.from(
  { length: 520 },
  (_, at) =>
    `Działka numer ${at + 1} w obrębie Jurowice leży na terenie zabudowy zagrodowej, a jej granice określa załącznik ${at}.`,
);
const standing = sentences.join(' ');
const wanted = standing.replace('numer 300 w', 'numer 300a w');
const slug = 'plan';
let anna: Viewer;
let official: Viewer;
let cookie = '';

beforeAll(async () => {
  expect(standing.length).toBeGreaterThan(55_000);
  const made = await makeConsultation(
    db,
    slug,
    testUnits.map((unit) => (unit.number === '2' && unit.depth === 1 ? { ...unit, text: standing } : unit)),
  );
  official = made.official;
  const now = Date.now();
  const day = 86_400_000;
  await db.consultation.update({
    where: { id: made.id },
    data: { opensAt: new Date(now - day), closesAt: new Date(now + day), answersDueAt: new Date(now + 2 * day) },
  });
  anna = await makePerson(db, 'Anna');
  cookie = (await sessionCookie.serialize(await startSession(db, { userId: anna.id, userAgent: null }))).split(';')[0]!;
});

const address = `/konsultacje/${slug}/j/${codes.notice}/poprawka`;

async function openForm() {
  const page = await rawRequest(port, address, { headers: { Cookie: cookie } });
  const form = formsOf(page.body.toString()).find(({ names }) => names.includes('text'));
  if (!form) throw new Error(`no form: ${page.status}`);
  return form;
}

/** Sends what a browser without scripts sends. */
async function send(form: Awaited<ReturnType<typeof openForm>>, typed: Record<string, string>) {
  const fields = [...form.fields.filter(([name]) => !(name in typed)), ...Object.entries(typed)];
  const answer = await rawRequest(port, form.action ?? address, {
    method: 'POST',
    headers: { Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams(fields)),
  });
  return { status: answer.status, page: plain(answer.body.toString().replaceAll('<!-- -->', '')) };
}

test('a resident changes one word of a provision of 60,000 characters by the form, and the office accepts it', async () => {
  const form = await openForm();
  expect(form.fields.find(([name]) => name === 'text')?.[1]).toBe(standing);
  expect(form.typed.find(({ name }) => name === 'text')?.max).toBe(standing.length + 20_000);
  const typed = { op: 'replace', text: wanted, reason: 'Pomyłka w numerze.' };
  const preview = await send(form, { ...typed, intent: 'preview' });
  expect([preview.status, preview.page.includes('<ins>300a</ins>') || preview.page.includes('300a')]).toEqual([
    200,
    true,
  ]);
  expect((await send(form, { ...typed, intent: 'file' })).status).toBe(303);
  expect(await decide(db, { slug, viewer: official, number: 1, decision: 'accepted' })).toMatchObject({ ok: true });
  const { units } = await loadDraft(db, { slug });
  expect(units.find(({ code }) => code === codes.notice)?.text).toBe(wanted);
});

test('words beyond what an amendment may add come back with the form, whole', async () => {
  const form = await openForm();
  const whole = form.fields.find(([name]) => name === 'text')![1];
  const added = 'nowe '.repeat(3_900);
  const text = `${added}${whole.slice(6_000)} ${'jeszcze '.repeat(700)}`.trim();
  const refused = await send(form, { op: 'replace', text, reason: 'Bo tak.', intent: 'file' });
  expect([refused.status, refused.page.includes(text)]).toEqual([400, true]);
  expect(refused.page).toContain('mieści się 20');
  const taken = await send(form, { op: 'delete', reason: 'Cały zbędny.', intent: 'file' });
  expect(taken.status).toBe(303);
});

test('the interface takes the same change, and names the same bound', async () => {
  const token = await createToken(db, { viewer: anna, name: 'próba', days: 1, scopes: ['remarks:write'] });
  if (!token.ok) throw new Error(token.error.code);
  const unit = (await loadDraft(db, { slug })).units.find(({ code }) => code === codes.notice)!;
  const file = (text: string, key: string) =>
    rawRequest(port, `/api/v1/consultations/${slug}/remarks`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${token.value.secret}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': key,
      },
      body: JSON.stringify({
        points: [
          {
            reason: 'Pomyłka.',
            changes: [{ op: 'replace', clause: codes.notice, revision: unit.revisionId, text }],
          },
        ],
      }),
    });
  const taken = await file(unit.text.replace('numer 7 w', 'numer 7b w'), 'long-clause-one');
  expect([taken.status, taken.body.toString().slice(0, 300)]).toEqual([201, expect.any(String)]);
  const refused = await file(`${unit.text.slice(10_000)} ${'x'.repeat(20_001)}`, 'long-clause-two');
  expect([refused.status, refused.body.toString()]).toEqual([422, expect.stringContaining('mieści się 20')]);
});
