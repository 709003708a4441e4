import { z } from 'zod';
import type { Db } from '#app/db/client.server.ts';
import { canonicalJson } from '#app/publishing/canonical-json.ts';
import { coverFile } from './cover-file.ts';
import { coverJson, coverText, type CoverRule, type CoverScope, type Reach } from './cover-words.ts';
import { linesOf, type CoveredLines } from './places-of.server.ts';
import type { Place } from './places.ts';

const linkShape = z.array(z.object({ id: z.string(), scope: z.enum(['own', 'copy', 'law']) }));
type Link = z.infer<typeof linkShape>[number];
type Cell = { table: string; key: string; rowId: string; column: string; kind: CellKind };
/** How a column holds words: as they are, in a document, in the bytes of a file. */
type CellKind = 'text' | 'document' | 'file';
/** One covering act with its words, as it is applied. */
export type Cover = { id: string; teryt: string; lines: CoveredLines; rules: CoverRule[] };

/**
 * Covers the words of an act wherever they stand in the places: the row keeps the public words alone, what stood there goes to
 * CoveredText once. Returns how many texts changed. Call it inside a transaction.
 */
export async function coverPlaces(tx: Db, cover: Cover, places: readonly Place[]): Promise<number> {
  let changed = 0;
  for (const place of places) {
    const columns: [CellKind, readonly string[]][] = [
      ['text', place.texts],
      ['document', place.documents ?? []],
      ['file', place.files ?? []],
    ];
    for (const [kind, names] of columns)
      for (const column of names) changed += await coverColumn(tx, cover, { place, column, kind });
  }
  return changed;
}

async function coverColumn(
  tx: Db,
  cover: Cover,
  { place, column, kind }: { place: Place; column: string; kind: CellKind },
): Promise<number> {
  // Names of tables and columns are ours, values are parameters.
  const rows = await tx.$queryRawUnsafe<{ id: string; value: unknown }[]>(
    `select "${place.key}"::text as id, ${valueSql(column, kind)} as value from "${place.table}" where ${place.where} and "${column}" is not null order by 1`,
    ...place.values,
  );
  const kept = await tx.coveredText.findMany({
    where: { tableName: place.table, columnName: column, rowId: { in: rows.map(({ id }) => id) } },
    select: { rowId: true, original: true },
  });
  const originals = new Map(kept.map(({ rowId, original }) => [rowId, original]));
  let changed = 0;
  for (const { id, value: found } of rows) {
    const value = readValue(found, kind);
    const cell = { table: place.table, key: place.key, rowId: id, column, kind };
    const worn = (words: unknown) => applied(cell, words, [{ cover, scope: place.scope }]);
    const covered = worn(value);
    const isCovered = same(covered, value);
    // Words that another act covers already are this one's too: they stay covered when the other is taken back.
    const original = originals.get(id) ?? value;
    if (isCovered && same(worn(original), original)) continue;
    await keepOriginal(tx, cell, { value, teryt: cover.teryt, link: { id: cover.id, scope: place.scope } });
    if (isCovered) continue;
    await writeCell(tx, cell, covered);
    changed += 1;
  }
  return changed;
}

const same = (a: unknown, b: unknown) => a === b || canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** A closed report speaks of many remarks: the words of one, and the signature of a letter, are covered in their own lines and outside the table of lines, those of the act everywhere. */
function applied(
  { table, column, kind }: Cell,
  value: unknown,
  covers: readonly { cover: Cover; scope: CoverScope }[],
): unknown {
  return covers.reduce<unknown>((now, { cover, scope }) => {
    if (kind !== 'document')
      return typeof now !== 'string'
        ? now
        : kind === 'file'
          ? coverFile(now, cover.rules, scope)
          : coverText(now, cover.rules, scope);
    if (table !== 'Report' || column !== 'json' || scope === 'law' || !isReport(now))
      return coverJson(now, cover.rules, scope);
    const { lines, ...head } = now;
    return { ...coverJson(head, cover.rules, 'copy'), lines: lines.map((line) => coverLine(line, cover)) };
  }, value);
}

type ReportedLine = { number?: number; filing?: number };

