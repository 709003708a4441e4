import { firstUnlike, type Difference } from '#app/record/difference.ts';
import { marksIn } from '#app/record/covered/grounds.ts';
import type { Db } from '#app/db/client.server.ts';
import { hashOf } from '#app/publishing/hash.server.ts';
import { numbersOfLines } from './numbers-of-lines.ts';
import type { ReportChange, ReportDocument, ReportHead, ReportLine, ReportWords } from './report-document.ts';
import { reportHead } from './report-head.server.ts';
import { lineReader } from './report-lines.server.ts';

type Row = {
  id: string;
  number: number;
  version: number;
  json: unknown;
  hash: string;
  note: string;
  madeById: string;
  madeByName: string;
  madeAt: Date;
};
type Consultation = {
  id: string;
  slug: string;
  /** An archive brought it: lines about voices, details and names stayed where it was made. */ isImported: boolean;
};

/**
 * Makes every closed report again from the register, line by line, and holds it against what was closed: remark, ruling, reason, letter and
 * counts. What may have changed since by an act of its own, with its line of the record after the report, is not compared: details and
 * meetings, voices, later letters in the counts, the order of groups, names that were taken off.
 */
export async function verifyReports(db: Db, consultation: Consultation): Promise<Difference[]> {
  const rows = await db.report.findMany({ where: { consultationId: consultation.id }, orderBy: { number: 'asc' } });
  const found: Difference[] = [];
  for (const [at, row] of rows.entries()) {
    const lines = [
      ...(row.number === at + 1 ? [] : [`it is number ${row.number}, but ${at} come before it`]),
      ...(await reportDifferences(db, consultation, row)),
    ];
    found.push(...lines.map((line) => ({ line: `Report ${row.id}: ${line}`, words: JSON.stringify(row.json) })));
  }
  return found;
}

async function reportDifferences(db: Db, consultation: Consultation, row: Row): Promise<string[]> {
  const document = row.json as ReportDocument;
  if (hashOf(document) !== row.hash) return ['its document is not the one that was hashed'];
  if (
    ![
      document?.consultation,
      document?.dates,
      document?.numbers,
      document?.changes,
      document?.versions,
      document?.lines,
    ].every((part) => typeof part === 'object' && part !== null)
  )
    return ['its document is no report'];
  const told = await db.event.findMany({
    where: { kind: 'report-published', subjectId: row.id },
    select: { actorId: true, data: true },
  });
  const data = told[0]?.data as { number?: unknown; hash?: unknown } | undefined;
  const signed = {
    number: row.number,
    version: row.version,
    note: row.note,
    madeBy: row.madeByName,
    asOf: row.madeAt.toISOString(),
    replaces: row.number > 1 ? row.number - 1 : null,
  };
  const own = Object.entries(signed).flatMap(([name, value]) => {
    const unlike = firstUnlike(document[name as keyof ReportDocument], value, name);
    return unlike ? [unlike] : [];
  });
  return [
    ...own,
    ...(told.length === 1 && data?.number === row.number && data.hash === row.hash
      ? []
      : ['no line of the record says that it was closed']),
    ...(told[0]?.actorId != null && told[0].actorId !== row.madeById
      ? ['the record names another official who closed it']
      : []),
    ...(await contentDifferences(db, consultation, { document, row })),
  ];
}

type Closed = { document: ReportDocument; row: Row };

async function contentDifferences(db: Db, consultation: Consultation, { document, row }: Closed): Promise<string[]> {
  const later = await laterActs(db, consultation, row);
  const { id, ...again } = await reportHead(db, consultation.slug, row.madeAt, row.version);
  const head = headDifferences(document, again, later);
  const counted = firstUnlike(countable(document), numbersOfLines(document.lines, document.schema), 'numbers');
  const comments = await db.event.count({ where: { consultationId: id, kind: 'comment-added', id: { lt: row.id } } });
  return [
    ...head,
    ...(counted ? [`its table of remarks says otherwise than its counts: ${counted}`] : []),
    ...(document.numbers.comments === comments
      ? []
      : [`it counts ${document.numbers.comments} comments, the record ${comments}`]),
    ...(await lineDifferences(db, { id, document, later, closedAt: row.madeAt })),
  ];
}

/** Kinds of acts that came after the report; ids of rows sort by the moment they were written. */
async function laterActs(db: Db, { id, isImported }: Consultation, row: Row): Promise<ReadonlySet<string>> {
  const kinds = await db.event.findMany({
    where: { consultationId: id, id: { gt: row.id } },
    distinct: ['kind'],
    select: { kind: true },
  });
  return new Set([
    ...kinds.map(({ kind }) => kind),
    ...(isImported ? ['support-given', 'report-details-saved', 'name-withdrawn', 'remark-grouped'] : []),
  ]);
}

const among = (later: ReadonlySet<string>, ...kinds: string[]) => kinds.some((kind) => later.has(kind));
const grouping = ['remark-grouped', 'remark-ungrouped', 'remark-left-group', 'group-decided'];

