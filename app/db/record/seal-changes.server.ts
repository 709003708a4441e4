import { createHash, randomUUID } from 'node:crypto';
import type { Db } from '../client.server.ts';
import { recordTables, type RecordTable } from './record-tables.ts';
import { contentSql, hashSql, readColumns, scopeSql, shapeOf, type Column } from './row-content.server.ts';

/** What a chain begins with. */
export const chainStart = 'paragraf';

/**
 * Seals every row of the record that this transaction wrote: a salted hash of each, and a link to the chain of each consultation, edition or
 * municipality. Called at the end of every transaction; a row that something else writes has no seal, or another one, and `verify` names it.
 */
export async function sealChanges(tx: Db): Promise<void> {
  const dirty = await tx.$queryRaw<{ name: string }[]>`select distinct "tableName" as name from "RecordDirty" where tx = txid_current()`;
  if (dirty.length === 0) return;
  const batch = randomUUID();
  const tables = recordTables.filter(({ name }) => dirty.some((each) => each.name === name));
  const columns = await readColumns(tx, tables.map(({ name }) => name));
  for (const table of tables) {
    await sealRows(tx, { table, columns: columns.get(table.name) ?? [], batch, which: `t."${table.key}" = any(array(select "rowId"::uuid from "RecordDirty" where tx = txid_current() and "tableName" = '${table.name}'))` });
    await sealRemovals(tx, { table, batch });
  }
  await retireSeals(tx, batch);
  await tx.$executeRaw`delete from "RecordDirty" where tx = txid_current()`;
  await addLinks(tx, batch, 'write');
}

type Sealing = { table: RecordTable; columns: readonly Column[]; batch: string; which: string };

/** A seal for every row of a table that meets a condition. Names are ours; nothing that people typed stands in the statement. */
export async function sealRows(tx: Db, { table, columns, batch, which }: Sealing): Promise<void> {
  const shape = shapeOf(columns);
  await tx.$executeRaw`insert into "RecordShape" (id, "tableName", columns) values (${shape.id}, ${table.name}, ${shape.columns.map(({ name }) => name)}::text[]) on conflict do nothing`;
  await tx.$executeRawUnsafe(`
    insert into "RecordSeal" (batch, scope, "tableName", "rowId", salt, hash, shape)
    select '${batch}'::uuid, ${scopeSql(table, columns)}, '${table.name}', t."${table.key}"::text, s.salt, ${hashSql('s.salt', contentSql(shape.columns))}, '${shape.id}'
    from "${table.name}" t cross join lateral (select gen_random_uuid()::text || t."${table.key}"::text as salt offset 0) s
    where ${which}${table.only ? ` and ${table.only}` : ''}`);
}

/** Rows that the program removed: their last seal says so. */
async function sealRemovals(tx: Db, { table, batch }: { table: RecordTable; batch: string }): Promise<void> {
  await tx.$executeRawUnsafe(`
    insert into "RecordSeal" (batch, scope, "tableName", "rowId")
    select distinct '${batch}'::uuid, old.scope, '${table.name}', old."rowId"
    from "RecordDirty" d join "RecordSeal" old on old."tableName" = d."tableName" and old."rowId" = d."rowId" and old."isCurrent"
    where d.tx = txid_current() and d."tableName" = '${table.name}' and not exists (select 1 from "${table.name}" t where t."${table.key}" = d."rowId"::uuid)
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

export function linkHash(link: { scope: string; n: number; kind: string; previous: string; content: string }): string {
  return createHash('sha256').update([link.scope, link.n, link.kind, link.previous, link.content].join('\n')).digest('hex');
}

/** One link for each chain that a batch touches. The lock is of that chain alone and taken last, so that nobody waits for long. */
export async function addLinks(tx: Db, batch: string, kind: 'write' | 'start'): Promise<void> {
  const scopes = await tx.$queryRawUnsafe<{ scope: string; content: string }[]>(`select scope, ${contentOfSeals} as content from "RecordSeal" where batch = '${batch}'::uuid group by scope order by scope`);
  for (const { scope, content } of scopes) {
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtext(${`record:${scope}`}))::text`;
    const last = await tx.recordLink.findFirst({ where: { scope }, orderBy: { n: 'desc' }, select: { n: true, hash: true } });
    const link = { scope, n: (last?.n ?? 0) + 1, kind, previous: last?.hash ?? chainStart, content };
    await tx.recordLink.create({ data: { ...link, batch, hash: linkHash(link) } });
  }
}
