import type { Db } from '#app/db/client.server.ts';
import { bumpRevision } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { demoRemoved } from '#app/people/demo/demonstration.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { AdminAnswer } from './answers.ts';

type Column = { table: string; column: string; type: string };
/** Tables of the demonstration with how many rows each has, and those rows that belong to somebody real. */
type Found = { counts: Map<string, number>; real: Map<string, number> };

/** Columns that name who did something to a row without making the row theirs. */
const notTheirs = new Set(['grantedById', 'revokedById', 'disabledById']);

/**
 * Removes everything of the demonstration, or, without a confirmation, says what that would be. Refuses while somebody real
 * has written something into it, or a demonstration account into something real: that would go with it.
 */
export function removeDemo(db: Db, { confirmed }: { confirmed: boolean }): Promise<AdminAnswer> {
  return transaction(
    db,
    async (tx) => {
      const columns = await columnsOf(tx);
      await collect(tx, columns);
      const { counts, real } = await look(tx, columns);
      if (counts.size === 0) return { code: 0, text: 'There is no demonstration set here.' };
      if (real.size > 0) {
        return { code: 2, text: `real data depends on the demonstration: ${sumOf(real)}; nothing was removed` };
      }
      if (!confirmed)
        return {
          code: 0,
          text: `It would remove ${sumOf(counts)}.\nMake a backup, then: npm run admin -- remove-demo --yes`,
        };
      await remove(tx, columns, [...counts.keys()]);
      // The next start finds a database that nobody uses, and must not fill it again.
      await recordEvent(tx, { kind: demoRemoved, subject: { type: 'installation', id: 'demo' } });
      await bumpRevision(tx);
      return { code: 0, text: `Removed: ${sumOf(counts)}.` };
    },
    600_000,
  );
}

function sumOf(counts: Map<string, number>): string {
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([table, n]) => `${table} ${n}`)
    .join(', ');
}

/** What tells where a row belongs: its id and those it names, its municipality, its mark. */
async function columnsOf(tx: Db): Promise<Column[]> {
  return tx.$queryRaw<Column[]>`
    select c.table_name::text as "table", c.column_name::text as "column", c.udt_name::text as type from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.table_name !~ '^_' and (c.udt_name = 'uuid' or c.column_name in ('teryt', 'isDemo')) order by 1, 2`;
}

/** The ids of everything that hangs on the demonstration, found by following names of ids until nothing new comes. */
async function collect(tx: Db, columns: readonly Column[]): Promise<void> {
  await tx.$executeRawUnsafe('create temp table demo_row (id uuid primary key) on commit drop');
  const withId = columns.filter(({ column, type }) => column === 'id' && type === 'uuid').map(({ table }) => table);
  for (;;) {
    let found = 0;
    for (const table of withId) {
      found += await tx.$executeRawUnsafe(
        `insert into demo_row select t.id from "${table}" t where (${isDemo(columns, table)}) on conflict do nothing`,
      );
    }
    if (found === 0) return;
  }
}

/** Whether a row `t` of a table belongs to the demonstration, as far as it is known by now. */
function isDemo(columns: readonly Column[], table: string): string {
  const parts = columns
    .filter((each) => each.table === table && !notTheirs.has(each.column))
    .map(({ column, type }) => {
      if (column === 'isDemo') return 't."isDemo"';
      if (column === 'teryt') return `t.teryt in (select teryt from "Municipality" where "isDemo")`;
      return type === 'uuid' ? `t."${column}" in (select id from demo_row)` : 'false';
    });
  return parts.join(' or ') || 'false';
}

/** Whether a row `t` names somebody real, or a real municipality. */
function isReal(columns: readonly Column[], table: string): string {
  const parts = columns
    .filter((each) => each.table === table && !notTheirs.has(each.column) && each.column !== 'id')
    .map(({ column, type }) => {
      if (column === 'teryt' && table !== 'Municipality')
        return `t.teryt in (select teryt from "Municipality" where not "isDemo")`;
      return type === 'uuid' ? `t."${column}" in (select id from "User" where not "isDemo")` : 'false';
    });
  return parts.join(' or ') || 'false';
}

async function look(tx: Db, columns: readonly Column[]): Promise<Found> {
  const found: Found = { counts: new Map(), real: new Map() };
  for (const table of new Set(columns.map((each) => each.table))) {
    const [row] = await tx.$queryRawUnsafe<{ demo: number; mixed: number }[]>(
      `select count(*)::int as demo, (count(*) filter (where ${isReal(columns, table)}))::int as mixed from "${table}" t where ${isDemo(columns, table)}`,
    );
    if (row?.demo) found.counts.set(table, row.demo);
    if (row?.mixed) found.real.set(table, row.mixed);
  }
  return found;
}

/** Children before what they refer to; then what is named by words or content alone. */
async function remove(tx: Db, columns: readonly Column[], tables: readonly string[]): Promise<void> {
  const links = await tx.$queryRaw<{ child: string; parent: string }[]>`
    select a.relname::text as child, b.relname::text as parent from pg_constraint k
    join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid where k.contype = 'f' and a.oid <> b.oid`;
  const names = await tx.$queryRaw<{ scope: string }[]>`
    select 'consultation:' || slug as scope from "Consultation" where "isDemo" union all select 'edition:' || slug from "Edition" where "isDemo"`;
  await tx.$executeRaw`delete from "MailMessage" where "toEmail" in (select email from "User" where "isDemo")`;
  const rest = new Set(tables);
  while (rest.size > 0) {
    const free = [...rest].filter((table) => !links.some(({ child, parent }) => parent === table && rest.has(child)));
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...rest].join(', ')}`);
    // Municipalities last: rows are known by them.
    for (const table of free.length > 1 ? free.filter((each) => each !== 'Municipality') : free) {
      await tx.$executeRawUnsafe(`delete from "${table}" t where ${isDemo(columns, table)}`);
      rest.delete(table);
    }
  }
  await tx.revision.deleteMany({ where: { scope: { in: names.map(({ scope }) => scope) } } });
  await tx.storedFile.deleteMany({ where: { uploads: { none: {} } } });
}
