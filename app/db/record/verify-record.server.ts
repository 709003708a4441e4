import type { Db } from '../client.server.ts';
import { recordTables, type RecordTable } from '../record-tables.ts';
import { contentSql, hashSql, readColumns, type Column } from '../row-content.server.ts';
import { chainStart, contentOfSeals, linkHash, nothingSealed } from '../seal-changes.server.ts';

export type RecordCheck = {
  rows: number;
  links: number;
  /** Links that an archive brought: followed from one to the next, but what they sealed is elsewhere. */
  imported: number;
  /** One line for everything that does not agree. */
  differences: string[];
};

/** Compares every row of the record with its seal, and follows every chain from its beginning. */
export async function verifyRecord(db: Db, tables: readonly RecordTable[] = recordTables): Promise<RecordCheck> {
  const sealed = await verifyRows(db, tables);
  const { links, imported, broken } = await checkChains(db);
  return { rows: sealed.rows, links, imported, differences: [...sealed.differences, ...broken] };
}

/** Compares every row of tables with its seal: one that was changed, removed, or not written by the program. */
export async function verifyRows(
  db: Db,
  tables: readonly RecordTable[],
): Promise<Pick<RecordCheck, 'rows' | 'differences'>> {
  const columns = await readColumns(
    db,
    tables.map(({ name }) => name),
  );
  const shapes = new Map((await db.recordShape.findMany()).map(({ id, columns: names }) => [id, names]));
  const differences: string[] = [];
  let rows = 0;
  for (const table of tables) {
    const found = await checkTable(db, { table, columns: columns.get(table.name) ?? [], shapes });
    rows += found.rows;
    differences.push(...found.differences);
  }
  return { rows, differences };
}

type Checking = { table: RecordTable; columns: readonly Column[]; shapes: ReadonlyMap<string, string[]> };

async function checkTable(
  db: Db,
  { table, columns, shapes }: Checking,
): Promise<{ rows: number; differences: string[] }> {
  const { name, key, only } = table;
  const of = (id: string, what: string) => `${name} ${id}: ${what}`;
  const ask = async (sql: string) => (await db.$queryRawUnsafe<{ id: string }[]>(sql)).map(({ id }) => id);
  const seal = `"RecordSeal" s where s."tableName" = '${name}' and s."isCurrent"`;
  const [{ count } = { count: 0 }] = await db.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::int as count from ${seal} and s.hash is not null`,
  );
  const differences: string[] = [];
  const used = await db.$queryRawUnsafe<{ shape: string }[]>(
    `select distinct s.shape from ${seal} and s.hash is not null`,
  );
  for (const { shape } of used) {
    const names = shapes.get(shape);
    const own = names?.flatMap((column) => columns.filter((each) => each.name === column)) ?? [];
    if (!names || own.length !== names.length) {
      differences.push(`${name}: rows were sealed with columns that are not there any more`);
      continue;
    }
    const changed =
      await ask(`select t."${key}"::text as id from "${name}" t join "RecordSeal" s on s."tableName" = '${name}' and s."rowId" = t."${key}"::text and s."isCurrent" and s.shape = '${shape}'
      where s.hash is distinct from ${hashSql(`coalesce(s.salt, '')`, contentSql(own))} order by 1`);
    differences.push(...changed.map((id) => of(id, 'it is not as the program wrote it')));
  }
  const added = await ask(
    `select t."${key}"::text as id from "${name}" t where ${only ?? 'true'} and not exists (select 1 from ${seal} and s.hash is not null and s."rowId" = t."${key}"::text) order by 1`,
  );
  const missing = await ask(
    `select s."rowId" as id from ${seal} and s.hash is not null and not exists (select 1 from "${name}" t where t."${key}"::text = s."rowId") order by 1`,
  );
  const twice = await ask(`select s."rowId" as id from ${seal} group by s."rowId" having count(*) > 1 order by 1`);
  differences.push(
    ...added.map((id) => of(id, 'the program did not write it')),
    ...missing.map((id) => of(id, 'it is missing')),
    ...twice.map((id) => of(id, 'it has two seals')),
  );
  return { rows: count, differences };
}

/** Every link names the one before and what its transaction sealed; none is missing, and no seal is without one. */
async function checkChains(db: Db): Promise<{ links: number; imported: number; broken: string[] }> {
  const broken: string[] = [];
  const contents = new Map(
    (
      await db.$queryRawUnsafe<{ key: string; content: string }[]>(
        `select scope || ' ' || batch::text as key, ${contentOfSeals} as content from "RecordSeal" group by scope, batch`,
      )
    ).map(({ key, content }) => [key, content]),
  );
  const links = await db.recordLink.findMany({ orderBy: [{ scope: 'asc' }, { n: 'asc' }] });
  const brought = new Map<string, number>();
  for (const { scope, kind } of links)
    if (kind.startsWith('import:'))
      brought.set(scope, Math.max(brought.get(scope) ?? 0, Number(kind.slice('import:'.length))));
  for (const { scope, n, batch, kind, content } of links) {
    const key = `${scope} ${batch}`;
    const sealed = contents.get(key) ?? (kind.startsWith('import:') ? nothingSealed : null);
    if (n > (brought.get(scope) ?? 0) && sealed !== content)
      broken.push(`RecordLink ${scope} ${n}: the seals of its transaction are not those it was made of`);
    contents.delete(key);
  }
  broken.push(
    ...chainBreaks(links),
    ...[...contents.keys()].map((key) => `RecordSeal ${key}: seals without a link of the chain`),
  );
  return {
    links: links.length,
    imported: links.filter(({ scope, n }) => n <= (brought.get(scope) ?? 0)).length,
    broken,
  };
}

type Link = { scope: string; n: number; kind: string; previous: string; content: string; hash: string };

/** Where chains break, the links in the order of their numbers: one is missing, names another before it, or is not the one that was hashed. */
export function chainBreaks(links: readonly Link[]): string[] {
  const broken: string[] = [];
  const ends = new Map<string, Link>();
  for (const link of links) {
    const end = ends.get(link.scope);
    const of = (what: string) => broken.push(`RecordLink ${link.scope} ${link.n}: ${what}`);
    if (link.n !== (end?.n ?? 0) + 1) of(`the link before it is missing (${end?.n ?? 0} comes before it)`);
    else if (link.previous !== (end?.hash ?? chainStart)) of('it does not name the hash of the link before');
    if (linkHash(link) !== link.hash) of('it is not the one that was hashed');
    ends.set(link.scope, link);
  }
  return broken;
}

/** Whether an archive brought what belongs to a chain: what made it is elsewhere, and not all of it can be proved again here. */
export async function isImported(db: Db, scope: string): Promise<boolean> {
  return (await db.recordLink.count({ where: { scope, kind: { startsWith: 'import:' } } })) > 0;
}
