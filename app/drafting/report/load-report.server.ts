import { coveredRows } from '#app/record/covered/covered-rows.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { consultationScope, readRevision, talkOf } from '#app/db/revision.server.ts';
import { isInTransaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { loadUnits } from '../acts/load-draft.server.ts';
import { correctionsSince } from './corrections.server.ts';
import type { ReportDocument, ReportLine } from './report-document.ts';
import { inLineOrder, type LineOrder } from './line-order.ts';
import { reportHead } from './report-head.server.ts';
import { allLines, lineReader, noLinesYet } from './report-lines.server.ts';
import { heldMeetings } from './report-numbers.server.ts';
import { figuresOf } from './kept-figures.server.ts';
import type { FinalNote, OpenReport } from './open-report.ts';

/** Every line, for what is made of all of them at once. */
export async function allOf(report: OpenReport): Promise<ReportLine[]> {
  const lines: ReportLine[] = [];
  for await (const batch of report.batches()) lines.push(...batch);
  return lines;
}

type Asked = { slug: string; number: number | null; live?: boolean; order?: LineOrder; now: Date };

/** The newest final report, the one asked for by number, or the state of things, in the order asked for. Throws not-found. */
export async function openReport(db: Db, where: Asked): Promise<OpenReport> {
  const report = await openAsKept(db, where);
  const { order = 'number' } = where;
  if (order === 'number') return report;
  let sorted: Promise<ReportLine[]> | null = null;
  const all = () => (sorted ??= sortedLines(db, { report, slug: where.slug, order }));
  return {
    ...report,
    read: async (from, to) => (await all()).slice(from - 1, to),
    async *batches() {
      yield await all();
    },
    state: `${report.state} ${order}`,
  };
}

/** The order of the act is that of the version the report is about. */
async function sortedLines(
  db: Db,
  { report, slug, order }: { report: OpenReport; slug: string; order: LineOrder },
): Promise<ReportLine[]> {
  const { id } = await db.consultation.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const units = await loadUnits(db, id, report.head.version);
  return inLineOrder(await allOf(report), order, new Map(units.map(({ code }, at) => [code, at])));
}

/** In the order in which its lines are kept: that of the register. */
async function openAsKept(db: Db, where: Omit<Asked, 'order'>): Promise<OpenReport> {
  const consultation = await db.consultation.findUnique({
    where: { slug: where.slug },
    select: { id: true, municipality: { select: { name: true } } },
  });
  if (!consultation) throw notFound('no such consultation');
  const finals = await db.report.findMany({
    where: { consultationId: consultation.id },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, hash: true, note: true, madeByName: true, madeAt: true },
  });
  const wanted = where.number === null ? finals.at(-1) : finals.find(({ number }) => number === where.number);
  if (where.number !== null && !wanted) throw notFound(`no report ${where.number}`);
  // Raised by everything public, words blacked out after the report was closed among it, and by voices and comments, which are counted.
  const revision = await readRevision(db, [consultationScope(where.slug), talkOf(where.slug)], where.now);
  const key = `${consultation.id} ${revision}`;
  if (wanted && !where.live)
    return {
      ...(await openFinal(db, wanted)),
      finals,
      corrections: await correctionsSince(db, consultation.id, finals[0]?.madeAt ?? null),
      state: `${where.slug} ${revision} ${wanted.number}`,
    };
  const figures = async () => {
    const head = await reportHead(db, where.slug, where.now);
    const corrections = await correctionsSince(db, head.id, finals[0]?.madeAt ?? null);
    return { head, corrections, lines: noLinesYet() };
  };
  // What a transaction reads may be undone.
  const { head: made, corrections, lines } = await (isInTransaction(db) ? figures() : figuresOf(key, figures));
  const { id, ...kept } = made;
  const head = {
    ...kept,
    asOf: where.now.toISOString(),
    consultation: { ...kept.consultation, municipality: consultation.municipality.name },
    numbers: { ...kept.numbers, ...(await heldMeetings(db, id, where.now)) },
  };
  const [source, total] = [{ id, version: head.version }, head.numbers.received + head.numbers.withdrawn];
  return {
    head,
    total,
    final: null,
    redactions: 0,
    finals,
    corrections,
    read: lineReader(db, source, lines),
    batches: () => allLines(db, source, total, { memory: lines }),
    state: `${where.slug} ${revision} ${head.asOf.slice(0, 16)}`,
  };
}

