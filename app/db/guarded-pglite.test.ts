import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { knownRefusal, NoRoomError } from '#app/errors/known-refusal.ts';
import { PrismaClient } from '#app/generated/prisma/client.ts';
import { migratedSnapshot } from '#tests/setup/snapshot.ts';
import { spaceGate } from './disk-space.server.ts';
import { guardedAdapter, onlyTurns, type Gates } from './guarded-pglite.server.ts';
import { LockLostError } from './held-lock.server.ts';
import { transaction } from './transaction.server.ts';

let pg: PGlite;
beforeAll(async () => {
  pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
});
afterAll(() => pg.close());

function database(gates: Partial<Gates> = {}) {
  const db = new PrismaClient({ adapter: guardedAdapter(pg, { ...onlyTurns, ...gates }) });
  onTestFinished(async () => {
    await pg.exec('truncate "Revision"');
    await db.$disconnect();
  });
  return db;
}

const scopes = async () =>
  (await pg.query<{ scope: string }>('select scope from "Revision" order by 1')).rows.map(({ scope }) => scope);

test('the event loop turns at least once for every statement of a long transaction', async () => {
  const db = database();
  let turns = 0;
  let counting = true;
  const count = () => {
    turns += 1;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const statements = 300;
  await transaction(db, async (tx) => {
    for (let n = 0; n < statements; n += 1)
      await tx.$executeRaw`insert into "Revision" (scope, n) values (${`s${n}`}, 1)`;
  });
  counting = false;
  expect(turns).toBeGreaterThanOrEqual(statements);
});

/** Every way in which the program speaks to the database, reading and writing. */
const reads: [string, (db: PrismaClient) => Promise<unknown>][] = [
  ['find', (db) => db.revision.findMany()],
  ['count', (db) => db.revision.count()],
  ['raw', (db) => db.$queryRaw`select 1`],
  ['raw with', (db) => db.$queryRaw`with a as (select 1 as n) select n from a`],
  ['in a transaction', (db) => transaction(db, (tx) => tx.revision.findMany())],
];
const writes: [string, (db: PrismaClient) => Promise<unknown>][] = [
  ['create', (db) => db.revision.create({ data: { scope: 'a' } })],
  ['create many', (db) => db.revision.createMany({ data: [{ scope: 'a' }] })],
  ['upsert', (db) => db.revision.upsert({ where: { scope: 'a' }, create: { scope: 'a' }, update: {} })],
  ['update', (db) => db.revision.updateMany({ data: { n: 3 } })],
  ['delete', (db) => db.revision.deleteMany()],
  ['raw', (db) => db.$executeRaw`insert into "Revision" (scope, n) values ('a', 1)`],
  [
    'raw with',
    (db) => db.$queryRaw`with a as (insert into "Revision" (scope, n) values ('a', 1) returning 1) select * from a`,
  ],
  [
    'raw after a comment',
    (db) => db.$executeRaw`-- select
    insert into "Revision" (scope, n) values ('a', 1)`,
  ],
  [
    'in a transaction',
    (db) => transaction(db, async (tx) => (await tx.revision.count(), tx.revision.create({ data: { scope: 'a' } }))),
  ],
];

test('on a full disk every write is refused as 507 and changes nothing, every read goes on, and it recovers by itself', async () => {
  let free = 63;
  const disk = () => ({ bsize: 1024 * 1024, bavail: free, files: 0, ffree: 0 });
  const db = database({ room: spaceGate('data', disk) });
  for (const [what, write] of writes) {
    const error: unknown = await write(db).catch((refusal: unknown) => refusal);
    expect([what, knownRefusal(error)?.status]).toEqual([what, 507]);
  }
  for (const [what, read] of reads) expect([what, await read(db).then(() => 'read')]).toEqual([what, 'read']);
  expect(await scopes()).toEqual([]);
  free = 65;
  await db.revision.create({ data: { scope: 'a' } });
  expect(await scopes()).toEqual(['a']);
});

test('a large write needs room for itself, and a disk that can name no more files is full', () => {
  const disk = { bsize: 4096, bavail: (100 * 1024 * 1024) / 4096, files: 1000, ffree: 500 };
  const room = spaceGate('data', () => disk);
  expect(() => room(0)).not.toThrow();
  expect(() => room(20 * 1024 * 1024)).toThrow(NoRoomError);
  disk.ffree = 3;
  expect(() => room(0)).toThrow(/files/);
});

test('once the folder is another process’s nothing is asked of the database, and what was begun is not kept', async () => {
  let held = true;
  const db = database({
    held: () => {
      if (!held) throw new LockLostError('lost');
    },
  });
  await expect(
    transaction(db, async (tx) => {
      await tx.revision.create({ data: { scope: 'a' } });
      held = false;
    }),
  ).rejects.toThrow('lost');
  for (const [, use] of [...reads, ...writes]) await expect(use(db)).rejects.toThrow('lost');
  expect(await scopes()).toEqual([]);
});

test('a commit that fails is not taken for one that was kept', async () => {
  const db = database();
  await pg.exec('create table late (n int unique deferrable initially deferred)');
  onTestFinished(async () => void (await pg.exec('drop table late')));
  await expect(
    transaction(db, async (tx) => {
      await tx.$executeRaw`insert into late values (1), (1)`;
      await tx.revision.create({ data: { scope: 'a' } });
    }),
  ).rejects.toThrow();
  expect(await scopes()).toEqual([]);
});