function headDifferences(document: ReportDocument, again: ReportHead, later: ReadonlySet<string>): string[] {
  const found: string[] = [];
  const compare = (name: string, written: unknown, made: unknown, isSkipped = false) => {
    const unlike = isSkipped ? null : firstUnlike(written, made, name);
    if (unlike) found.push(unlike);
  };
  // The municipality is called as it was then.
  const { municipality: _, ...about } = again.consultation;
  compare('consultation', pick(document.consultation, Object.keys(about)), about);
  compare('act', document.act, again.act);
  compare('details', document.details, again.details, among(later, 'report-details-saved'));
  const { firstRulingOn, lastRulingOn, publishedAt, ...terms } = again.dates;
  compare('dates', pick(document.dates, ['firstRulingOn', 'publishedAt']), { firstRulingOn, publishedAt });
  compare(
    'dates.lastRulingOn',
    document.dates.lastRulingOn,
    lastRulingOn,
    among(later, 'remark-decided', 'ruling-corrected'),
  );
  compare('dates', pick(document.dates, Object.keys(terms)), terms, among(later, 'terms-changed'));
  compare(
    'termChanges',
    document.termChanges,
    again.termChanges.slice(0, among(later, 'terms-changed') ? document.termChanges.length : undefined),
  );
  compare(
    'meetings',
    document.meetings,
    again.meetings,
    among(later, 'meeting-added', 'meeting-changed', 'meeting-cancelled'),
  );
  compare('versions', document.versions, again.versions);
  // Where words were covered at the time, a text was parted otherwise: then its words alone are compared.
  const plain = marksIn(JSON.stringify(document.changes)) > 0 ? joined : (changes: ReportChange[]) => changes;
  const isFirst = document.schema === 'paragraf-report/1';
  const made = isFirst
    ? again.changes.map((change, at) => asFirstForm(change, document.changes[at], again.versions))
    : again.changes;
  compare('changes', plain(document.changes), plain(made));
  if (!isFirst) compare('renumbered', document.renumbered, again.renumbered);
  compare(
    'corrections',
    document.corrections ?? [],
    (again.corrections ?? []).filter(({ at }) => at <= document.asOf),
  );
  const { comments: __, ...numbers } = again.numbers;
  const skipped = new Set([
    ...(among(later, 'support-given', 'support-withdrawn') ? ['supports', 'objections'] : []),
    ...(among(later, 'meeting-added', 'meeting-changed', 'meeting-cancelled') ? ['meetings', 'attendance'] : []),
    ...(among(later, 'remark-filed', 'remark-withdrawn', 'remark-decided', 'ruling-corrected')
      ? Object.keys(numbersOfLines([])).concat('people')
      : []),
    ...(among(later, ...grouping) ? ['groups', 'grouped'] : []),
    // The first two forms counted the office among the organisations; their own table is held against it.
    ...(document.schema === 'paragraf-report/3' ? [] : ['organisations', 'by']),
  ]);
  for (const [name, value] of Object.entries(numbers))
    compare(`numbers.${name}`, document.numbers[name as keyof typeof numbers], value, skipped.has(name));
  return found;
}

/** The first form left out who moved or renumbered a unit: what it names has to be true, and needs not be all. */
function asFirstForm(
  made: ReportChange,
  written: ReportChange | undefined,
  versions: ReportHead['versions'],
): ReportChange {
  const known = made.why.map(({ version, remark }) => ({ version, remark }));
  const isTrue = (written?.why ?? []).every((one) =>
    versions.some(({ number, remark }) => number === one.version && remark === one.remark),
  );
  return { ...made, why: written && isTrue ? written.why : known };
}

function joined(changes: readonly ReportChange[]): unknown[] {
  const words = (side: ReportWords) => side.map(({ text }) => text).join('');
  return changes.map((change) => ({ ...change, was: words(change.was), is: words(change.is) }));
}

function pick(value: object, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (value as Record<string, unknown>)[name]]));
}

/** The counts of a document that its table can give: people of a channel are not among them. */
function countable({ numbers, schema }: Pick<ReportHead, 'numbers' | 'schema'>): Record<string, unknown> {
  return {
    ...pick(numbers, Object.keys(numbersOfLines([], schema))),
    channels: numbers.channels.map(({ channel, filings, remarks }) => ({ channel, filings, remarks })),
  };
}

const batch = 500;

async function lineDifferences(
  db: Db,
  {
    id,
    document,
    later,
    closedAt,
  }: { id: string; document: ReportDocument; later: ReadonlySet<string>; closedAt: Date },
): Promise<string[]> {
  const read = lineReader(db, { id, version: document.version, closedAt });
  const found: string[] = [];
  for (let from = 1; from <= document.lines.length; from += batch) {
    const again = await read(from, Math.min(document.lines.length, from + batch - 1));
    for (const [at, line] of document.lines.slice(from - 1, from - 1 + batch).entries()) {
      const made = again[at];
      const unlike = made
        ? firstUnlike(compared(line, later), compared(asForm(made, document.schema), later))
        : 'there is no such remark';
      if (unlike) found.push(`line ${line.lp} (remark ${line.number}): ${unlike}`);
    }
  }
  return found;
}

/** The first two forms named units as the report does, and not as they were filed. */
function asForm({ places, operations, ...line }: ReportLine, schema: ReportHead['schema']): ReportLine {
  if (schema === 'paragraf-report/3') return { ...line, places: places ?? [], operations };
  return {
    ...line,
    operations: operations.map(({ op, unit, target, after, rest }) => ({ op, unit, target, after, rest })),
  };
}

function compared(line: ReportLine, later: ReadonlySet<string>): unknown {
  const { group, author, ...rest } = line;
  return {
    ...rest,
    group: among(later, ...grouping) ? null : group,
    author: among(later, 'name-withdrawn') ? author.kind : author,
  };
}
