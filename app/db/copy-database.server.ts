/** Copies everything from one database of this program into another, empty one: the way from the embedded database to a server. */
import type { SqlRunner } from './migrate.server.ts';

/** Rows carried in one statement; of uploads, which may have 20 MB each, only a few. */
const batchOf = (table: string): number => (table === 'StoredFile' ? 4 : 500);

/** Unlogged tables hold counters of the moment: they stay behind. */
const ownTables = `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname = 'public' and c.relname not like '\\_%' order by 1`;

const references = `select a.relname as child, b.relname as parent from pg_constraint k
  join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f' and a.oid <> b.oid`;

export class NotEmptyError extends Error {
  override readonly name = 'NotEmptyError';
  constructor(table: string) {
    super(`the server's database is not empty: "${table}" has rows`);
  }
}

/**
 * Copies all rows of all tables, parents first, in one transaction; returns rows per table. Both databases must have the
 * same migrations. Throws NotEmptyError, and writes nothing, when the target has rows.
 */
export async function copyDatabase(from: SqlRunner, to: SqlRunner): Promise<Map<string, number>> {
  const tables = await tablesInOrder(from);
  for (const table of tables) {
    if ((await to.query(`select 1 from "${table}" limit 1`)).length > 0) throw new NotEmptyError(table);
  }
  const copied = new Map<string, number>();
  await to.exec('begin');
  try {
    for (const table of tables) copied.set(table, await copyTable(from, to, table));
    await to.exec('commit');
  } catch (error) {
    await to.exec('rollback');
    throw error;
  }
  return copied;
}

/** Tables with those they refer to before them. */
async function tablesInOrder(runner: SqlRunner): Promise<string[]> {
  const rest = new Set((await runner.query<{ name: string }>(ownTables)).map(({ name }) => name));
  const links = await runner.query<{ child: string; parent: string }>(references);
  const order: string[] = [];
  while (rest.size > 0) {
    const free = [...rest].filter((table) => !links.some(({ child, parent }) => child === table && rest.has(parent)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...rest].join(', ')}`);
    for (const table of free) {
      order.push(table);
      rest.delete(table);
    }
  }
  return order;
}

async function copyTable(from: SqlRunner, to: SqlRunner, table: string): Promise<number> {
  const batch = batchOf(table);
  let count = 0;
  for (;;) {
    // ctid is the place of a row: it walks a table that nobody writes to, whatever its key.
    const rows = await from.query<{ row: string }>(`select row_to_json(t)::text as row from "${table}" t order by ctid limit ${batch} offset ${count}`);
    if (rows.length === 0) return count;
    await to.query(`insert into "${table}" select * from json_populate_recordset(null::"${table}", $1::json)`, [`[${rows.map(({ row }) => row).join(',')}]`]);
    count += rows.length;
  }
}
