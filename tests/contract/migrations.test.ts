import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, type Migration } from '#app/db/migrate.server.ts';
import { pgliteRunner } from '#app/db/pglite.server.ts';
import { diffMigrationsToSchema } from '../../scripts/schema-engine.ts';
import { migratedSnapshot } from '#tests/setup/snapshot.ts';

const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${sql}` });

async function database() {
  const pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
  onTestFinished(() => pg.close());
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
  const [one, two] = [step('1_one', 'create table m_one (n int)'), step('2_two', 'create table m_two (n int); alter table m_one add o int')];
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
  const dying = { ...runner, query: <Row>(sql: string, params?: unknown[]) => (sql.startsWith('insert') ? Promise.reject(new Error('died')) : runner.query<Row>(sql, params)) };
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
