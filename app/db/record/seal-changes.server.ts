import { createHash, randomUUID } from 'node:crypto';
import type { Db } from '../client.server.ts';
import { recordTables, type RecordTable } from './record-tables.ts';
import { contentSql, hashSql, readColumns, scopeSql, shapeOf, type Column } from './row-content.server.ts';

/** What a chain begins with. */
export const chainStart = 'paragraf';

/** What a link is for: a write, what was there before there were seals, or what an archive brought, with the first N links of the chain. */
export type LinkKind = 'write' | 'start' | `import:${number}`;

/**
 * Seals every row of the record that this transaction wrote: a salted hash of each, and a link to the chain of each consultation, edition or
 * municipality. Called at the end of every transaction; a row that something else writes has no seal, or another one, and `verify` names it.
 * One statement for each table that was written to, whatever the number of rows. Chains in `always` get a link even where nothing was written.
 */
export async function sealChanges(tx: Db, kindOf: (scope: string) => LinkKind = () => 'write', always: readonly string[] = []): Promise<void> {
  const dirty = await tx.$queryRaw<{ name: string }[]>`select distinct "tableName" as name from "RecordDirty" where tx = txid_current()`;
  if (dirty.length === 0) return;
  const batch = randomUUID();
  const tables = recordTables.filter(({ name }) => dirty.some((each) => each.name === name));
  const columns = await columnsOf(tx, tables);
  for (const table of tables) await sealRows(tx, { table, columns: columns.get(table.name) ?? [], batch, which: 'written' });
  await retireSeals(tx, batch);
  await tx.$executeRaw`delete from "RecordDirty" where tx = txid_current()`;
  await addLinks(tx, batch, kindOf, always);
}

const known = new Map<string, readonly Column[]>();

/**
 * Read once for each table: columns change when a program starts, not while it runs. Were another program to add one meanwhile,
 * the seals written here would still say by their shape which columns they are of.
 */
async function columnsOf(tx: Db, tables: readonly RecordTable[]): Promise<ReadonlyMap<string, readonly Column[]>> {
  const missing = tables.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (missing.length > 0) for (const [name, columns] of await readColumns(tx, missing)) known.set(name, columns);
  return known;
}

type Sealing = { table: RecordTable; columns: readonly Column[]; batch: string; /** Every row, or those that this transaction wrote or removed. */ which: 'all' | 'written' };

/** A seal for rows of a table; one that says so for those the program removed. Names are ours; nothing that people typed stands in the statement. */
export async function sealRows(tx: Db, { table, columns, batch, which }: Sealing): Promise<void> {
  const { name, key, only = 'true' } = table;
  const shape = shapeOf(columns);
  const written = `select "rowId" from "RecordDirty" where tx = txid_current() and "tableName" = '${name}'`;
  const rows = which === 'all' ? 'true' : `t."${key}" = any(array(select w."rowId"::uuid from (${written}) w))`;
  const removed = `
    union all
    select distinct '${batch}'::uuid, old.scope, '${name}', old."rowId", null, null, null
    from (${written}) d join "RecordSeal" old on old."tableName" = '${name}' and old."rowId" = d."rowId" and old."isCurrent"
    where not exists (select 1 from "${name}" t where t."${key}" = d."rowId"::uuid)`;
  await tx.$executeRawUnsafe(`
    with shape as (insert into "RecordShape" (id, "tableName", columns) values ('${shape.id}', '${name}', array[${shape.columns.map((column) => `'${column.name}'`).join(', ')}]) on conflict do nothing)
    insert into "RecordSeal" (batch, scope, "tableName", "rowId", salt, hash, shape)
    select '${batch}'::uuid, ${scopeSql(table, columns)}, '${name}', t."${key}"::text, s.salt, ${hashSql('s.salt', contentSql(shape.columns))}, '${shape.id}'
    from "${name}" t cross join lateral (select gen_random_uuid()::text || t."${key}"::text as salt offset 0) s
    where ${rows} and ${only}${which === 'all' ? '' : removed}
    on conflict do nothing`);
}

/** Older seals of the same rows are of the past, and give away nothing that was blacked out since. */
async function retireSeals(tx: Db, batch: string): Promise<void> {
  await tx.$executeRaw`
    update "RecordSeal" old set "isCurrent" = false, salt = null from "RecordSeal" new
    where new.batch = ${batch}::uuid and old."tableName" = new."tableName" and old."rowId" = new."rowId" and old.batch <> new.batch and old."isCurrent"`;
}

/** SQL for what the seals of a batch in one scope amount to. */
export const contentOfSeals = `encode(sha256(convert_to(string_agg("tableName" || ' ' || "rowId" || ' ' || coalesce(hash, '-'), E'\\n' order by "tableName" collate "C", "rowId" collate "C"), 'UTF8')), 'hex')`;

/** The content of a link of an archive in whose chain it brought no row. */
export const nothingSealed = createHash('sha256').update('').digest('hex');

export function linkHash(link: { scope: string; n: number; kind: string; previous: string; content: string }): string {
  return createHash('sha256').update([link.scope, link.n, link.kind, link.previous, link.content].join('\n')).digest('hex');
}

/** One link for each chain that a batch touches. The locks are of those chains alone, taken last and always in one order, so that nobody waits for long. */
export async function addLinks(tx: Db, batch: string, kindOf: (scope: string) => LinkKind, always: readonly string[] = []): Promise<void> {
  const sealed = await tx.$queryRawUnsafe<{ scope: string; content: string }[]>(`select scope, ${contentOfSeals} as content from "RecordSeal" where batch = '${batch}'::uuid group by scope order by scope`);
  const found = [...sealed, ...always.filter((scope) => !sealed.some((each) => each.scope === scope)).map((scope) => ({ scope, content: nothingSealed }))];
  const scopes = found.map(({ scope }) => scope);
  await tx.$queryRaw`select pg_advisory_xact_lock(k)::text from (select distinct hashtextextended('record:' || scope, 0) as k from unnest(${scopes}::text[]) scope order by 1) locks`;
  const ends = await tx.$queryRaw<{ scope: string; n: number; hash: string }[]>`select distinct on (scope) scope, n, hash from "RecordLink" where scope = any(${scopes}::text[]) order by scope, n desc`;
  const last = new Map(ends.map((end) => [end.scope, end]));
  await tx.recordLink.createMany({
    data: found.map(({ scope, content }) => {
      const end = last.get(scope);
      const link = { scope, n: (end?.n ?? 0) + 1, kind: kindOf(scope), previous: end?.hash ?? chainStart, content };
      return { ...link, batch, hash: linkHash(link) };
    }),
  });
}
