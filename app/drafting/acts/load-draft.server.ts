import type { Db } from '#app/db/client.server.ts';
import { afterCommit, isInTransaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { DraftHead, DraftUnit } from './draft.ts';
import { changedUnits, readUnits } from '#app/drafting/acts/read-units.server.ts';
import { followShape } from '#app/drafting/acts/shape.ts';
import { textMemory, type TextKey } from '#app/drafting/acts/units-in-memory.server.ts';

export type Draft = {
  consultationId: string;
  teryt: string;
  slug: string;
  title: string;
  head: DraftHead;
  numbering: 'draft' | 'adopted';
  /** Number of the version these units belong to. */
  version: number;
  /** Number of the newest version. */
  current: number;
  /** Shared by all who ask for this version: never changed. */
  units: readonly DraftUnit[];
};

type Asked = { slug: string } | { id: string };
type Row = {
  id: string;
  teryt: string;
  slug: string;
  title: string;
  head: DraftHead;
  numbering: string;
  current: number;
  versionId: string | null;
  covers: string;
};

/** One version of a consultation's text, the newest unless `version` names another. Throws not-found. */
export async function loadDraft(db: Db, where: Asked, version?: number): Promise<Draft> {
  const row = await findText(db, where, version ?? null);
  const draft = headOf(row, version);
  return { ...draft, units: await unitsOf(db, keyOf(row, draft.version)) };
}

/** The same from the rows as they are, whatever is in memory: for whoever proves that they are what they were. */
export async function loadDraftAnew(db: Db, where: Asked, version?: number): Promise<Draft> {
  const draft = headOf(await findText(db, where, version ?? null), version);
  return { ...draft, units: await readUnits(db, draft.consultationId, draft.version) };
}

/** Units of a version in the order of the document. */
export async function loadUnits(db: Db, consultationId: string, version: number): Promise<readonly DraftUnit[]> {
  return unitsOf(db, keyOf(await findText(db, { id: consultationId }, version), version));
}

async function findText(db: Db, where: Asked, version: number | null): Promise<Row> {
  const asked = 'id' in where ? Prisma.sql`c.id = ${where.id}::uuid` : Prisma.sql`c.slug = ${where.slug}`;
  const [row] = await db.$queryRaw<Row[]>`
    select c.id::text, c.teryt, c.slug, c.title, c.head, c.numbering, c.version as current, v.id::text as "versionId",
      (select count(*) || '.' || count("undoneAt") from "Redaction" r where r."consultationId" = c.id) as covers
    from "Consultation" c left join "Version" v on v."consultationId" = c.id and v.number = coalesce(${version}::int, c.version)
    where ${asked}`;
  if (!row) throw notFound('no such consultation');
  return row;
}

function headOf(row: Row, version = row.current): Omit<Draft, 'units'> {
  if (!Number.isInteger(version) || version < 1 || version > row.current) throw notFound(`no version ${version}`);
  const { id: consultationId, teryt, slug, title, head, current } = row;
  return {
    consultationId,
    teryt,
    slug,
    title,
    head,
    numbering: row.numbering === 'adopted' ? 'adopted' : 'draft',
    version,
    current,
  };
}

/** Null while the version is being written: it has no row yet. */
const keyOf = ({ id, versionId, covers }: Row, version: number) => ({ consultationId: id, version, versionId, covers });

/** Units of all texts in memory together: some twenty versions of a very large act, or every text of a small office. */
const mostUnits = 150_000;
const memory = textMemory(mostUnits);
const flights = new Map<string, Promise<readonly DraftUnit[]>>();
const nothingCovered = '0.0';

/**
 * Units from memory, else those of a version nearby with what differs, else from the database. What a transaction reads may be undone
 * or be words that it lifts the covers of, so it leaves nothing here, and takes nothing where words were ever covered.
 */
async function unitsOf(
  db: Db,
  asked: Omit<TextKey, 'versionId'> & { versionId: string | null },
): Promise<readonly DraftUnit[]> {
  const { consultationId, version, versionId, covers } = asked;
  const isWriting = isInTransaction(db);
  if (versionId === null || (isWriting && covers !== nothingCovered)) return readUnits(db, consultationId, version);
  const key = { ...asked, versionId };
  const kept = memory.get(key) ?? (isWriting ? writtenIn(db, key) : undefined);
  if (kept) return kept;
  if (isWriting) return read(db, key);
  const name = `${versionId} ${covers}`;
  const flying =
    flights.get(name) ??
    read(db, key)
      .then((units) => {
        memory.put(key, units);
        return units;
      })
      .finally(() => flights.delete(name));
  flights.set(name, flying);
  return flying;
}

async function read(db: Db, key: TextKey): Promise<readonly DraftUnit[]> {
  const base = memory.nearest(key);
  if (!base) return frozen(await readUnits(db, key.consultationId, key.version));
  const units = frozen(await changedUnits(db, key, { version: base.key.version, units: base.units }));
  followShape(units, base.units);
  return units;
}

function frozen(units: readonly DraftUnit[]): readonly DraftUnit[] {
  for (const unit of units) Object.freeze(unit);
  return Object.freeze(units);
}

const written = new WeakMap<object, Map<string, readonly DraftUnit[]>>();

/**
 * What a transaction has just written as a version need not be read back by it, nor by whoever comes once it is kept. `base` is the text
 * that the version was made of.
 */
export function noteWritten(
  tx: Db,
  { versionId, units, base }: { versionId: string; units: readonly DraftUnit[]; base: readonly DraftUnit[] },
): void {
  followShape(frozen(units), base);
  written.set(tx, (written.get(tx) ?? new Map<string, readonly DraftUnit[]>()).set(versionId, units));
}

/** Nothing is covered where this is asked, so that the words are those of the rows. */
function writtenIn(tx: Db, key: TextKey): readonly DraftUnit[] | undefined {
  const units = written.get(tx)?.get(key.versionId);
  if (units) afterCommit(tx, () => memory.put(key, units));
  return units;
}
