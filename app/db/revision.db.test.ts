import { expect, test } from 'vitest';
import { emptyTables, testDb } from '#tests/setup/test-db.ts';
import { readRevision } from '#tests/setup/revision.ts';
import { revisionMap } from './revision-map.server.ts';
import {
  bumpRevision,
  bumpTalk,
  consultationScope,
  editionScope,
  foldRaises,
  readCounters,
  siteScope,
  talkOf,
  talkScope,
} from './revision.server.ts';
import { isUniqueViolation, transaction } from './transaction.server.ts';

const db = await testDb();
const scope = consultationScope('a');

const counterOf = async (of: string) => (await readCounters(db, [of])).get(of) ?? 1;

test('a counter never raised reads as the first, and each change raises it by one, added up or not', async () => {
  await emptyTables(db);
  expect(await counterOf(scope)).toBe(1);
  await bumpRevision(db, scope);
  expect(await counterOf(scope)).toBe(2);
  expect(await foldRaises(db)).toBe(2);
  expect(await counterOf(scope)).toBe(2);
  await bumpRevision(db, scope);
  await foldRaises(db, 1);
  await bumpRevision(db, scope);
  expect([await counterOf(scope), await counterOf(siteScope)]).toEqual([4, 4]);
  expect((await readCounters(db)).get(scope)).toBe(4);
});

test('a change raises the counter of the site once and leaves the others alone; talk raises neither', async () => {
  await emptyTables(db);
  await bumpRevision(db, scope, scope, siteScope);
  await bumpRevision(db);
  await bumpTalk(db, 'a');
  expect(Object.fromEntries(await readCounters(db))).toEqual({
    [siteScope]: 3,
    [scope]: 2,
    [talkScope]: 2,
    [talkOf('a')]: 2,
  });
});

test('a change that is undone leaves the counter as it was, in the database and in memory', async () => {
  await emptyTables(db);
  const map = revisionMap(db);
  await map.reload();
  const before = map.of([scope]);
  const work = transaction(db, async (tx) => {
    await bumpRevision(tx, scope);
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(map.of([scope])).toBe(before);
  await map.reload();
  expect(map.of([scope])).toBe(before);
});

test('whoever wrote has to read what changed before he is shown a kept page, and others’ pages stay', async () => {
  await emptyTables(db);
  const map = revisionMap(db);
  await map.reload();
  const [page, other] = [map.of([scope]), map.of([editionScope('a')])];
  await transaction(db, (tx) => bumpRevision(tx, scope));
  expect(map.of([scope])).toBeNull();
  await map.fresh();
  expect(map.of([scope])).not.toBe(page);
  expect(map.of([editionScope('a')])).toBe(other);
  // What another process has raised is read when it tells.
  await db.revisionRaise.create({ data: { scope: editionScope('a') } });
  expect(map.of([editionScope('a')])).toBe(other);
  await map.changed([editionScope('a')]);
  expect(map.of([editionScope('a')])).not.toBe(other);
});

test('a unique key that exists already is told from other failures', async () => {
  await emptyTables(db);
  await db.revision.create({ data: { scope: 'a' } });
  const again: unknown = await db.revision.create({ data: { scope: 'a' } }).catch((error: unknown) => error);
  expect(isUniqueViolation(again)).toBe(true);
  const missing: unknown = await db.revision
    .update({ where: { scope: 'none' }, data: { n: 1 } })
    .catch((error: unknown) => error);
  expect(missing).toBeInstanceOf(Error);
  expect(isUniqueViolation(missing)).toBe(false);
  expect([isUniqueViolation(null), isUniqueViolation('P2002'), isUniqueViolation({ code: 'P2002' })]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a term that has passed changes what is shown, without a write', async () => {
  await emptyTables(db);
  await db.municipality.create({
    data: {
      teryt: '9900011',
      name: 'Jurowice',
      kind: 'rural',
      county: 'próbny',
      voivodeship: 'próbne',
      searchKey: 'jurowice',
      stateOn: '2026-01-01',
    },
  });
  const hour = 3_600_000;
  const at = (hours: number) => new Date(Date.now() + hours * hour);
  const consultation = {
    teryt: '9900011',
    title: 'A',
    summary: '',
    head: {},
    createdById: '00000000-0000-7000-8000-000000000000',
    opensAt: at(-2),
    closesAt: at(2),
    answersDueAt: at(3),
  };
  const opened = consultation.opensAt.getTime();
  await db.consultation.create({ data: { ...consultation, slug: 'a' } });
  const map = revisionMap(db);
  await map.reload();
  const [now, later] = [Date.now(), at(2.5).getTime()];
  expect(map.of([scope], now)).toBe(`1.${opened.toString(36)}`);
  expect(map.of([scope], later)).toBe(`1.${consultation.closesAt.getTime().toString(36)}`);
  // Lists change with it, pages of other consultations do not.
  expect(map.of([siteScope], later)).not.toBe(map.of([siteScope], now));
  expect(map.of([siteScope], now)).toBe(`1.${opened.toString(36)}`);
  expect(map.of([consultationScope('b')], later)).toBe(map.of([consultationScope('b')], now));
  await db.consultation.update({ where: { slug: 'a' }, data: { closesAt: at(-1) } });
  expect(await readRevision(db, scope)).not.toBe(map.of([scope], now));
});
