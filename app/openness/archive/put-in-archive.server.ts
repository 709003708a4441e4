import { randomInt } from 'node:crypto';
import { z } from 'zod';
import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { sealChanges } from '#app/db/seal-changes.server.ts';
import { chainBreaks } from '#app/db/record/verify-record.server.ts';
import { bumpRevision, consultationScope, editionScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import type { PrismaClient } from '#app/generated/prisma/client.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { attachmentType } from '#app/uploads/file-kind.ts';
import { hashInPath, isAttached } from './attached-files.server.ts';
import { archiveTables, type ArchiveFiles, type ArchiveTable, type ReadAttached, type Row } from './tables.ts';
import { manifestSchema, wholeText, type ArchiveManifest } from './manifest.ts';

export type PutInResult =
  | { ok: true; value: { name: string; consultations: number; scorecards: number } }
  | { ok: false; message: string };

class Refusal extends Error {}

/** Rows in one statement. Tables whose rows name each other go in whole: keys are checked when the statement ends. */
const chunk = 2_000;
const whole = new Set(['Clause', 'Filing', 'BoardCard']);

/**
 * Puts an archive into an installation that has nothing of the municipality yet, all or nothing; ids are kept. Every file is
 * held against the manifest first. Authors become accounts without a name and without a way to sign in.
 */
export async function putInArchive(
  db: Db | PrismaClient,
  input: { manifest: unknown; files: ArchiveFiles; attached: ReadAttached },
): Promise<PutInResult> {
  try {
    const manifest = await checked(input);
    const tables = new Map(
      archiveTables.map((table) => [table.name, rowsOf(input.files, table.name, manifest.municipality.teryt)]),
    );
    const links = linksOf(tables, manifest.municipality.teryt);
    const types = await typesOfAttached(manifest, input.attached, tables.get('Attachment') ?? []);
    await transaction(db, async (tx) => {
      await write(tx, { manifest, tables, links, people: rowsOf(input.files, 'people', null) });
      await writeAttached(tx, types, input.attached);
    });
    return {
      ok: true,
      value: {
        name: manifest.municipality.name,
        consultations: tables.get('Consultation')?.length ?? 0,
        scorecards: tables.get('Scorecard')?.length ?? 0,
      },
    };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}

async function checked({
  manifest: raw,
  files,
  attached,
}: {
  manifest: unknown;
  files: ArchiveFiles;
  attached: ReadAttached;
}): Promise<ArchiveManifest> {
  const read = manifestSchema.safeParse(raw);
  if (!read.success)
    throw new Refusal(`manifest.json is not one of paragraf-archive/1: ${read.error.issues[0]?.path.join('.')}`);
  const manifest = read.data;
  if (sha256(wholeText(manifest.files)) !== manifest.sha256)
    throw new Refusal('the list of files is not the one that was written: the SHA-256 of the whole differs');
  for (const { path, sha256: expected } of manifest.files) {
    const content = isAttached(path) ? await attached(path) : files.get(path);
    if (content === undefined || content === null) throw new Refusal(`${path} is missing`);
    if (sha256(content) !== expected) throw new Refusal(`${path} is not the one that was written: its SHA-256 differs`);
  }
  return manifest;
}

/** Type of each attached file by its path, as its content and its row in the tables say. */
async function typesOfAttached(
  { files }: ArchiveManifest,
  attached: ReadAttached,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  for (const { path, sha256: hash } of files.filter((file) => isAttached(file.path))) {
    const bytes = await attached(path);
    const type = bytes && (await attachmentType(bytes));
    const isNamed = rows.some((row) => row.fileHash === hash && row.fileType === type && row.isPublic === true);
    if (!type || hashInPath(path) !== hash || !isNamed)
      throw new Refusal(`${path} is no file that a submission of this archive shows`);
    types.set(path, type);
  }
  return types;
}

/** One at a time; content that is here already stays as it is. */
async function writeAttached(tx: Db, types: ReadonlyMap<string, string>, attached: ReadAttached): Promise<void> {
  for (const [path, type] of types) {
    const bytes = await attached(path);
    // Read again: the folder may have changed since it was checked.
    if (!bytes || sha256(bytes) !== hashInPath(path)) throw new Refusal(`${path} changed while it was read`);
    const data = { hash: hashInPath(path), bytes, type, size: bytes.byteLength };
    await tx.storedFile.createMany({ data: [data], skipDuplicates: true });
  }
}

const rowsShape = z.array(z.record(z.string(), z.unknown()));

function rowsOf(files: ArchiveFiles, name: string, teryt: string | null): Row[] {
  const path = `data/${name}.json`;
  let json: unknown;
  try {
    json = JSON.parse(files.get(path) ?? '[]');
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refusal(`${path} is not JSON`);
    throw error;
  }
  const read = rowsShape.safeParse(json);
  if (!read.success) throw new Refusal(`${path} is not a list of rows`);
  if (teryt !== null && read.data.some((row) => row.teryt !== undefined && row.teryt !== null && row.teryt !== teryt))
    throw new Refusal(`${path} has rows of another municipality`);
  return read.data;
}

type Contents = { manifest: ArchiveManifest; tables: Map<string, Row[]>; people: Row[]; links: Link[] };

async function write(tx: Db, { manifest, tables, people, links }: Contents): Promise<void> {
  const { teryt, name } = manifest.municipality;
  const where = { teryt };
  const told = (await tx.consultation.count({ where })) + (await tx.scorecard.count({ where }));
  const asked = (await tx.survey.count({ where })) + (await tx.board.count({ where }));
  if (told + asked > 0)
    throw new Refusal(
      `there is something of ${name} here already; an archive goes into an installation that has nothing of it`,
    );
  const methodologies = await knownMethodologies(tx, tables.get('Methodology') ?? []);
  await writePeople(tx, people);
  const brought = await newChains(tx, links);
  tables.set('RecordLink', brought);
  for (const table of archiveTables) {
    const rows = (tables.get(table.name) ?? []).map((row) => adjusted(table, row, methodologies));
    await insert(tx, table, rows);
  }
  const slugs = (table: string) => (tables.get(table) ?? []).map(({ slug }) => String(slug));
  await recordEvent(tx, {
    kind: 'archive-put-in',
    teryt,
    subject: { type: 'municipality', id: teryt },
    data: { sha256: manifest.sha256 },
  });
  const lengths = new Map<string, number>();
  for (const { scope } of brought) lengths.set(scope, (lengths.get(scope) ?? 0) + 1);
  await sealChanges(tx, (scope) => `import:${lengths.get(scope) ?? 0}`, [...lengths.keys()]);
  await bumpRevision(tx, ...slugs('Consultation').map(consultationScope), ...slugs('Edition').map(editionScope));
}

/** Links as they stand in an archive. */
const linkShape = z.array(
  z.object({
    scope: z.string(),
    n: z.int().min(1),
    batch: z.uuid(),
    kind: z.string(),
    previous: z.string(),
    content: z.string(),
    hash: z.string(),
  }),
);

type Link = z.infer<typeof linkShape>[number];

/** The chains of what an archive holds, whole from their beginning. */
function linksOf(tables: ReadonlyMap<string, Row[]>, teryt: string): Link[] {
  const read = linkShape.safeParse(tables.get('RecordLink') ?? []);
  if (!read.success) throw new Refusal('data/RecordLink.json is not a list of links');
  const ids = (table: string, kind: string) => (tables.get(table) ?? []).map(({ id }) => `${kind}:${String(id)}`);
  const own = new Set([`municipality:${teryt}`, ...ids('Consultation', 'consultation'), ...ids('Edition', 'edition')]);
  const [broken] = read.data.some(({ scope }) => !own.has(scope))
    ? ['it has chains of something else']
    : chainBreaks(read.data);
  if (broken !== undefined) throw new Refusal(`data/RecordLink.json: ${broken}`);
  return read.data;
}

/** Those that are not here yet, as of an edition that the archive of another municipality brought; these go on as they are. */
async function newChains(tx: Db, links: readonly Link[]): Promise<Link[]> {
  const known = await tx.recordLink.findMany({
    where: { scope: { in: [...new Set(links.map(({ scope }) => scope))] } },
    distinct: ['scope'],
    select: { scope: true },
  });
  return links.filter(({ scope }) => !known.some((each) => each.scope === scope));
}

/** Every installation has the methodologies it came with, under ids of its own: the same file is the same methodology. */
async function knownMethodologies(tx: Db, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { id, key, version, hash } of rows) {
    const known = await tx.methodology.findUnique({
      where: { key_version: { key: String(key), version: String(version) } },
      select: { id: true, hash: true },
    });
    if (known && known.hash !== hash)
      throw new Refusal(`methodology ${String(key)} ${String(version)} is another one here`);
    if (known) ids.set(String(id), known.id);
  }
  return ids;
}

function adjusted(table: ArchiveTable, row: Row, methodologies: ReadonlyMap<string, string>): Row {
  if (table.name === 'Edition')
    return { ...row, methodologyId: methodologies.get(String(row.methodologyId)) ?? row.methodologyId };
  return { ...row, ...replacedWith[table.name]?.(row) };
}

/** What stands in the place of columns that an archive withholds and a row cannot be without. */
const replacedWith: Readonly<Record<string, (row: Row) => Row>> = {
  Support: ({ id }) => ({ userId: id }),
  Board: () => ({ code: String(randomInt(10 ** 8)).padStart(8, '0') }),
  BoardParticipant: ({ id }) => ({ secretHash: id }),
};

async function writePeople(tx: Db, people: readonly Row[]): Promise<void> {
  const shape = z.object({ id: z.uuid(), displayName: z.string().max(200) });
  const now = new Date();
  await tx.user.createMany({
    data: people.map((person) => {
      const { id, displayName } = shape.parse(person);
      // No mail goes to .invalid, no password opens an empty hash, and the account is closed besides.
      return { id, displayName, email: `${id}@archive.invalid`, passwordHash: '', disabledAt: now };
    }),
    skipDuplicates: true,
  });
}

async function insert(tx: Db, table: ArchiveTable, rows: readonly Row[]): Promise<void> {
  const names = [...table.columns, ...Object.keys(replacedWith[table.name]?.({}) ?? {})];
  const columns = names.map((column) => `"${column}"`).join(', ');
  const size = whole.has(table.name) ? Math.max(1, rows.length) : chunk;
  for (let from = 0; from < rows.length; from += size) {
    // Names are ours; values travel as one parameter and take the types of the table.
    await tx.$executeRawUnsafe(
      `insert into "${table.name}" (${columns}) select ${columns} from jsonb_populate_recordset(null::"${table.name}", $1::jsonb) on conflict do nothing`,
      JSON.stringify(rows.slice(from, from + size)),
    );
  }
}
