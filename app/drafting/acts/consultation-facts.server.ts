import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { daysLate, stageAt, type CouncilDates, type Stage, type StageDates } from '../state/stage.ts';

export type RemarkCounts = { remarks: number; amendments: number; comments: number; waiting: number; accepted: number };

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
  const byState = await db.remark.groupBy({
    by: ['consultationId', 'kind', 'state'],
    where: { consultationId: { in: ids }, state: { not: 'withdrawn' } },
    _count: { _all: true },
  });
  const comments = await db.comment.groupBy({
    by: ['consultationId'],
    where: { consultationId: { in: ids } },
    _count: { _all: true },
  });
  const counts = new Map(ids.map((id) => [id, { remarks: 0, amendments: 0, comments: 0, waiting: 0, accepted: 0 }]));
  for (const row of byState) {
    const of = counts.get(row.consultationId)!;
    of[row.kind === 'amendment' ? 'amendments' : 'remarks'] += row._count._all;
    if (row.state === 'open') of.waiting += row._count._all;
    if (row.state === 'accepted' || row.state === 'accepted-in-part') of.accepted += row._count._all;
  }
  for (const row of comments) counts.get(row.consultationId)!.comments = row._count._all;
  return counts;
}