/** Only the lines asked for leave the database: the document of a large consultation has tens of thousands. */
async function openFinal(
  db: Db,
  final: FinalNote & { id: string },
): Promise<Omit<OpenReport, 'finals' | 'corrections' | 'state'>> {
  const [row] = await db.$queryRaw<{ head: ReportDocument; total: number }[]>`
    select json - 'lines' as head, jsonb_array_length(json -> 'lines')::int as total from "Report" where id = ${final.id}::uuid`;
  if (!row) throw notFound('no such report');
  const read = async (from: number, to: number): Promise<ReportLine[]> => {
    const rows = await db.$queryRaw<{ line: ReportLine }[]>`
      select line from "Report", jsonb_path_query(json, '$.lines[$from to $to]', jsonb_build_object('from', ${from - 1}::int, 'to', ${to - 1}::int)) as line
      where id = ${final.id}::uuid`;
    return withLaterRedactions(
      db,
      final,
      rows.map(({ line }) => line),
    );
  };
  async function* batches() {
    for (let from = 1; from <= row!.total; from += 500) yield read(from, Math.min(row!.total, from + 499));
  }
  return { head: row.head, total: row.total, final, redactions: await laterRedactions(db, final), read, batches };
}

/** Says which lines had words covered after the report was closed. The words themselves have left the stored document. */
async function withLaterRedactions(
  db: Db,
  final: FinalNote & { id: string },
  lines: ReportLine[],
): Promise<ReportLine[]> {
  const acts = await db.$queryRaw<{ remark: number | null; filing: number | null }[]>`
    select d.number as remark, f.number as filing from "Redaction" d join "Report" p on p."consultationId" = d."consultationId"
    left join "Filing" f on d."subjectType" = 'filing' and f.id = d."subjectId"
    where p.id = ${final.id}::uuid and d."undoneAt" is null and d."madeAt" > p."madeAt"
      and (d.number = any(${lines.map(({ number }) => number)}::int[]) or f.number = any(${lines.map(({ filing }) => filing)}::int[]))`;
  const isCovered = (line: ReportLine) =>
    acts.some(({ remark, filing }) => remark === line.number || filing === line.filing);
  return acts.length === 0 ? lines : lines.map((line) => (isCovered(line) ? { ...line, redactedLater: true } : line));
}

/** Acts that covered words in a report after it was closed: its file no longer has the printed hash, which is of what is kept; where an archive brought it, elsewhere. */
async function laterRedactions(db: Db, { id, madeAt }: { id: string; madeAt: Date }): Promise<number> {
  if (!(await coveredRows(db, 'Report', [id])).has(id)) return 0;
  const [row] = await db.$queryRaw<{ count: number }[]>`
    select count(distinct l ->> 'id')::int as count from "CoveredText" k, jsonb_array_elements(k.links) l where k."tableName" = 'Report' and k."rowId" = ${id} and k."columnName" = 'json'`;
  return (
    row!.count ||
    Math.max(
      1,
      await db.redaction.count({
        where: {
          undoneAt: null,
          madeAt: { gt: madeAt },
          consultationId: (await db.report.findUniqueOrThrow({ where: { id }, select: { consultationId: true } }))
            .consultationId,
        },
      }),
    )
  );
}

/** Which line a remark stands in; null when the report has no such remark. */
export async function lineOfRemark(db: Db, slug: string, number: number): Promise<number | null> {
  const remark = await db.remark.count({ where: { number, consultation: { slug } } });
  return remark === 0 ? null : db.remark.count({ where: { number: { lte: number }, consultation: { slug } } });
}
