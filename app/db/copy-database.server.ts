/** Copies everything from one database of this program into another, empty one: the way from the embedded database to a server. */
import { inTransaction, type SqlRunner } from './migrate.server.ts';
import { quietTriggers } from './quiet-triggers.server.ts';

/** One statement carries at most so many rows, and about so many bytes of them: an upload may have 20 MB. */
const mostRows = 500;
const mostBytes = 16 * 1024 * 1024;

/** Unlogged tables hold counters of the moment: they stay behind. */
const ownTables = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = 'public' and c.relname not like '\\_%' order by 1`;

const columnsOf = `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.atttypid in ('text'::regtype, 'varchar'::regtype, 'bytea'::regtype) as long
  from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum`;

const references = `select conrelid::regclass::text as "table", quote_ident(conname) as name, condeferrable as deferrable, condeferred as deferred
  from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`;

const sequences = `select c.relname as name from pg_class c where c.relkind = 'S' and c.relnamespace = 'public'::regnamespace order by 1`;

/** Values travel as text: in one form on both sides, whatever the settings of the server. */
const sameText = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1`;

export class NotEmptyError extends Error {
  override readonly name = 'NotEmptyError';
  constructor(table: string) {
    super(`the server's database is not empty: "${table}" has rows`);
  }
}

type Column = { name: string; type: string; long: boolean };
type Reference = { table: string; name: string; deferrable: boolean; deferred: boolean };

/**
 * Copies all rows of all tables, and where sequences stand, in one transaction; returns rows per table. Both databases
 * must have the same migrations. References are looked at once, at the end: rows may refer to each other, to themselves
 * or in a circle, and in any order. Throws NotEmptyError, and writes nothing, when the target has rows.
 */
export async function copyDatabase(from: SqlRunner, to: SqlRunner): Promise<Map<string, number>> {
  const tables = (await from.query<{ name: string }>(ownTables)).map(({ name }) => name);
  for (const table of tables) {
    if ((await to.query(`select 1 from ${quoted(table)} limit 1`)).length > 0) throw new NotEmptyError(table);
  }
  return reading(from, () =>
    inTransaction(
      to,
      async () => {
        const links = await to.query<Reference>(references);
        for (const { table, name } of links)
          await to.exec(`alter table ${table} alter constraint ${name} deferrable initially deferred`);
        const loud = await quietTriggers(to);
        const copied = new Map<string, number>();
        for (const table of tables) copied.set(table, await copyTable(from, to, table));
        for (const { name } of await from.query<{ name: string }>(sequences)) await copySequence(from, to, name);
        await to.exec('set constraints all immediate');
        await loud();
        for (const link of links)
          await to.exec(`alter table ${link.table} alter constraint ${link.name} ${timeOf(link)}`);
        return copied;
      },
      `begin; ${sameText}`,
    ),
  );
}

const timeOf = ({ deferrable, deferred }: Reference) =>
  `${deferrable ? '' : 'not '}deferrable${deferred ? ' initially deferred' : ''}`;

async function reading<T>(from: SqlRunner, work: () => Promise<T>): Promise<T> {
  await from.exec(`begin isolation level repeatable read read only; ${sameText}`);
  try {
    return await work();
  } finally {
    await from.exec('rollback');
  }
}

async function copyTable(from: SqlRunner, to: SqlRunner, table: string): Promise<number> {
  const columns = await from.query<Column>(columnsOf, [quoted(table)]);
  const names = columns.map(({ name }) => quoted(name));
  const batch = await rowsAtOnce(from, table, columns);
  const insert = `insert into ${quoted(table)} (${names.join(', ')}) overriding system value
    select ${columns.map(({ name, type }) => `v.${quoted(name)}::${type}`).join(', ')}
    from unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as v(${names.join(', ')})`;
  await from.exec(
    `declare copied no scroll cursor for select array[${names.map((name) => `${name}::text`).join(', ')}] as cells from ${quoted(table)}`,
  );
  let count = 0;
  for (;;) {
    const rows = await from.query<{ cells: (string | null)[] }>(`fetch ${batch} from copied`);
    if (rows.length === 0) break;
    await to.query(
      insert,
      columns.map((_, index) => rows.map(({ cells }) => cells[index] ?? null)),
    );
    count += rows.length;
  }
  await from.exec('close copied');
  return count;
}

async function rowsAtOnce(from: SqlRunner, table: string, columns: readonly Column[]): Promise<number> {
  const sizes = columns.map(
    ({ name, long }) => `coalesce(${long ? 'octet_length' : 'pg_column_size'}(${quoted(name)}), 0)`,
  );
  const [row] = await from.query<{ largest: number | null }>(
    `select max(${sizes.join(' + ')})::int as largest from ${quoted(table)}`,
  );
  return Math.max(1, Math.min(mostRows, Math.floor(mostBytes / Math.max(1, row?.largest ?? 1))));
}

async function copySequence(from: SqlRunner, to: SqlRunner, name: string): Promise<void> {
  const [at] = await from.query<{ last: string; called: boolean }>(
    `select last_value::text as last, is_called as called from ${quoted(name)}`,
  );
  if (at) await to.query('select setval($1::regclass, $2::bigint, $3::boolean)', [quoted(name), at.last, at.called]);
}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
