import { expect, test } from 'vitest';
import {
  closesAt,
  during,
  makeConsultation,
  makePerson,
  opensAt,
  answersDue,
  teryt,
} from '#tests/setup/consultation.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { consultationEntries } from '#app/openness/feeds/consultation-entries.server.ts';
import { changeTerms } from '../terms/change-terms.server.ts';
import { correctFacts, type Facts } from './correct-facts.server.ts';
import { currentFacts, listFactsChanges } from './facts-changes.server.ts';
import { verifyFacts } from './verify-facts.server.ts';

const db = await testDb();

test('name, summary and kind of a published draft are corrected with a reason; both versions stay, are told and prove each other', async () => {
  const { slug, id, official } = await makeConsultation(db, 'sprostowanie-opisu');
  const stranger = await makePerson(db, 'Obcy', { role: 'official', teryt: '2464022' });
  const shown = await currentFacts(db, id);
  const facts: Facts = { title: 'Zasady rozmów', summary: 'O czym i jak rozmawiamy.', actKind: 'plan' };
  const correct = (given: Partial<Parameters<typeof correctFacts>[1]> = {}) =>
    correctFacts(db, { viewer: official, slug, shown, facts, reason: 'Pomyłka w nazwie.', now: during, ...given });
  await expect(correct({ viewer: stranger })).rejects.toMatchObject({ code: 'not-found' });
  expect(await correct({ reason: '' })).toEqual({ ok: false, error: { code: 'reason-required' } });
  expect(await correct({ facts: shown })).toEqual({ ok: false, error: { code: 'nothing-changed' } });
  expect(await correct()).toMatchObject({ ok: true });
  expect(await correct()).toEqual({ ok: false, error: { code: 'moved' } });
  expect(await currentFacts(db, id)).toEqual(facts);
  expect(await listFactsChanges(db, id)).toMatchObject([
    {
      title: { before: 'Zasady konsultacji', after: 'Zasady rozmów' },
      kind: { before: 'other', after: 'plan' },
      reason: 'Pomyłka w nazwie.',
      madeByName: 'Marta',
    },
  ]);
  expect(await correct({ shown: facts, facts: { ...facts, title: 'Zasady' }, reason: 'Krócej.' })).toMatchObject({
    ok: true,
  });
  const entries = await consultationEntries(db, { consultationId: id }, { locale: 'pl', now: during });
  expect(entries.filter(({ text }) => text.includes('Pomyłka w nazwie.'))).toHaveLength(1);
  expect(await verifyFacts(db, id)).toEqual([]);
  await db.consultation.update({ where: { id }, data: { title: 'Podmieniona' } });
  expect((await verifyFacts(db, id)).map(({ line }) => line)).toEqual([
    expect.stringContaining('what it says is not what was said after it'),
  ]);
});

test('a term shorter than a rule gives is changed by nobody who was not warned', async () => {
  const { slug, id, official } = await makeConsultation(db, 'termin-planu');
  for (const userId of [official.id, (await makePerson(db, 'Druga')).id])
    await db.roleGrant.create({ data: { userId, role: 'official', teryt, grantedById: userId } });
  const shown = { opensAt, closesAt, answersDueAt: answersDue };
  const now = new Date(opensAt.getTime() - 86_400_000);
  const short = { ...shown, closesAt: new Date(opensAt.getTime() + 20 * 86_400_000) };
  const change = (given: { dates?: typeof shown; shortTerm?: boolean } = {}) =>
    changeTerms(db, { viewer: official, slug, shown, dates: short, reason: 'Wcześniej.', now, ...given });
  await db.consultation.update({ where: { id }, data: { actKind: 'plan' } });
  expect(await change()).toEqual({ ok: false, error: { code: 'term-short' } });
  // Where the time for remarks is not moved nobody is warned of it.
  const later = { ...shown, answersDueAt: new Date(answersDue.getTime() + 86_400_000) };
  expect(await change({ dates: later })).toMatchObject({ ok: true });
  await db.consultation.update({ where: { id }, data: { answersDueAt: answersDue } });
  expect(await change({ shortTerm: true })).toMatchObject({ ok: true });
});
