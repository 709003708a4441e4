import { sha256 } from '#app/hash/sha256.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { originalsOf } from '#app/record/covered/cover-places.server.ts';
import type { Subject } from '#app/record/covered/places.ts';
import { beforeOwner, consultationOwner, editionOwner, type Owner } from './subject-owner.server.ts';
import { subjects, type SubjectType } from '#app/record/covered/subjects.ts';

/** One text of a subject: what was written and what the public reads. */
export type SubjectText = {
  /** Name of its field in the form. */
  name: string;
  table: string;
  column: string;
  original: string;
  shown: string;
  /** Words of the act that an amendment starts from; '' for other texts. */
  before: string;
  /** Written by the office about it, not by the one whose text it is. */
  byOffice: boolean;
};

export type LoadedSubject = Subject &
  Owner & {
    texts: SubjectText[];
    /** Changes with every shown text: a form made against another one is a conflict. */ stamp: string;
  };

type Row = {
  table: string;
  rowId: string;
  columns: Record<string, string | null>;
  /** Where it is not that of a row. */ original?: string;
  before?: string;
  byOffice?: boolean;
};

/** A text in which words can be covered, for those who may cover them. Throws not-found for everybody else. */
export async function loadSubject(
  db: Db,
  { viewer, type, id }: { viewer: Viewer; type: SubjectType; id: string },
): Promise<LoadedSubject> {
  const {
    table,
    key,
    texts: columns,
    documents,
    consultation = 'consultationId',
    consultationSql,
    edition,
    indicator,
    before,
    terytSql = 'teryt',
  } = subjects[type];
  const names = [...columns, ...(documents ?? [])].map((name) => `, "${name}" as "c:${name}"`).join('');
  // Names are ours, values are parameters.
  const [row] = await db.$queryRawUnsafe<Record<string, unknown>[]>(
    `select ${terytSql} as teryt, ${edition ?? before?.sql ?? consultationSql ?? `"${consultation}"`}::text as owner${indicator ? `, ${indicator} as indicator` : ''}${type === 'remark' ? ', number' : ''}${names} from "${table}" where "${key}" = $1::uuid`,
    id,
  );
  const teryt = typeof row?.teryt === 'string' ? row.teryt : '';
  if (!row) throw notFound('no such text');
  const asked = { viewer, teryt, id: String(row.owner) };
  const owner = edition
    ? await editionOwner(db, { ...asked, text: { type, id, indicator: String(row.indicator) } })
    : before
      ? await beforeOwner(db, { ...asked, of: before.of })
      : await consultationOwner(db, asked);
  const own: Row = {
    table,
    rowId: id,
    columns: Object.fromEntries(
      columns.map((name) => [name, typeof row[`c:${name}`] === 'string' ? String(row[`c:${name}`]) : null]),
    ),
  };
  const documentTexts = await documentRows(db, {
    type,
    id,
    values: Object.fromEntries((documents ?? []).map((name) => [name, row[`c:${name}`]])),
  });
  const rows = [own, ...documentTexts, ...(type === 'remark' ? await amendmentRows(db, id) : [])];
  const originals = new Map<string, unknown>();
  for (const name of new Set(rows.map((each) => each.table)))
    for (const [at, value] of await originalsOf(
      db,
      name,
      rows.filter((each) => each.table === name).map(({ rowId }) => rowId),
    ))
      originals.set(`${name} ${at}`, value);
  const texts = rows.flatMap((each, at) => textsOf(each, at, originals));
  const number = typeof row.number === 'number' ? row.number : null;
  return { type, id, teryt, ...owner, number, texts, stamp: stampOf(texts) };
}

function textsOf(row: Row, at: number, originals: ReadonlyMap<string, unknown>): SubjectText[] {
  return Object.entries(row.columns).flatMap(([column, shown]) => {
    if (shown === null || shown === '') return [];
    const original = originals.get(`${row.table} ${row.rowId} ${column}`);
    return [
      {
        name: `t${at}-${column}`,
        table: row.table,
        column,
        shown,
        original: row.original ?? (typeof original === 'string' ? original : shown),
        before: row.before ?? '',
        byOffice: row.byOffice ?? false,
      },
    ];
  });
}

/** Texts inside a document, each with what stood there before: covering never moves them. */
async function documentRows(
  db: Db,
  { type, id, values }: { type: SubjectType; id: string; values: Record<string, unknown> },
): Promise<Row[]> {
  const { table, typedIn, skips } = subjects[type];
  const wordsOf = (value: unknown) => wordsIn(value, typedIn).filter((text) => !skips?.test(text));
  const before = await originalsOf(db, table, [id]);
  return Object.entries(values).flatMap(([name, value]) => {
    const originals = wordsOf(before.get(`${id} ${name}`) ?? value);
    return wordsOf(value).map((text, at): Row => ({
      table,
      rowId: id,
      columns: { [name]: text },
      original: originals[at] ?? text,
    }));
  });
}

/** Wordings of an amendment as filed and as rewritten since, then what the office said about it. */
async function amendmentRows(db: Db, remarkId: string): Promise<Row[]> {
  const operations = await db.remarkOperation.findMany({
    where: { remarkId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      before: true,
      quote: true,
      after: true,
      rest: true,
      wordings: { where: { kind: 'rewritten' }, orderBy: { id: 'asc' }, select: { id: true, after: true, rest: true } },
    },
  });
  const rulings = await db.ruling.findMany({
    where: { remarkId },
    select: { id: true, reason: true, decisionWords: true, correctionReason: true },
  });
  return [
    ...operations.flatMap(({ id, before, quote, after, rest, wordings }): Row[] => [
      { table: 'RemarkOperation', rowId: id, columns: { quote, after, rest }, before },
      ...wordings.map((wording): Row => ({
        table: 'OperationWording',
        rowId: wording.id,
        columns: { after: wording.after, rest: wording.rest },
        before,
      })),
    ]),
    ...rulings.map(({ id, reason, decisionWords, correctionReason }): Row => ({
      table: 'Ruling',
      rowId: id,
      columns: { reason, decisionWords, correctionReason },
      byOffice: true,
    })),
  ];
}

function stampOf(texts: readonly SubjectText[]): string {
  return sha256(JSON.stringify(texts.map(({ name, shown }) => [name, shown]))).slice(0, 32);
}

/** Texts of a document that a person filled in, in order; in the fields named, or in all. */
function wordsIn(value: unknown, typedIn?: readonly string[], key?: string): string[] {
  if (typeof value === 'string') return value === '' || (typedIn && !typedIn.includes(key ?? '')) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((each) => wordsIn(each, typedIn, key));
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, each]) => wordsIn(each, typedIn, name))
    : [];
}
