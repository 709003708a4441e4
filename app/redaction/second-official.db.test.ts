import { expect, test } from 'vitest';
import { approveOfficeDraft } from '#app/approvals/approve-office-draft.server.ts';
import { handInOfficeDraft } from '#app/approvals/hand-in-office-draft.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { coverIn, coverInRemark, placesWith } from '#tests/setup/cover-words.ts';
import { codes, eventsOf, filed, makeConsultation, makePerson, remarkNow, teryt } from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { setFourEyes } from '#app/drafting/rulings/set-four-eyes.server.ts';
import { confirmCovering } from './confirm-covering.server.ts';
import { coveredNote } from '#app/record/covered/covered-note.server.ts';
import { coveredSummary } from './covering-list.server.ts';
import { loadRedactionPage } from './redaction-page.server.ts';
import { undoRedaction } from './undo-redaction.server.ts';

const db = await testDb();
const words = 'Wrona Siwa z Polnej';
const anna = await makePerson(db, 'Anna');

/** A consultation under the rule of two with a remark that names somebody. */
async function scene(slug: string) {
  const { official } = await makeConsultation(db, slug);
  const second = await makePerson(db, 'Piotr', { role: 'official' });
  for (const { id: userId } of [official, second])
    await db.roleGrant.create({ data: { userId, role: 'official', teryt } });
  expect(await setFourEyes(db, { viewer: official, slug, fourEyes: true, reason: 'Ważne.' })).toMatchObject({
    ok: true,
  });
  const number = await filed(db, {
    slug,
    viewer: anna,
    code: codes.last,
    op: 'none',
    reason: `Pytać: ${words}, albo Kawka Mała, wieczorem.`,
  });
  const { id } = await remarkNow(db, slug, number);
  const cover = (viewer: Viewer, what: string) => coverInRemark(db, { viewer, slug, number, words: what });
  const act = () => db.redaction.findFirstOrThrow({ where: { subjectId: id, undoneAt: null } });
  const named = async (viewer: Viewer) => ({ viewer, type: 'remark' as const, id, redactionId: (await act()).id });
  return { slug, official, second, number, id, cover, act, named };
}

test('one official covers at once, in public as waiting; another confirms, never the same one, nobody of another office, and once', async () => {
  const made = await scene('dwoje');
  const { slug, official, second, number } = made;
  expect(await made.cover(official, words)).toMatchObject({ ok: true });
  expect(await placesWith(db, words)).toEqual([]);
  expect(await coveredNote(db, { slug, number })).toMatchObject({
    ground: 'personal-data',
    note: 'Dane osoby prywatnej.',
    second: { kind: 'waiting' },
  });
  expect(await coveredSummary(db, slug)).toMatchObject({
    waiting: 1,
    acts: [{ number, note: 'Dane osoby prywatnej.', second: { kind: 'waiting' } }],
  });
  expect(await loadRedactionPage(db, { viewer: official, type: 'remark', id: made.id })).toMatchObject({
    isOwn: true,
    active: { second: { kind: 'waiting' } },
  });
  const named = await made.named(official);
  expect(await confirmCovering(db, named)).toEqual({ ok: false, error: { code: 'own' } });
  for (const viewer of [anna, await makePerson(db, 'Obcy', { role: 'official', teryt: '9901013' })])
    await expect(confirmCovering(db, { ...named, viewer })).rejects.toMatchObject({ code: 'not-found' });
  expect(await confirmCovering(db, { ...named, viewer: second })).toEqual({ ok: true });
  expect(await confirmCovering(db, { ...named, viewer: second })).toEqual({
    ok: false,
    error: { code: 'not-waiting' },
  });
  expect(await coveredNote(db, { slug, number })).toMatchObject({ second: { kind: 'confirmed', by: 'Piotr' } });
  expect(await coveredSummary(db, slug)).toMatchObject({ waiting: 0 });
  expect(await eventsOf(db, made.id)).toEqual(expect.arrayContaining(['words-covered', 'covering-confirmed']));
});

test('what waits is taken back by one, with a reason; what is settled is shown again by two', async () => {
  const made = await scene('z-powrotem');
  const { slug, official, second } = made;
  await made.cover(official, words);
  expect(await undoRedaction(db, { ...(await made.named(second)), reason: 'To nazwa sklepu.' })).toMatchObject({
    ok: true,
  });
  await made.cover(official, words);
  await confirmCovering(db, await made.named(second));
  for (const viewer of [official, second, await makePerson(db, 'Adam', { role: 'admin' })])
    expect(await undoRedaction(db, { ...(await made.named(viewer)), reason: 'Jednak.' })).toEqual({
      ok: false,
      error: { code: 'four-eyes' },
    });
  const { viewer: _viewer, ...input } = { ...(await made.named(official)), reason: 'Zgoda tej osoby.' };
  const waiting = await handInOfficeDraft(db, { viewer: official, slug, kind: 'uncovering', input });
  if (!waiting.ok) throw new Error(waiting.error.code);
  expect(await approveOfficeDraft(db, { viewer: official, slug, id: waiting.value.id, revision: 1 })).toEqual({
    ok: false,
    error: { code: 'not-allowed' },
  });
  expect((await remarkNow(db, slug, made.number)).reason).not.toContain(words);
  expect(await approveOfficeDraft(db, { viewer: second, slug, id: waiting.value.id, revision: 1 })).toMatchObject({
    ok: true,
  });
  expect((await remarkNow(db, slug, made.number)).reason).toContain(words);
});

test('a settled covering may be widened by one, which waits again, but not narrowed under the name of a new one', async () => {
  const made = await scene('szerzej');
  const { official, second } = made;
  await made.cover(official, words);
  await confirmCovering(db, await made.named(second));
  expect(await made.cover(second, 'Kawka Mała')).toEqual({ ok: false, error: { code: 'shows-more' } });
  expect(await made.cover(second, 'Wrona Siwa')).toEqual({ ok: false, error: { code: 'shows-more' } });
  expect(await made.cover(second, `${words}, albo Kawka Mała`)).toMatchObject({ ok: true });
  expect(await made.act()).toMatchObject({ needsSecond: true, confirmedAt: null, madeByName: 'Piotr' });
  // Waiting or not, what was settled before is not shown again by one, neither by taking the wider act back nor by a narrower one.
  expect(await undoRedaction(db, { ...(await made.named(second)), reason: 'Jednak nie.' })).toEqual({
    ok: false,
    error: { code: 'four-eyes' },
  });
  expect(await made.cover(second, 'Kawka Mała')).toEqual({ ok: false, error: { code: 'shows-more' } });
  expect(await confirmCovering(db, await made.named(official))).toEqual({ ok: true });
});

test('without the rule of two nobody is waited for', async () => {
  const { id, official } = await makeConsultation(db, 'sam');
  await db.consultation.update({ where: { id }, data: { summary: `Pisać: ${words}.` } });
  expect(await coverIn(db, { type: 'consultation', id }, { viewer: official, words })).toMatchObject({ ok: true });
  expect(await coveredSummary(db, 'sam')).toMatchObject({ waiting: 0, acts: [{ second: { kind: 'none' } }] });
});
