import { dayOf } from '#app/i18n/dates.ts';
import { expect, test } from 'vitest';
import { sessionCookie } from '#app/http/session.server.ts';
import { startSession } from '#app/people/sessions.server.ts';
import { approveOfficeDraft } from '#app/approvals/approve-office-draft.server.ts';
import { answerFindings } from '#app/drafting/unified/answer-findings.server.ts';
import { officeUnified } from '#app/drafting/unified/unified-page.server.ts';
import { proposeUnified } from '#app/drafting/unified/propose-unified.server.ts';
import { makeConsultation, makePerson, teryt } from '#tests/setup/consultation.ts';
import { formsOf, plain } from '#tests/setup/page-forms.ts';
import { rawRequest } from '#tests/setup/raw-request.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { testServer } from '#tests/setup/test-server.ts';
import { freezeNow } from '#tests/setup/unified.ts';

/** What a page says, with spaces at which a line may end. */
const said = (html: string) => plain(html).replaceAll('\u00a0', ' ');

const db = await testDb();
const { port } = await testServer(db);
const day = 86_400_000;
const dayIn = (days: number) => dayOf(new Date(Date.now() + days * day));

async function scene(slug: string, closesIn: number) {
  const { id, official } = await makeConsultation(db, slug);
  await db.roleGrant.create({ data: { userId: official.id, role: 'official', teryt } });
  const at = (days: number) => new Date(Date.now() + days * day);
  const terms = { opensAt: at(-50), closesAt: at(closesIn), answersDueAt: at(closesIn + 30) };
  await db.consultation.update({ where: { id }, data: terms });
  const cookie = await sessionCookie.serialize(await startSession(db, { userId: official.id, userAgent: null }));
  const headers = { Cookie: cookie.split(';')[0] ?? '' };
  const desk = `/urzad/konsultacje/${slug}`;
  const open = async (path: string) => (await rawRequest(port, path, { headers })).body.toString();
  /** Fills in the form that has the button or field, as a browser sends it. */
  const send = async (path: string, page: string, name: string, typed: Record<string, string>) => {
    const form = formsOf(page).find(
      (each) => each.names.includes(name) || each.buttons.some((button) => button.value === name),
    );
    if (!form) throw new Error(`${path} has no form with ${name}`);
    const button: Record<string, string> = form.buttons.some(({ value }) => value === name) ? { intent: name } : {};
    const body = new URLSearchParams({ ...Object.fromEntries(form.fields), ...button, ...typed });
    return rawRequest(port, form.action ?? path, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: String(body),
    });
  };
  return { id, slug, official, desk, open, send };
}

test('closing the report saves what is typed first, and shows all of it once more', async () => {
  const { id, desk, open, send } = await scene('raz-jeszcze-raport', -1);
  const path = `${desk}/raport`;
  const typed = {
    legalBasis: 'art. 5a',
    aim: 'Poznać zdanie.',
    nextSteps: 'Sesja w styczniu.',
    preparedBy: 'Biuro Rady',
  };
  const saved = await send(path, await open(path), 'review', { ...typed, approvedBy: 'Sekretarz gminy' });
  expect([saved.status, saved.headers.location]).toEqual([303, `${path}?krok=zamkniecie`]);
  const review = await open(`${path}?krok=zamkniecie`);
  for (const words of [...Object.values(typed), 'Sekretarz gminy', 'Nie ma autorów do zawiadomienia'])
    expect(said(review)).toContain(words);
  expect(await db.report.count({ where: { consultationId: id } })).toBe(0);
  // Another official changes a word meanwhile: what was shown is not what would be closed.
  await db.reportDetails.update({ where: { consultationId: id }, data: { revision: { increment: 1 } } });
  expect((await send(path, review, 'close', {})).status).toBe(409);
  expect((await send(path, await open(`${path}?krok=zamkniecie`), 'close', {})).status).toBe(303);
  expect(await db.report.count({ where: { consultationId: id } })).toBe(1);
});

test('ending the time for remarks earlier shows every term, the reason and who is told before it is done', async () => {
  const { id, slug, official, desk, open, send } = await scene('raz-jeszcze-terminy', 20);
  const path = `${desk}/terminy`;
  const closesAt = async () => (await db.consultation.findUniqueOrThrow({ where: { id } })).closesAt.getTime();
  const before = await closesAt();
  const asked = await send(path, await open(path), 'shownCloses', {
    closesOn: dayIn(3),
    reason: 'Sesja jest wcześniej.',
  });
  expect([asked.status, await closesAt()]).toEqual([200, before]);
  const review = asked.body.toString();
  expect(said(review)).toContain('Sesja jest wcześniej.');
  expect(said(review)).toContain('Skracasz czas na uwagi');
  expect(said(review)).toContain('musi zatwierdzić druga osoba z urzędu');
  // An office of one person cannot, and is told so at the field.
  await db.roleGrant.updateMany({ where: { teryt, userId: { not: official.id } }, data: { revokedAt: new Date() } });
  const refused = await send(path, review, 'confirmed', {});
  expect([refused.status, said(refused.body.toString()).includes('W tym urzędzie jest jedna')]).toEqual([400, true]);
  const second = await makePerson(db, 'Piotr', { role: 'official' });
  await db.roleGrant.create({ data: { userId: second.id, role: 'official', teryt } });
  const handed = await send(path, review, 'confirmed', {});
  expect([handed.status, handed.headers.location, await closesAt()]).toEqual([
    303,
    `${desk}/zatwierdzanie?info=draft-handed-in`,
    before,
  ]);
  const draft = await db.officeDraft.findFirstOrThrow({ where: { consultationId: id, kind: 'terms' } });
  const approved = await approveOfficeDraft(db, { viewer: second, slug, id: draft.id, revision: draft.revision });
  expect([approved.ok, (await closesAt()) < before]).toEqual([true, true]);
});

test('what the council adopted is shown once more before it is entered', async () => {
  const { id, slug, official, desk, open, send } = await scene('raz-jeszcze-uchwalone', -1);
  const proposed = await proposeUnified(db, { viewer: official, slug, version: 1, now: new Date() });
  if (!proposed.ok) throw new Error(proposed.error.code);
  const { id: unifiedId } = await db.unifiedText.findFirstOrThrow({ where: { consultationId: id } });
  const { findings } = await officeUnified(db, { viewer: official, slug });
  const answers = new Map(findings.map((finding) => [finding.key, { answer: 'Wiemy.', shown: finding.answer }]));
  await answerFindings(db, { viewer: official, slug, id: unifiedId, answers });
  const frozen = await freezeNow(db, { viewer: official, slug, id: unifiedId, now: new Date() });
  if (!frozen.ok) throw new Error(frozen.error.code);
  const path = `${desk}/ujednolicony`;
  const entered = { sign: 'XII/1/2026', adoptedOn: dayIn(0), text: '§ 1. Słowa rady.' };
  const asked = await send(path, await open(path), 'adopt-check', entered);
  expect([asked.status, await db.adoptedText.count()]).toEqual([200, 0]);
  for (const words of ['XII/1/2026', '§ 1. Słowa rady.']) expect(plain(asked.body.toString())).toContain(words);
  expect((await send(path, asked.body.toString(), 'adopt', {})).status).toBe(303);
  expect(await db.adoptedText.findFirst()).toMatchObject({
    sign: 'XII/1/2026',
    text: expect.stringContaining('Słowa rady'),
  });
});
