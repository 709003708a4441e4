import { z } from 'zod';
import { coveredRows } from '#app/record/covered/covered-rows.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { consultationBySlug, slug } from './consultation-endpoints.server.ts';
import { after, endpoint, listAnswer, type Db } from './endpoint.server.ts';
import { langQuery, listQuery } from './schemas/common.ts';
import { report, reportList, reportWithDocument } from './schemas/consultations.ts';

const select = {
  id: true,
  number: true,
  version: true,
  hash: true,
  note: true,
  madeByName: true,
  madeAt: true,
} as const;
type Row = {
  id: string;
  number: number;
  version: number;
  hash: string;
  note: string;
  madeByName: string;
  madeAt: Date;
};

/** Reports in which words were covered after they were closed. */
const coveredAmong = (db: Db, rows: readonly Row[]): Promise<Set<string>> =>
  coveredRows(
    db,
    'Report',
    rows.map(({ id }) => id),
  );

function view(row: Row, covered: ReadonlySet<string>): z.input<typeof report> {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    sha256: row.hash,
    isRedacted: covered.has(row.id),
    note: row.note,
    madeBy: row.madeByName,
    madeAt: row.madeAt.toISOString(),
  };
}

const list = endpoint({
  id: 'listReports',
  path: '/consultations/{slug}/reports',
  tag: 'consultations',
  summary: 'api.op.listReports',
  params: z.object({ slug }),
  query: listQuery,
  answer: reportList,
  run: async (context) => {
    const { id } = await consultationBySlug(context.db, context.params.slug);
    const last = after(context.query, z.tuple([z.int()]));
    const rows = await context.db.report.findMany({
      where: { consultationId: id, ...(last ? { number: { gt: last[0] } } : {}) },
      orderBy: { number: 'asc' },
      take: context.query.limit + 1,
      select,
    });
    const covered = await coveredAmong(context.db, rows);
    return listAnswer(`/consultations/${context.params.slug}/reports`, context, rows, {
      key: (row) => [row.number],
      view: (row) => view(row, covered),
    });
  },
});

const one = endpoint({
  id: 'getReport',
  path: '/consultations/{slug}/reports/{number}',
  tag: 'consultations',
  summary: 'api.op.getReport',
  params: z.object({ slug, number: z.coerce.number().int().min(1).max(1_000_000).meta({ example: 1 }) }),
  query: langQuery,
  answer: reportWithDocument,
  run: async ({ db, params }) => {
    const { id } = await consultationBySlug(db, params.slug);
    const row = await db.report.findUnique({
      where: { consultationId_number: { consultationId: id, number: params.number } },
      select: { ...select, json: true },
    });
    if (!row) throw notFound('no such report');
    return { ...view(row, await coveredAmong(db, [row])), document: row.json as Record<string, unknown> };
  },
});

export const reportEndpoints = [list, one];
