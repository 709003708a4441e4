import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { filerOf, type Filer } from '../state/filer.ts';
import { changesText } from '../state/remark-state.ts';
import { daysLate, stageAt, type CouncilDates, type Stage, type StageDates } from '../state/stage.ts';

export type KindCounts = { remarks: number; amendments: number };
export type RemarkCounts = KindCounts & {
  comments: number;
  waiting: number;
  accepted: number;
  /** The first two by who filed them. */
  by: Record<Filer, KindCounts>;
};

export type ConsultationFacts = StageDates &
  Required<CouncilDates> & {
    id: string;
    slug: string;
    teryt: string;
    municipality: string;
    title: string;
    summary: string;
    publishedAt: Date;
    version: number;
    /** When the current version was made. */
    versionAt: Date;
    isDemo: boolean;
    stage: Stage;
    /** Days the office is past its term; 0 when it is not. */
    late: number;
    /** Comments are not among them: versions, changes and meetings stay as they are whatever people say to each other. */
    counts: Omit<RemarkCounts, 'comments'>;
  };

/** Name, dates, stage and numbers of one consultation: the head of all its pages. Throws not-found. */
export async function consultationFacts(db: Db, slug: string, now: Date): Promise<ConsultationFacts> {
  const row = await db.consultation.findFirst({
    where: { slug },
    select: {
      id: true,
      slug: true,
      teryt: true,
      title: true,
      summary: true,
      publishedAt: true,
      version: true,
      isDemo: true,
      opensAt: true,
      closesAt: true,
      answersDueAt: true,
      sentAt: true,
      adoptedOn: true,
      municipality: { select: { name: true } },
    },
  });
  if (!row) throw notFound('no such consultation');
  const { comments: _talk, ...counts } = (await remarkCounts(db, [row.id])).get(row.id)!;
  const version = await db.version.findFirst({
    where: { consultationId: row.id, number: row.version },
    select: { createdAt: true },
  });
  return {
    ...row,
    municipality: row.municipality.name,
    versionAt: version?.createdAt ?? row.publishedAt,
    counts,
    stage: stageAt(row, now, counts.waiting),
    late: daysLate(row, now, counts.waiting),
  };
}

/** Comments on all units of a consultation; for pages that show conversation. */
export function commentCount(db: Db, consultationId: string): Promise<number> {
  return db.comment.count({ where: { consultationId } });
}

/** Numbers of remarks by consultation; withdrawn ones are not counted. Every id given has an entry. */
export async function remarkCounts(db: Db, ids: string[]): Promise<Map<string, RemarkCounts>> {
  const rows = await db.$queryRaw<
    { id: string; kind: string; state: string; channel: string; isOrganisation: boolean; count: number }[]
  >`
    select "consultationId"::text as id, kind, state, channel, organisation is not null as "isOrganisation", count(*)::int as count
    from "Remark" where "consultationId" = any(${ids}::uuid[]) and state <> 'withdrawn' group by 1, 2, 3, 4, 5`;
  const comments = await db.comment.groupBy({
    by: ['consultationId'],
    where: { consultationId: { in: ids } },
    _count: { _all: true },
  });
  const none = (): KindCounts => ({ remarks: 0, amendments: 0 });
  const counts = new Map(
    ids.map((id): [string, RemarkCounts] => [
      id,
      {
        ...none(),
        comments: 0,
        waiting: 0,
        accepted: 0,
        by: { residents: none(), organisations: none(), office: none() },
      },
    ]),
  );
  for (const row of rows) {
    const of = counts.get(row.id)!;
    const kind = row.kind === 'amendment' ? 'amendments' : 'remarks';
    of[kind] += row.count;
    of.by[filerOf(row)][kind] += row.count;
    if (row.state === 'open') of.waiting += row.count;
    if (changesText(row.state)) of.accepted += row.count;
  }
  for (const row of comments) counts.get(row.consultationId)!.comments = row._count._all;
  return counts;
}
