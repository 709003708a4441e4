import { PGlite } from '@electric-sql/pglite';
import { expect, onTestFinished, test } from 'vitest';
import { copyDatabase } from '#app/db/copy-database.server.ts';
import { pgliteRunner } from '#app/db/pglite.server.ts';
import { withPostgres } from '#app/db/postgres.server.ts';
import type { SqlRunner } from '#app/db/migrate.server.ts';
import { createEmptyServerDatabase, createServerDatabase } from '#tests/setup/server-database.ts';
import { migratedSnapshot } from '#tests/setup/snapshot.ts';

/** More than the rows of two statements. */
const rows = 1_100;

type Column = { table: string; name: string; type: string; key: boolean; parent: string | null; required: boolean };

/** Every column of every table that is carried (unlogged ones hold counters and notes of the moment), with what it refers to; a unique one must differ from row to row. */
const columns = `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
    exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any (i.indkey)) as key,
    (select p.relname from pg_constraint k join pg_class p on p.oid = k.confrelid where k.contype = 'f' and k.conrelid = c.oid and k.conkey[1] = a.attnum limit 1) as parent
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace = 'public'::regnamespace and c.relname not like '\\_%' and a.attnum > 0 and not a.attisdropped order by 1, a.attnum`;

const uuid = (n: string) => `('00000000-0000-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`;

/** A value for row \`n\` of its type: odd signs, jsonb null beside no value, microseconds, bytes with zero. */
function valueOf({ type, key, name, parent, required, table }: Column): string {
  // Each row refers to the one after it, so that a child always stands before its parent; the last one to itself.
  const id = parent === table ? `least(n + 1, ${rows})` : 'n';
  if (type === 'uuid') return uuid(id);
  if (type === 'character(7)') return `lpad((${id})::text, 7, '0')`;
  if (type === 'text' && (key || parent)) return `'k' || ${id}`;
  if (!required && name.length % 2 === 0) return `case when n % 3 = 0 then null else ${plainValue(type)} end`;
  return plainValue(type);
}

function plainValue(type: string): string {
  if (type.startsWith('text[]')) return `array['a,"b\\', null, n::text]`;
  if (type === 'text' || type.startsWith('character varying')) return `e'Zażółć "\\\\ \\n\\t{},()'' \\u0001 ' || n`;
  const fixed = /^character\((\d)\)$/.exec(type)?.[1];
  if (fixed) return `lpad((n % ${10 ** Number(fixed)})::text, ${fixed}, '0')`;
  if (type === 'integer[]') return 'array[n, null, -1]';
  if (type === 'uuid[]') return `array[${uuid('n')}, null, ${uuid('n + 1')}]`;
  if (type === 'integer' || type === 'bigint') return 'n';
  if (type.startsWith('numeric')) return 'n + 0.01';
  if (type === 'double precision') return '1.0::float8 / n';
  if (type === 'boolean') return 'n % 2 = 0';
  if (type === 'jsonb')
    return `case n % 4 when 0 then 'null'::jsonb when 1 then '[]' when 2 then '"\\\\u0041\\\\\\\\"' else jsonb_build_object('n', n, 'x', null) end`;
  if (type === 'bytea') return `'\\x00ff00'::bytea || n::text::bytea`;
  if (type.startsWith('timestamp'))
    return `'1999-12-31 23:59:59.123456+02'::timestamptz + n * interval '1 day 1 microsecond'`;
  throw new Error(`no value for the type ${type}: add one`);
}

const fingerprint = (table: string) =>
  `select count(*)::int as n, md5(string_agg(md5(t::text), '' order by t::text collate "C")) as sum from "${table}" t`;

async function fingerprints(runner: SqlRunner, tables: string[]) {
  const found = new Map<string, unknown>();
  await runner.exec(`set timezone = 'UTC'`);
  for (const table of tables) found.set(table, (await runner.query(fingerprint(table)))[0]);
  return found;
}

