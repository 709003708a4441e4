import { sha256 } from '#app/hash/sha256.server.ts';
import { exportRemarks } from '#app/drafting/exchange/export-remarks.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import { draftText } from '#app/drafting/acts/unit-tree.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { nextTurn } from '#app/workers/next-turn.ts';
import { attachedReader, publicAttachments } from './attached-files.server.ts';
import {
  archiveTables,
  releasedEditions,
  type ArchiveFiles,
  type ArchiveTable,
  type ReadAttached,
  type Row,
} from './tables.ts';
import { type ArchiveManifest, wholeText } from './manifest.ts';
import { numberPeople } from './people-numbers.server.ts';

/** What is not in an archive, in words for the one who opens it. */
const left = [
  'contacts and case signs of filings, accounts, e-mail addresses, tokens',
  'files attached to submissions that are not shown to everybody (their kind, size and SHA-256 are here), what their senders called them',
  'words of remarks from before personal data was blacked out',
  'drafts of rulings, assignments, lines of the record that no page shows',
  'answers to surveys one by one and sheets of paper (what they come to is here), boards for invited people',
  'editions of which a card was withdrawn, or all',
  'editions that are not released yet, answers of coders beside those in released scorecards, uploaded copies of sources',
];

/**
 * The whole public record of a municipality: tables as JSON, texts of every version, registers as CSV, and the attached files that everybody may
 * open, which `attached` reads. Throws not found.
 */
export async function makeArchive(
  db: Db,
  { teryt, now = new Date() }: { teryt: string; now?: Date },
): Promise<{ files: ArchiveFiles; manifest: ArchiveManifest; attached: ReadAttached }> {
  const municipality = await db.municipality.findUnique({ where: { teryt }, select: { teryt: true, name: true } });
  if (!municipality) throw notFound(`no municipality ${teryt}`);
  const files: ArchiveFiles = new Map();
  const people = new Set<string>();
  const tables = new Map<string, Row[]>();
  for (const table of archiveTables) {
    await nextTurn();
    tables.set(table.name, await readTable(db, table, { teryt, now }));
  }
  await numberPeople(db, { consultations: tables.get('Consultation') ?? [], filings: tables.get('Filing') ?? [] });
  for (const table of archiveTables) {
    const rows = tables.get(table.name) ?? [];
    await nextTurn();
    for (const row of rows)
      for (const column of table.people ?? []) if (typeof row[column] === 'string') people.add(row[column]);
    files.set(`data/${table.name}.json`, jsonLines(rows));
  }
  files.set('data/people.json', jsonLines(await readPeople(db, { teryt, people: [...people].sort() })));
  for (const { slug, version } of await db.consultation.findMany({
    where: { teryt },
    orderBy: { id: 'asc' },
    select: { slug: true, version: true },
  })) {
    for (let number = 1; number <= version; number += 1) {
      await nextTurn();
      const draft = await loadDraft(db, { slug }, number);
      files.set(`texts/${slug}/version-${number}.txt`, draftText(draft.head, draft.units));
    }
    files.set(`registers/${slug}.csv`, await exportRemarks(db, { slug, layout: 'full' }));
  }
  const listed = [
    ...[...files].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content), sha256: sha256(content) })),
    ...(await publicAttachments(db, { teryt })),
  ];
  const manifest: ArchiveManifest = {
    schema: 'paragraf-archive/1',
    municipality,
    exportedAt: now.toISOString(),
    licence: 'CC BY 4.0',
    left,
    files: listed,
    sha256: sha256(wholeText(listed)),
  };
  return { files, manifest, attached: attachedReader(db, teryt) };
}

/** One row a line: two archives can be compared by any program that compares texts. */
function jsonLines(rows: readonly Row[]): string {
  return rows.length === 0 ? '[]\n' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`;
}

function conditionOf(table: ArchiveTable): string {
  switch (table.of) {
    case 'municipality':
      return 'teryt = $1 and $2::timestamptz is not null';
    case 'methodology':
      return `id in (select "methodologyId" from "Edition" where id in ${releasedEditions})`;
    case 'team':
      return `id in (select "teamId" from "Edition" where id in ${releasedEditions})`;
    case 'chain':
      return `$2::timestamptz is not null and (scope = 'municipality:' || $1 or scope in (select 'consultation:' || c.id from "Consultation" c where c.teryt = $1) or substr(scope, 9) in (select e::text from ${releasedEditions} as own(e)) and scope like 'edition:%')`;
    case 'edition': {
      if (table.name === 'Edition') return `id in ${releasedEditions}`;
      // Of an edition's files those about all of it, and those about this municipality.
      const own =
        table.name === 'EditionFile'
          ? ' and (teryt is null or teryt = $1)'
          : table.columns.includes('teryt')
            ? ' and teryt = $1'
            : '';
      return `"editionId" in ${releasedEditions}${own}`;
    }
  }
}

async function readTable(db: Db, table: ArchiveTable, { teryt, now }: { teryt: string; now: Date }): Promise<Row[]> {
  const columns = table.columns
    .map((column) => `${table.as?.[column] ? `${table.as[column]} as ` : ''}"${column}"`)
    .join(', ');
  const only = table.only ? ` and ${table.only}` : '';
  // Names of tables and columns are ours, values are parameters.
  const rows = await db.$queryRawUnsafe<{ row: Row }[]>(
    `select to_jsonb(t) as row from (select ${columns} from "${table.name}" where ${conditionOf(table)}${only} order by 1, 2) t`,
    teryt,
    now.toISOString(),
  );
  return rows.map(({ row }) => row);
}

/** Accounts that rows name. Only who made a version of a text is named by a page that asks the account; the others have their name in the row. */
async function readPeople(db: Db, { teryt, people }: { teryt: string; people: string[] }): Promise<Row[]> {
  const makers = await db.version.findMany({
    where: { teryt },
    distinct: ['createdById'],
    select: { createdById: true },
  });
  const named = await db.user.findMany({
    where: { id: { in: makers.map(({ createdById }) => createdById) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(named.map(({ id, displayName }) => [id, displayName]));
  return people.map((id) => ({ id, displayName: names.get(id) ?? '' }));
}
