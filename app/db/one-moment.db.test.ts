import { expect, test } from 'vitest';
import { testDb } from '#tests/setup/test-db.ts';
import { readAtOneMoment } from './one-moment.server.ts';
import { bumpRevision } from './revision.server.ts';
import { isInTransaction, transaction } from './transaction.server.ts';

const db = await testDb();
const scope = 'consultation:chwila';

test('what nobody changed is read once, and outside a transaction', async () => {
  let reads = 0;
  expect(await readAtOneMoment(db, [scope], (at) => Promise.resolve([(reads += 1), isInTransaction(at)]))).toEqual([
    1,
    false,
  ]);
});

test('what changed between its queries is read again, and what goes on changing is read in one transaction', async () => {
  const within: boolean[] = [];
  const change = () => transaction(db, (tx) => bumpRevision(tx, scope));
  const read = (changes: number) =>
    readAtOneMoment(db, [scope], async (at) => {
      within.push(isInTransaction(at));
      if (within.length <= changes) await change();
      return within.length;
    });
  expect([await read(1), within]).toEqual([2, [false, false]]);
  within.length = 0;
  expect([await read(2), within]).toEqual([3, [false, false, true]]);
});

test('a change of something else does not make it read again', async () => {
  let reads = 0;
  await readAtOneMoment(db, [scope], () =>
    transaction(db, (tx) => bumpRevision(tx, 'consultation:inna')).then(() => (reads += 1)),
  );
  expect(reads).toBe(1);
});

test('inside a transaction it is that one', async () => {
  expect(await transaction(db, (tx) => readAtOneMoment(tx, [scope], (at) => Promise.resolve(at === tx)))).toBe(true);
});
