import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, type Migration } from '#app/db/migrate.server.ts';
import { pgliteRunner } from '#app/db/pglite.server.ts';
import { diffMigrationsToSchema } from '../../scripts/schema-engine.ts';
import { afterFile } from '#tests/setup/cleanup.ts';
import { migratedSnapshot } from '#tests/setup/snapshot.ts';

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}` });

const pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
afterFile(() => pg.close());

/** One for all tests: starting another takes longer than all that they do. */
async function database() {
  onTestFinished(async () => void (await pg.exec('drop table if exists m_one, m_two')));
  await pg.exec('delete from "_prisma_migrations"');
  const names = async (query: string) => (await pg.query<{ name: string }>(query)).rows.map((row) => row.name);
  return {
    runner: pgliteRunner(pg),
    recorded: () => names('select migration_name as name from "_prisma_migrations" order by 1'),
    tables: () => names(`select tablename as name from pg_tables where tablename like 'm\\_%' order by 1`),
  };
}

test('schema and migrations agree', async () => {
  expect(await diffMigrationsToSchema()).toBe('');
}, 240_000);

test('migrations are applied once, in order, and recorded', async () => {
  const { runner, recorded, tables } = await database();
  const [one, two] = [
    step('1_one', 'create table m_one (n int)'),
    step('2_two', 'create table m_two (n int); alter table m_one add o int'),
  ];
  expect(await migrate(runner, [one])).toEqual(['1_one']);
  expect(await migrate(runner, [one, two])).toEqual(['2_two']);
  expect(await migrate(runner, [one, two])).toEqual([]);
  expect(await recorded()).toEqual(['1_one', '2_two']);
  expect(await tables()).toEqual(['m_one', 'm_two']);
});

test('a migration that fails leaves neither its tables nor a record, and those before it stay', async () => {
  const { runner, recorded, tables } = await database();
  const bad = step('2_bad', 'create table m_two (n int); select no_such_function()');
  await expect(migrate(runner, [step('1_one', 'create table m_one (n int)'), bad])).rejects.toThrow(/2_bad failed/);
  expect(await recorded()).toEqual(['1_one']);
  expect(await tables()).toEqual(['m_one']);
});

test('a process that dies between a migration and its record leaves neither', async () => {
  const { runner, recorded, tables } = await database();
  const dying = {
    ...runner,
    query: <Row>(sql: string, params?: unknown[]) =>
      sql.startsWith('insert') ? Promise.reject(new Error('died')) : runner.query<Row>(sql, params),
  };
  const one = step('1_one', 'create table m_one (n int)');
  await expect(migrate(dying, [one])).rejects.toThrow('died');
  expect(await tables()).toEqual([]);
  expect(await migrate(runner, [one])).toEqual(['1_one']);
  expect(await recorded()).toEqual(['1_one']);
});

test('a migration changed after it was applied is refused', async () => {
  const { runner } = await database();
  await migrate(runner, [step('1_one', 'create table m_one (n int)')]);
  await expect(migrate(runner, [step('1_one', 'create table m_one (n bigint)')])).rejects.toThrow(/1_one was changed/);
});

test('a database of a newer version of the program is refused before anything is written', async () => {
  const { runner, recorded, tables } = await database();
  const [one, two] = [step('1_one', 'create table m_one (n int)'), step('2_two', 'create table m_two (n int)')];
  await migrate(runner, [one, two]);
  await expect(migrate(runner, [one])).rejects.toThrow(/newer version.*2_two/);
  await expect(migrate(runner, [one, step('3_three', 'create table m_three (n int)')])).rejects.toThrow(
    /newer version.*2_two/,
  );
  expect([await recorded(), await tables()]).toEqual([
    ['1_one', '2_two'],
    ['m_one', 'm_two'],
  ]);
});

test('a database of another program is refused and left as it is, an empty one is taken', async () => {
  const { tables } = await database();
  // As it is before the first start: without a table of ours.
  await pg.exec('alter schema public rename to aside; create schema public; create table customers (n int)');
  onTestFinished(async () => void (await pg.exec('drop schema public cascade; alter schema aside rename to public')));
  await expect(migrate(pgliteRunner(pg), [step('1_one', 'create table m_one (n int)')])).rejects.toThrow(
    /not of this program.*customers/,
  );
  expect((await pg.query("select 1 from pg_tables where schemaname = 'public'")).rows).toHaveLength(1);
  await pg.exec('drop table customers');
  expect(await migrate(pgliteRunner(pg), [step('1_one', 'create table m_one (n int)')])).toEqual(['1_one']);
  expect(await tables()).toEqual(['m_one']);
});

test('a migration begun by another tool and not finished is refused until it is ended', async () => {
  const { runner, recorded } = await database();
  const one = step('1_one', 'create table m_one (n int)');
  const begun = (more: string) => `insert into "_prisma_migrations" (id, checksum, migration_name, ${more}) values`;
  await runner.exec(`${begun('logs')} ('a', 'x', '1_one', 'it failed')`);
  await expect(migrate(runner, [one])).rejects.toThrow(/1_one was begun .* not finished/);
  await runner.exec(`update "_prisma_migrations" set rolled_back_at = now()`);
  expect(await migrate(runner, [one])).toEqual(['1_one']);
  expect(await recorded()).toEqual(['1_one', '1_one']);
});
