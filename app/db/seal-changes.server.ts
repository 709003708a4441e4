import { randomUUID } from 'node:crypto';
import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from './client.server.ts';
import { recordTables, type RecordTable } from './record-tables.ts';
import { contentSql, hashSql, readColumns, scopeSql, shapeOf, type Column } from './row-content.server.ts';

/** What a chain begins with. */
export const chainStart = 'paragraf';

/** What a link is for: a write, what was there before there were seals, or what an archive brought, with the first N links of the chain. */
export type LinkKind = 'write' | 'start' | `import:${number}`;

/**
 * Seals every row of the record that this transaction wrote: a salted hash of each, and a link to the chain of each consultation, edition or
 * municipality. Called at the end of every transaction; a row that something else writes has no seal, or another one, and `verify` names it.
 * Four statements, whatever the number of tables and rows. Chains in `always` get a link even where nothing was written.
 */
export async function sealChanges(
  tx: Db,
  kindOf: (scope: string) => LinkKind = () => 'write',
  always: readonly string[] = [],
): Promise<void> {
  const dirty = await tx.$queryRaw<
    { name: string }[]
  >`select distinct "tableName" as name from "RecordDirty" where tx = txid_current()`;
  if (dirty.length === 0) return;
  const tables = recordTables.filter(({ name }) => dirty.some((each) => each.name === name));
  const columns = await columnsOf(tx, tables);
  const batch = randomUUID();
  const sealed = await sealRows(tx, { tables, columns, batch, which: 'written' });
  await addLinks(tx, { batch, sealed, kindOf, always });
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

type Sealing = {
  tables: readonly RecordTable[];
  columns: ReadonlyMap<string, readonly Column[]>;
  batch: string;
  /** Every row, or those that this transaction wrote or removed. */ which: 'all' | 'written';
};
export type SealedScope = { scope: string; content: string };

/**
 * A seal for rows of tables, one that says so for those the program removed, and what the seals of each scope amount to. Older seals of the
 * same rows become those of the past: without their salts they give away nothing that was blacked out since. All in one statement, whose
 * parts see the database as it was when it began. Names are ours; nothing that people typed stands in it.
 */
export async function sealRows(tx: Db, { tables, columns, batch, which }: Sealing): Promise<SealedScope[]> {
  const parts = tables.map((table) => sealSql(table, { columns: columns.get(table.name) ?? [], which }));
  if (parts.length === 0) return [];
  return tx.$queryRawUnsafe<SealedScope[]>(
    `
    with dirty as (delete from "RecordDirty" ${which === 'all' ? '' : 'where tx = txid_current() '}returning "tableName", "rowId"),
    written as (select distinct "tableName", "rowId" from dirty),
    shaped as (insert into "RecordShape" (id, "tableName", columns) values ${parts.map(({ shape }) => shape).join(', ')} on conflict do nothing),
    made as (${parts.map(({ rows }) => rows).join(' union all ')}),
    sealed as (insert into "RecordSeal" (batch, scope, "tableName", "rowId", salt, hash, shape) select $1::uuid, m.* from made m returning scope, "tableName", "rowId", hash),
    retired as (update "RecordSeal" old set "isCurrent" = false, salt = null from sealed s where old."tableName" = s."tableName" and old."rowId" = s."rowId" and old."isCurrent")
    select scope, ${contentOfSeals} as content from sealed group by scope order by scope`,
    batch,
  );
}

/** The parts of one table: what its rows amount to, and the columns that they are made of. */
function sealSql(
  table: RecordTable,
  { columns, which }: { columns: readonly Column[]; which: Sealing['which'] },
): { rows: string; shape: string } {
  const { name, key, only = 'true' } = table;
  const shape = shapeOf(columns);
  const rows =
    which === 'all'
      ? 'true'
      : `t."${key}" = any(array(select w."rowId"::uuid from written w where w."tableName" = '${name}'))`;
  const removed = `
    union all
    select distinct old.scope, '${name}', old."rowId", null::text, null::text, null::text
    from written w join "RecordSeal" old on old."tableName" = '${name}' and old."rowId" = w."rowId" and old."isCurrent"
    where w."tableName" = '${name}' and not exists (select 1 from "${name}" t where t."${key}" = w."rowId"::uuid)`;
  return {
    rows: `
    select ${scopeSql(table, columns)} as scope, '${name}' as "tableName", t."${key}"::text as "rowId", s.salt, ${hashSql('s.salt', contentSql(shape.columns))} as hash, '${shape.id}' as shape
    from "${name}" t cross join lateral (select gen_random_uuid()::text || t."${key}"::text as salt offset 0) s
    where ${rows} and ${only}${which === 'all' ? '' : removed}`,
    shape: `('${shape.id}', '${name}', array[${shape.columns.map((column) => `'${column.name}'`).join(', ')}])`,
  };
}

/** SQL for what the seals of a batch in one scope amount to. */
export const contentOfSeals = `encode(sha256(convert_to(string_agg("tableName" || ' ' || "rowId" || ' ' || coalesce(hash, '-'), E'\\n' order by "tableName" collate "C", "rowId" collate "C"), 'UTF8')), 'hex')`;

/** The content of a link of an archive in whose chain it brought no row. */
export const nothingSealed = sha256('');

export function linkHash(link: { scope: string; n: number; kind: string; previous: string; content: string }): string {
  return sha256([link.scope, link.n, link.kind, link.previous, link.content].join('\n'));
}

type Linking = {
  batch: string;
  sealed: readonly SealedScope[];
  kindOf: (scope: string) => LinkKind;
  always?: readonly string[];
};

/** One link for each chain that a batch touches. The locks are of those chains alone, taken last and always in one order, so that nobody waits for long. */
export async function addLinks(tx: Db, { batch, sealed, kindOf, always = [] }: Linking): Promise<void> {
  const found = [
    ...sealed,
    ...always
      .filter((scope) => !sealed.some((each) => each.scope === scope))
      .map((scope) => ({ scope, content: nothingSealed })),
  ];
  if (found.length === 0) return;
  const links = JSON.stringify(found.map(({ scope, content }) => ({ scope, content, kind: kindOf(scope) })));
  const scopes = found.map(({ scope }) => scope);
  await tx.$queryRaw`select pg_advisory_xact_lock(k)::text from (select distinct hashtextextended('record:' || scope, 0) as k from unnest(${scopes}::text[]) scope order by 1) locks`;
  // A statement of its own: it has to see what others committed while this one waited.
  await tx.$executeRaw`
    insert into "RecordLink" (scope, n, batch, kind, previous, content, hash)
    select scope, n, ${batch}::uuid, kind, previous, content, encode(sha256(convert_to(concat_ws(E'\n', scope, n, kind, previous, content), 'UTF8')), 'hex')
    from (
      select l.scope, coalesce(e.n, 0) + 1 as n, l.kind, coalesce(e.hash, ${chainStart}::text) as previous, l.content
      from jsonb_to_recordset(${links}::jsonb) as l (scope text, content text, kind text)
      left join lateral (select n, hash from "RecordLink" where scope = l.scope order by n desc limit 1) e on true
    ) next`;
}
