import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { bumpRevision, readCounters } from '#app/db/revision.server.ts';
import { readMigrations } from '#app/db/migrate.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { startChild } from '#tests/setup/child.ts';
import { createEmptyServerDatabase } from '#tests/setup/server-database.ts';
import { migrationsFolder } from '#tests/setup/snapshot.ts';
import { testDb } from '#tests/setup/test-db.ts';

const db = await testDb();

test('processes that start at once on an empty database apply each migration once', async () => {
  const { url, drop } = await createEmptyServerDatabase(process.env.TEST_DATABASE_URL ?? '');
  onTestFinished(drop);
  const starts = [1, 2, 3].map(() => startChild('tests/contract/migrate-child.ts', [url, migrationsFolder]));
  const printed = await Promise.all(starts.map((start) => start.line('applied ')));
  await Promise.all(starts.map((start) => start.ended));
  const applied = printed.flatMap((line) => JSON.parse(line.slice('applied '.length)) as string[]);
  const names = readMigrations(migrationsFolder).map(({ name }) => name);
  expect(applied.sort()).toEqual(names);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ migration_name: string }>(
    'select migration_name from "_prisma_migrations" order by 1',
  );
  await client.end();
  expect(rows.map((row) => row.migration_name)).toEqual(names);
});

test('counters raised at once by many, in whatever order they name them, lose nothing and do not block each other', async () => {
  const raise = (n: number) => transaction(db, (tx) => bumpRevision(tx, ...(n % 2 ? ['x', 'y'] : ['y', 'x'])));
  await Promise.all(Array.from({ length: 20 }, (_, n) => raise(n)));
  expect([...(await readCounters(db))].sort()).toEqual([
    ['site', 21],
    ['x', 21],
    ['y', 21],
  ]);
});
