import { expect, test } from 'vitest';
import { emptyTables, testDb } from '#tests/setup/test-db.ts';
import { transaction } from './transaction.server.ts';

const db = await testDb();

const count = async () => (await db.$queryRaw<{ n: number }[]>`select count(*)::int as n from "Revision"`)[0]?.n;
const insert = (on: Parameters<typeof transaction>[0], scope: string) =>
  on.$executeRaw`insert into "Revision" (scope, n) values (${scope}, 1)`;

test('a transaction keeps all its writes', async () => {
  await emptyTables(db);
  const value = await transaction(db, async (tx) => {
    await insert(tx, 'a');
    await insert(tx, 'b');
    return 'done';
  });
  expect(value).toBe('done');
  expect(await count()).toBe(2);
});

test('a transaction that fails keeps none of its writes', async () => {
  await emptyTables(db);
  const work = transaction(db, async (tx) => {
    await insert(tx, 'a');
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await count()).toBe(0);
});

test('a transaction called inside one joins it and is undone with it', async () => {
  await emptyTables(db);
  const work = transaction(db, async (tx) => {
    await transaction(tx, (inner) => insert(inner, 'inner'));
    throw new Error('stop');
  });
  await expect(work).rejects.toThrow('stop');
  expect(await count()).toBe(0);
});

test('parallel transactions wait for each other and all succeed', async () => {
  await emptyTables(db);
  await Promise.all(['a', 'b', 'c', 'd', 'e'].map((scope) => transaction(db, (tx) => insert(tx, scope))));
  expect(await count()).toBe(5);
});
