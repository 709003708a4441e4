import { z } from 'zod';
import { remarkCounts, type RemarkCounts } from '#app/drafting/acts/consultation-facts.server.ts';
import { stageAt } from '#app/drafting/state/stage.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { after, apiAddress, endpoint, listAnswer, noParams, type ApiContext, type Db } from './endpoint.server.ts';
import { langQuery, listQuery, teryt } from './schemas/common.ts';
import { consultation, consultationList } from './schemas/consultations.ts';

export const slug = z
  .string()
  .min(1)
  .max(200)
  .meta({ description: 'Name in the address of the consultation.', example: 'zasady-konsultacji' });

const select = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  teryt: true,
  opensAt: true,
  closesAt: true,
  answersDueAt: true,
  sentAt: true,
  adoptedOn: true,
  publishedAt: true,
  version: true,
  isDemo: true,
  municipality: { select: { name: true } },
} as const satisfies Prisma.ConsultationSelect;
type Row = Prisma.ConsultationGetPayload<{ select: typeof select }>;

/** A consultation by its name in addresses. Throws not found. */
export async function consultationBySlug(db: Db, name: string): Promise<{ id: string; slug: string; version: number }> {
  const row = await db.consultation.findUnique({
    where: { slug: name },
    select: { id: true, slug: true, version: true },
  });
  if (!row) throw notFound('no such consultation');
  return row;
}

function view(
  row: Row,
  counts: RemarkCounts,
  { to, t, now }: Pick<ApiContext, 'to' | 't' | 'now'>,
): z.input<typeof consultation> {
  const stage = stageAt(row, now, counts.waiting);
  const at = `/consultations/${encodeURIComponent(row.slug)}`;
  return {
    id: row.id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    municipality: { teryt: row.teryt, name: row.municipality.name },
    stage,
    stageLabel: t(`stage.${stage}`),
    opensAt: row.opensAt.toISOString(),
    closesAt: row.closesAt.toISOString(),
    answersDueAt: row.answersDueAt.toISOString(),
    publishedAt: row.publishedAt.toISOString(),
    version: row.version,
    counts,
    isDemo: row.isDemo,
    url: absoluteUrl(to.consultation(row.slug)),
    links: {
      versions: apiAddress(`${at}/versions`),
      clauses: apiAddress(`${at}/clauses`),
      remarks: apiAddress(`${at}/remarks`),
      rulings: apiAddress(`${at}/rulings`),
      reports: apiAddress(`${at}/reports`),
      text: absoluteUrl(to.textFile(row.slug)),
      calendar: absoluteUrl(to.calendar(row.slug)),
      feed: absoluteUrl(to.feed(row.slug)),
    },
  };
}

const list = endpoint({
  id: 'listConsultations',
  path: '/consultations',
  tag: 'consultations',
  summary: 'api.op.listConsultations',
  params: noParams,
  query: listQuery.extend({ teryt: teryt.optional() }),
  answer: consultationList,
  run: async (context) => {
    const last = after(context.query, z.tuple([z.uuid()]));
    const rows = await context.db.consultation.findMany({
      where: {
        ...(context.query.teryt ? { teryt: context.query.teryt } : {}),
        ...(last ? { id: { gt: last[0] } } : {}),
      },
      orderBy: { id: 'asc' },
      take: context.query.limit + 1,
      select,
    });
    const counts = await remarkCounts(
      context.db,
      rows.map((row) => row.id),
    );
    return listAnswer('/consultations', context, rows, {
      key: (row) => [row.id],
      view: (row) => view(row, counts.get(row.id)!, context),
    });
  },
});

const one = endpoint({
  id: 'getConsultation',
  path: '/consultations/{slug}',
  tag: 'consultations',
  summary: 'api.op.getConsultation',
  params: z.object({ slug }),
  query: langQuery,
  answer: consultation,
  run: async (context) => {
    const row = await context.db.consultation.findUnique({ where: { slug: context.params.slug }, select });
    if (!row) throw notFound('no such consultation');
    return view(row, (await remarkCounts(context.db, [row.id])).get(row.id)!, context);
  },
});

export const consultationEndpoints = [list, one];