/** A signature is that of its author; what its letter says is a copy of it. */
function coverLine<T extends ReportedLine>(line: T, { lines, rules }: Cover): T {
  if (!lines?.among.includes(line[lines.by] ?? 0)) return line;
  if (lines.by === 'number') return coverJson(line, rules, 'own');
  const scopes: Record<string, CoverScope> = { author: 'own', words: 'copy', place: 'copy' };
  return Object.fromEntries(
    Object.entries(line).map(([key, value]) => [key, scopes[key] ? coverJson(value, rules, scopes[key], key) : value]),
  ) as T;
}

const isReport = (value: unknown): value is { lines: ReportedLine[] } =>
  typeof value === 'object' && value !== null && 'lines' in value && Array.isArray(value.lines);

async function keepOriginal(
  tx: Db,
  cell: Cell,
  { value, teryt, link }: { value: unknown; teryt: string; link: Link },
): Promise<void> {
  const where = { tableName_rowId_columnName: { tableName: cell.table, rowId: cell.rowId, columnName: cell.column } };
  const kept = await tx.coveredText.findUnique({ where, select: { id: true, links: true } });
  if (!kept) {
    await tx.coveredText.create({
      data: {
        teryt,
        tableName: cell.table,
        rowId: cell.rowId,
        columnName: cell.column,
        original: value as object,
        links: [link],
      },
    });
    return;
  }
  const links = linkShape.parse(kept.links);
  if (!links.some(({ id, scope }) => id === link.id && scope === link.scope))
    await tx.coveredText.update({ where: { id: kept.id }, data: { links: [...links, link] } });
}

/** Bytes travel as base64, since a driver may take the byte order mark off a text. */
const valueSql = (column: string, kind: CellKind) =>
  kind === 'file' ? `encode("${column}", 'base64')` : `"${column}"`;
const readValue = (value: unknown, kind: CellKind): unknown =>
  kind === 'file' && typeof value === 'string' ? Buffer.from(value, 'base64').toString('utf8') : value;

async function writeCell(tx: Db, { table, key, rowId, column, kind }: Cell, value: unknown): Promise<void> {
  const given = kind === 'document' ? '$1::jsonb' : kind === 'file' ? "decode($1, 'base64')" : '$1';
  const stored =
    kind === 'document'
      ? JSON.stringify(value)
      : kind === 'file'
        ? Buffer.from(String(value), 'utf8').toString('base64')
        : value;
  await tx.$executeRawUnsafe(`update "${table}" set "${column}" = ${given} where "${key}" = $2::uuid`, stored, rowId);
}

export type Kept = {
  id: string;
  tableName: string;
  rowId: string;
  columnName: string;
  original: unknown;
  links: unknown;
};

/**
 * Takes an act back: every text shows what it showed before, less what other acts still cover. A text that was changed since
 * stays as it is now. Call it inside a transaction.
 */
export async function uncoverPlaces(tx: Db, redactionId: string): Promise<void> {
  const kept = await tx.$queryRaw<
    Kept[]
  >`select id::text, "tableName", "rowId", "columnName", original, links from "CoveredText" where links @> ${JSON.stringify([{ id: redactionId }])}::jsonb`;
  const covers = await loadCovers(
    tx,
    kept.flatMap(({ links }) => linkShape.parse(links).map(({ id }) => id)),
  );
  for (const row of kept) {
    const links = linkShape.parse(row.links);
    const [before, left] = [links, links.filter(({ id }) => id !== redactionId)];
    const cell = await cellOf(tx, row);
    const worn = (active: readonly Link[]) =>
      applied(
        cell,
        row.original,
        active.flatMap(({ id, scope }) => (covers.has(id) ? [{ cover: covers.get(id)!, scope }] : [])),
      );
    if (same(await readCell(tx, cell), worn(before))) await writeCell(tx, cell, worn(left));
    if (left.length === 0) await tx.coveredText.delete({ where: { id: row.id } });
    else await tx.coveredText.update({ where: { id: row.id }, data: { links: left } });
  }
}

