import { expect, test } from 'vitest';
import { emptyTables, testDb } from '#tests/setup/test-db.ts';
import { bumpRevision, consultationScope, editionScope, readRevision, siteScope } from './revision.server.ts';
import { isUniqueViolation, transaction } from './transaction.server.ts';

const db = await testDb();
const scope = consultationScope('a');

test('a counter never raised reads as the first, and each change raises it by one', async () => {
  await emptyTables(db);
  const read = async () => Number((await readRevision(db, scope)).split('.')[0]);
  expect(await read()).toBe(1);
  await bumpRevision(db, scope);
  expect(await read()).toBe(2);
  await bumpRevision(db, scope);
  expect(await read()).toBe(3);
});

test('every change raises the counter of the site once and leaves the others alone', async () => {
  await emptyTables(db);
  await bumpRevision(db, scope, scope, siteScope);
  await bumpRevision(db);
  expect(await readRevision(db, siteScope)).toBe('3.0');
  expect(await readRevision(db, scope)).toBe('2.0');
  expect(await readRevision(db, editionScope('a'))).toBe('1.0');
});

test('a change that is undone leaves the counter as it was', async () => {
  await emptyTables(db);
  const work = transaction(db, async (tx) => {
    await bumpRevision(tx, scope);
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await readRevision(db, scope)).toBe('1.0');
});

test('a unique key that exists already is told from other failures', async () => {
  await emptyTables(db);
  await db.revision.create({ data: { scope: 'a' } });
  const again: unknown = await db.revision.create({ data: { scope: 'a' } }).catch((error: unknown) => error);
  expect(isUniqueViolation(again)).toBe(true);
  const missing: unknown = await db.revision.update({ where: { scope: 'none' }, data: { n: 1 } }).catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(Error);
  expect(isUniqueViolation(missing)).toBe(false);
  expect([isUniqueViolation(null), isUniqueViolation('P2002'), isUniqueViolation({ code: 'P2002' })]).toEqual([false, false, false]);
});

test('a term that has passed changes what is shown, without a write', async () => {
  await emptyTables(db);
  await db.municipality.create({ data: { teryt: '9900011', name: 'Jurowice', kind: 'rural', county: 'próbny', voivodeship: 'próbne', searchKey: 'jurowice', stateOn: '2026-01-01' } });
  const hour = 3_600_000;
  const at = (hours: number) => new Date(Date.now() + hours * hour);
  const consultation = {
    teryt: '9900011', title: 'A', summary: '', head: {}, createdById: '00000000-0000-7000-8000-000000000000',
    opensAt: at(-2), closesAt: at(2), answersDueAt: at(3),
  };
  await db.consultation.create({ data: { ...consultation, slug: 'a' } });
  expect(await readRevision(db, scope)).toBe('1.1');
  await db.consultation.update({ where: { slug: 'a' }, data: { closesAt: at(-1) } });
  expect(await readRevision(db, scope)).toBe('1.2');
});
