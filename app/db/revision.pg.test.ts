import { expect, test, vi } from 'vitest';
import { readRevision } from '#tests/setup/revision.ts';
import { testDb } from '#tests/setup/test-db.ts';
import { startRevisions } from './start-revisions.server.ts';
import { bumpRevision, bumpTalk, consultationScope, foldRaises, readCounters, siteScope } from './revision.server.ts';
import { transaction } from './transaction.server.ts';

const db = await testDb();

/** Lets somebody go on when told to. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

test('a public write does not wait for another one that is not committed, of the same consultation or another', async () => {
  const [held, raised] = [gate(), gate()];
  const first = transaction(db, async (tx) => {
    await bumpRevision(tx, consultationScope('a'));
    await bumpTalk(tx, 'a');
    raised.open();
    await held.opened;
  });
  await raised.opened;
  // Would never end if it waited: the first one is let go after it.
  await transaction(db, async (tx) => {
    await bumpRevision(tx, consultationScope('a'), consultationScope('b'));
    await bumpTalk(tx, 'a');
  });
  expect(await foldRaises(db)).toBe(5);
  held.open();
  await first;
  expect(Object.fromEntries(await readCounters(db, [siteScope, consultationScope('a')]))).toEqual({
    [siteScope]: 3,
    [consultationScope('a')]: 3,
  });
  await Promise.all([foldRaises(db), foldRaises(db), bumpRevision(db)]);
  expect((await readCounters(db, [siteScope])).get(siteScope)).toBe(4);
});

test('another process is told what has changed', async () => {
  const [here] = await db.$queryRaw<{ name: string }[]>`select current_database() as name`;
  const address = new URL(process.env.TEST_DATABASE_URL ?? '');
  address.pathname = `/${here?.name ?? ''}`;
  const { revisions, stop } = await startRevisions({ db, kind: 'postgres' }, address.href);
  const before = revisions.of([siteScope]);
  expect(before).toBe(await readRevision(db, siteScope));
  const listening = async () =>
    (
      await db.$queryRaw<
        { n: number }[]
      >`select count(*)::int as n from pg_stat_activity where query = 'listen paragraf_revision' and datname = current_database()`
    )[0]?.n ?? 0;
  while ((await listening()) === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  // As another process does: nothing is noted in this one.
  await db.$executeRaw`with raised as (insert into "RevisionRaise" (scope) values ('site') returning scope) select pg_notify('paragraf_revision', scope) from raised`;
  // Between the notice and its reading nothing is known.
  while ([before, null].includes(revisions.of([siteScope]))) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(revisions.of([siteScope])).toBe(await readRevision(db, siteScope));
  await stop();
});

test('while nobody tells, another process looks for changes by itself, every second', async () => {
  // No server is there to listen at: its own connection for reading is another one.
  const { revisions, stop } = await startRevisions({ db, kind: 'postgres' }, 'postgres://nobody@127.0.0.1:1/none');
  const before = revisions.of([siteScope]);
  await db.$executeRaw`insert into "RevisionRaise" (scope) values ('site')`;
  await vi.waitFor(() => expect(revisions.of([siteScope])).not.toBe(before), { timeout: 3_000, interval: 20 });
  expect(revisions.of([siteScope])).toBe(await readRevision(db, siteScope));
  await stop();
});
