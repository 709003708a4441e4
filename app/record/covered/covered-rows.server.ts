import { isImported } from '#app/db/record/verify-record.server.ts';
import type { Db } from '#app/db/client.server.ts';

/** Frozen documents whose hash is printed, each with the column that was hashed and the chain of the record it belongs to. */
const frozen = {
  Report: { text: 'd.json::text', chain: `'consultation:' || d."consultationId"::text`, column: 'json' },
  UnifiedText: { text: 'd.text', chain: `'consultation:' || d."consultationId"::text`, column: 'text' },
  Scorecard: { text: 'd.json::text', chain: `'edition:' || d."editionId"::text`, column: 'json' },
  EditionIssue: { text: 'd.manifest::text', chain: `'edition:' || d."editionId"::text`, column: 'manifest' },
  EditionFile: { text: `convert_from(d.body, 'UTF8')`, chain: `'edition:' || d."editionId"::text`, column: 'body' },
} as const;
export type FrozenTable = keyof typeof frozen;

/**
 * Those of the rows in which words were covered after they were hashed: the printed hash is of what stood there before. Where an archive
 * brought them, what stood there is elsewhere, and the marks say it.
 */
export async function coveredRows(db: Db, table: FrozenTable, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { text, chain, column } = frozen[table];
  // Names are ours, values are parameters.
  const rows = await db.$queryRawUnsafe<{ id: string }[]>(
    `select d.id::text as id from "${table}" d where d.id = any($1::uuid[]) and (
      exists (select 1 from "CoveredText" k where k."tableName" = $2 and k."rowId" = d.id::text and k."columnName" = $3)
      or (exists (select 1 from "RecordLink" l where l.scope = ${chain} and l.kind like 'import:%') and ${text} like '%[zasłonięto: %'))`,
    ids,
    table,
    column,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What of an issue has covered words: its manifest, cards by municipality, files by path; `any` where its hash covers one of them. */
export type CoveredIssue = { any: boolean; manifest: boolean; cards: ReadonlySet<string>; paths: ReadonlySet<string> };
export const nothingCovered: CoveredIssue = { any: false, manifest: false, cards: new Set(), paths: new Set() };

/** In which documents of an issue words were covered after they were hashed. */
export async function coveredInIssue(
  db: Db,
  { editionId, issue }: { editionId: string; issue: number },
): Promise<CoveredIssue> {
  // An archive brings the acts about one municipality alone, and files in which others are covered, too.
  if (
    (await db.redaction.count({ where: { editionId, undoneAt: null } })) === 0 &&
    !(await isImported(db, `edition:${editionId}`))
  )
    return nothingCovered;
  const where = { editionId, issue: { lte: issue } };
  const manifests = await db.editionIssue.findMany({ where: { editionId, issue }, select: { id: true } });
  const cards = await db.scorecard.findMany({
    where,
    orderBy: { issue: 'desc' },
    distinct: ['teryt'],
    select: { id: true, teryt: true },
  });
  const files = await db.editionFile.findMany({
    where,
    orderBy: { issue: 'desc' },
    distinct: ['path'],
    select: { id: true, path: true },
  });
  const among = async <T extends { id: string }>(table: FrozenTable, rows: readonly T[]) => {
    const covered = await coveredRows(
      db,
      table,
      rows.map(({ id }) => id),
    );
    return rows.filter(({ id }) => covered.has(id));
  };
  const manifest = (await among('EditionIssue', manifests)).length > 0;
  const found = {
    cards: new Set((await among('Scorecard', cards)).map(({ teryt }) => teryt)),
    paths: new Set((await among('EditionFile', files)).map(({ path }) => path)),
  };
  return { manifest, any: manifest || found.cards.size + found.paths.size > 0, ...found };
}