/** The acts with their words, oldest first. */
export async function loadCovers(tx: Db, ids: readonly string[]): Promise<Map<string, Cover>> {
  const rows = await tx.redaction.findMany({
    where: { id: { in: [...new Set(ids)] } },
    orderBy: { madeAt: 'asc' },
    select: {
      id: true,
      teryt: true,
      subjectType: true,
      subjectId: true,
      rules: { orderBy: { id: 'asc' }, select: { reach: true, words: true, instead: true } },
    },
  });
  const covers = new Map<string, Cover>();
  for (const { id, teryt, rules, subjectType: type, subjectId } of rows)
    covers.set(id, {
      id,
      teryt,
      lines: await linesOf(tx, { type, id: subjectId }),
      rules: rules.map((rule) => ({ ...rule, reach: rule.reach as Reach })),
    });
  return covers;
}

async function cellOf(tx: Db, { tableName, rowId, columnName }: Kept): Promise<Cell> {
  const key = tableName === 'ReportDetails' ? 'consultationId' : 'id';
  const [row] = await tx.$queryRaw<
    { type: string }[]
  >`select data_type as type from information_schema.columns where table_schema = current_schema() and table_name = ${tableName} and column_name = ${columnName}`;
  return {
    table: tableName,
    key,
    rowId,
    column: columnName,
    kind: row?.type === 'jsonb' ? 'document' : row?.type === 'bytea' ? 'file' : 'text',
  };
}

async function readCell(tx: Db, { table, key, rowId, column, kind }: Cell): Promise<unknown> {
  const [row] = await tx.$queryRawUnsafe<{ value: unknown }[]>(
    `select ${valueSql(column, kind)} as value from "${table}" where "${key}" = $1::uuid`,
    rowId,
  );
  return readValue(row?.value, kind);
}

/** Everything that words are covered in. */
export function readKept(db: Db): Promise<Kept[]> {
  return db.$queryRaw<
    Kept[]
  >`select id::text, "tableName", "rowId", "columnName", original, links from "CoveredText" order by id`;
}

/** Writes what stood there before into every row; `putBack` writes what everybody reads again. Call it inside a transaction. */
export async function restoreAll(tx: Db, kept: readonly Kept[]): Promise<{ putBack: () => Promise<void> }> {
  const shown: [Cell, unknown][] = [];
  for (const row of kept) {
    const cell = await cellOf(tx, row);
    const value = await readCell(tx, cell);
    // The row is gone: evidence that a coder replaced, a release that was cancelled.
    if (value === undefined) continue;
    shown.push([cell, value]);
    await writeCell(tx, cell, row.original);
  }
  return {
    putBack: async () => {
      for (const [cell, value] of shown) await writeCell(tx, cell, value);
    },
  };
}

/** Forgets what stood in documents of an edition that are thrown away with their release. Call it inside a transaction. */
export async function forgetFrozen(tx: Db, editionId: string): Promise<void> {
  await tx.$executeRaw`delete from "CoveredText" where ("tableName", "rowId") in (
    select 'Scorecard', id::text from "Scorecard" where "editionId" = ${editionId}::uuid union all select 'EditionFile', id::text from "EditionFile" where "editionId" = ${editionId}::uuid
    union all select 'EditionIssue', id::text from "EditionIssue" where "editionId" = ${editionId}::uuid) or ("tableName" = 'Edition' and "rowId" = ${editionId} and "columnName" = 'fieldwork')`;
}

/** What stood in columns of a row before words were covered, by column; empty where nothing is. For those who may see it alone. */
export async function originalsOf(db: Db, tableName: string, rowIds: readonly string[]): Promise<Map<string, unknown>> {
  const rows = await db.coveredText.findMany({
    where: { tableName, rowId: { in: [...rowIds] } },
    select: { rowId: true, columnName: true, original: true },
  });
  return new Map(rows.map(({ rowId, columnName, original }) => [`${rowId} ${columnName}`, original]));
}

/** What stood in the clauses of a consultation's texts, by revision and column: few, however long the text is. For those who may see it alone. */
export async function originalWords(db: Db, consultationId: string): Promise<Map<string, unknown>> {
  const rows = await db.$queryRaw<{ rowId: string; columnName: string; original: unknown }[]>`
    select k."rowId", k."columnName", k.original from "CoveredText" k join "ClauseRevision" r on r.id = case when k."tableName" = 'ClauseRevision' then k."rowId"::uuid end
    where k."tableName" = 'ClauseRevision' and r."consultationId" = ${consultationId}::uuid`;
  return new Map(rows.map(({ rowId, columnName, original }) => [`${rowId} ${columnName}`, original]));
}
