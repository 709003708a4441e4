import { dayOf } from '#app/i18n/dates.ts';
import { beforeAll, expect, test } from 'vitest';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import { by, lineOf, rootOf, runOf, wordOf } from '#app/documents/testing/word-parts.ts';
import { sessionCookie } from '#app/http/session.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { makeConsultation, makePerson, teryt, makeMunicipality } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { freezeNow } from '#tests/setup/unified.ts';

const db = await testDb();
const { baseUrl } = await testServer(db);
const day = 86_400_000;
const today = dayOf(new Date());
let viewer: Viewer;
let cookie: string;

beforeAll(async () => {
  await makeMunicipality(db);
  const person = await makePerson(db, 'Urzędniczka');
  await db.roleGrant.create({ data: { userId: person.id, role: 'official', teryt } });
  viewer = { ...person, grants: [{ role: 'official', teryt, teamId: null, organisationName: null }] };
  const session = await startSession(db, { userId: person.id, userAgent: null });
  cookie = (await sessionCookie.serialize(session)).split(';')[0] ?? '';
});

/** A consultation whose text is before the council. */
async function sent(slug: string): Promise<string> {
  const { id } = await makeConsultation(db, slug);
  const now = Date.now();
  await db.consultation.update({
    where: { id },
    data: { opensAt: new Date(now - 50 * day), closesAt: new Date(now - 10 * day), answersDueAt: new Date(now + day) },
  });
  const office = { viewer, slug, now: new Date() };
  const proposed = await proposeUnified(db, { ...office, version: 1 });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { findings } = await officeUnified(db, office);
  await answerFindings(db, {
    ...office,
    id: proposed.value.id,
    answers: new Map(findings.map(({ key, answer }) => [key, { answer: 'Wiemy.', shown: answer }])),
  });
  const frozen = await freezeNow(db, { ...office, id: proposed.value.id });
  if (!frozen.ok) throw new Error(frozen.error.code);
  return id;
}

async function adopt(
  slug: string,
  given: { text?: string; file?: Uint8Array<ArrayBuffer>; intent?: string; fields?: Record<string, string> },
) {
  const form = new FormData();
  const fields = { intent: given.intent ?? 'adopt', sign: 'XII/7/2026', adoptedOn: today, text: given.text ?? '' };
  for (const [name, value] of Object.entries({ ...fields, ...given.fields })) form.set(name, value);
  if (given.file) form.set('file', new File([given.file], 'uchwala.docx'));
  const answer = await fetch(`${baseUrl}/urzad/konsultacje/${slug}/ujednolicony`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { Cookie: cookie, Origin: baseUrl, 'Sec-Fetch-Site': 'same-origin' },
  });
  const html = await answer.text();
  const typed = /<textarea[^>]*name="text"[^>]*>([^<]*)</.exec(html)?.[1] ?? null;
  return { status: answer.status, html, typed };
}

const adopted = (id: string) => db.adoptedText.count({ where: { unified: { consultationId: id } } });

const withHeader = wordOf(lineOf(runOf('§ 1. Tekst z pliku.')), [
  ['header', 'header1.xml', rootOf('w:hdr', lineOf(runOf('Druk nr 77')))],
]) as Uint8Array<ArrayBuffer>;

test('a file that holds more than its text shows what was left out before anything is adopted', async () => {
  const id = await sent('uchwala-z-naglowkiem');
  const first = await adopt('uchwala-z-naglowkiem', { file: withHeader });
  expect([first.status, await adopted(id), first.typed?.trim()]).toEqual([400, 0, '§ 1. Tekst z pliku.']);
  expect(first.html).toContain('Druk nr 77');
  expect(first.html).toMatch(/Co zrobiliśmy z\splikiem/);
  const second = await adopt('uchwala-z-naglowkiem', { text: first.typed! });
  expect([second.status, await adopted(id)]).toEqual([303, 1]);
  const corrected = await adopt('uchwala-z-naglowkiem', {
    file: withHeader,
    intent: 'correct',
    fields: { after: '1', reason: 'Zły plik.' },
  });
  expect([corrected.status, await adopted(id), corrected.html.includes('Druk nr 77')]).toEqual([400, 1, true]);
});

test('a plain file is adopted at once, the source of a page after a look, and tracked changes never', async () => {
  const id = await sent('uchwala-z-kodu');
  const marked = wordOf(lineOf(`${runOf('§ 1. Tekst')}${by('ins', runOf(' nowy'))}`)) as Uint8Array<ArrayBuffer>;
  for (const given of [{ file: marked }, { text: '<p>§ 1. A<del>B</del></p><p>§ 2. C</p>' }]) {
    const refused = await adopt('uchwala-z-kodu', given);
    expect([refused.status, await adopted(id)]).toEqual([400, 0]);
    expect(refused.html).toContain('otwarte zmiany śledzone');
  }
  const page = await adopt('uchwala-z-kodu', { text: '<p>§ 1. Zakazuje się:</p><ol><li>hałasu.</li></ol>' });
  expect([page.status, page.typed?.trim(), await adopted(id)]).toEqual([400, '§ 1. Zakazuje się:\n\n1) hałasu.', 0]);
  expect(page.html).toContain('To był kod strony (HTML)');
  const plain = wordOf(lineOf(runOf('§ 1. Tekst z pliku.'))) as Uint8Array<ArrayBuffer>;
  const entered = await adopt('uchwala-z-kodu', { file: plain });
  expect([entered.status, await adopted(id)]).toEqual([303, 1]);
});