test('rows of every table arrive byte for byte, children before their parents and over several statements', async () => {
  const pg = await PGlite.create({ loadDataDir: await migratedSnapshot() });
  const { url, drop } = await createServerDatabase(process.env.TEST_DATABASE_URL ?? '');
  onTestFinished(async () => (await pg.close(), await drop()));
  const from = pgliteRunner(pg);
  const all = await from.query<Column>(columns);
  const tables = [...new Set(all.map(({ table }) => table))];
  await from.exec(`set session_replication_role = replica`);
  for (const table of tables) {
    const own = all.filter((column) => column.table === table);
    const checks = await from.query<{ name: string }>(
      `select quote_ident(conname) as name from pg_constraint where contype = 'c' and conrelid = '"${table}"'::regclass`,
    );
    // What a rule of the table asks of its values is not the matter here.
    for (const { name } of checks) await from.exec(`alter table "${table}" drop constraint ${name}`);
    if (checks.length > 0)
      await withPostgres(url, async (to) => {
        for (const { name } of checks) await to.exec(`alter table "${table}" drop constraint ${name}`);
      });
    await from.exec(
      `insert into "${table}" (${own.map(({ name }) => `"${name}"`).join(', ')}) select ${own.map(valueOf).join(', ')} from generate_series(1, ${rows}) n`,
    );
  }
  await from.exec(`set session_replication_role = origin`);
  const copied = await withPostgres(url, (to) => copyDatabase(from, to));
  expect([...copied].filter(([, count]) => count !== rows)).toEqual([]);
  expect([...copied.keys()].sort()).toEqual([...tables].sort());
  const before = await fingerprints(from, tables);
  await withPostgres(url, async (to) => {
    expect(await fingerprints(to, tables)).toEqual(before);
    // The references hold again from one statement to the next.
    const [left] = await to.query<{ n: number }>(
      `select count(*)::int as n from pg_constraint where contype = 'f' and condeferrable`,
    );
    expect(left?.n).toBe(0);
    await expect(to.query(`update "Clause" set "mergedIntoId" = ${uuid('999999')}`)).rejects.toThrow(/foreign key/);
  });
}, 400_000);

test('circles between tables, generated columns, identities and sequences arrive, and a broken reference leaves nothing', async () => {
  const schema = `
    create table chicken (id int generated always as identity primary key, egg int, size int not null, twice int generated always as (size * 2) stored);
    create table egg (id serial primary key, chicken int not null references chicken);
    alter table chicken add constraint hatched foreign key (egg) references egg;`;
  const pg = await PGlite.create();
  const { url, drop } = await createEmptyServerDatabase(process.env.TEST_DATABASE_URL ?? '');
  onTestFinished(async () => (await pg.close(), await drop()));
  const from = pgliteRunner(pg);
  await from.exec(
    `${schema} insert into chicken (size) values (1), (2); insert into egg (chicken) values (2), (1); update chicken set egg = 3 - id`,
  );
  await withPostgres(url, async (to) => {
    await to.exec(schema);
    await from.exec(
      `set session_replication_role = replica; insert into egg (chicken) values (77); set session_replication_role = origin`,
    );
    await expect(copyDatabase(from, to)).rejects.toThrow(/foreign key/);
    expect(await to.query('select 1 from chicken')).toEqual([]);
    await from.exec('delete from egg where chicken = 77');
    await copyDatabase(from, to);
    expect(await to.query('select id, egg, size, twice from chicken order by id')).toEqual([
      { id: 1, egg: 2, size: 1, twice: 2 },
      { id: 2, egg: 1, size: 2, twice: 4 },
    ]);
    await to.exec('insert into egg (chicken) values (1); insert into chicken (size) values (9)');
    expect(await to.query('select max(id) as n from egg')).toEqual([{ n: 4 }]);
    expect(await to.query('select max(id) as n from chicken')).toEqual([{ n: 3 }]);
  });
});
