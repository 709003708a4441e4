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
import { correctFacts } from './correct-facts.server.ts';
import { currentFacts, listFactsChanges, type Facts } from './facts-changes.server.ts';
import { proposeUnified } from '../../unified/propose-unified.server.ts';
import { verifyUnified } from '../../unified/verify-unified.server.ts';
import { verifyFacts } from './verify-facts.server.ts';

const db = await testDb();
const afterClose = new Date(closesAt.getTime() + 60_000);

test('name, summary and kind of a published draft are corrected with a reason; both versions stay, are told and prove each other', async () => {
  const { slug, id, official } = await makeConsultation(db, 'sprostowanie-opisu');
  const stranger = await makePerson(db, 'Obcy', { role: 'official', teryt: '2464022' });
  const shown = await currentFacts(db, id);
  const facts: Facts = {
    title: 'Zasady rozmów',
    summary: 'O czym i jak rozmawiamy.',
    actKind: 'plan',
    basis: 'Na podstawie art. 5a ustawy uchwala się, co następuje:',
  };
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
      basis: { before: '', after: 'Na podstawie art. 5a ustawy uchwala się, co następuje:' },
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
  // The version keeps its words and its hash; what goes to the council has the corrected basis, and is made again from it.
  const { head, versions } = await db.consultation.findUniqueOrThrow({
    where: { id },
    select: { head: true, versions: { select: { hash: true } } },
  });
  expect((head as { legalBasis: string }).legalBasis).toBe('');
  expect(versions).toHaveLength(1);
  expect(await proposeUnified(db, { viewer: official, slug, version: 1, now: afterClose })).toMatchObject({ ok: true });
  const { text } = await db.unifiedText.findFirstOrThrow({ where: { consultationId: id } });
  expect(text).toContain('Na podstawie art. 5a ustawy');
  expect(await verifyUnified(db, id)).toEqual([]);
  const named = await currentFacts(db, id);
  expect(await correct({ shown: named, facts: { ...named, basis: 'Inna.' }, now: afterClose })).toEqual({
    ok: false,
    error: { code: 'text-closed' },
  });
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
