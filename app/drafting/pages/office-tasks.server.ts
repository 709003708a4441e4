import type { Db } from '#app/db/client.server.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { filterSql, type DeskScope } from '../rulings/desk-where.server.ts';

/** What an official may have to do, in the order in which it presses. */
const taskKinds = [
  'overdue',
  'returned',
  'office-returned',
  'approve',
  'office-approve',
  'covering',
  'unified',
  'collected',
  'mine',
  'author',
] as const;
export type TaskKind = (typeof taskKinds)[number];

export type OfficeTask = {
  kind: TaskKind;
  slug: string;
  title: string;
  count: number;
  /** The oldest of them: since when it waits; for what is overdue the earliest term. */
  oldest: Date;
};

type Place = { id: string; teryt: string; slug: string; title: string; answersDueAt: Date; fourEyes: boolean };
type Found = Pick<OfficeTask, 'kind' | 'count'> & { oldest: Date | null };

/** Everything that waits for this official in the consultations of the office, the most pressing first. The same filters as on the desk. */
export async function officeTasks(
  db: Db,
  { viewer, places, now }: { viewer: Viewer; places: readonly Place[]; now: Date },
): Promise<OfficeTask[]> {
  const tasks: OfficeTask[] = [];
  for (const place of places) {
    const found = [
      ...(await onRemarks(db, place, { viewer, now })),
      ...(await onDrafts(db, place, viewer)),
      ...(place.fourEyes ? await onFourEyes(db, place, viewer) : []),
      ...(await onCoverings(db, place, viewer)),
    ];
    tasks.push(
      ...found.flatMap(({ oldest, ...task }) =>
        oldest && task.count > 0 ? [{ ...task, oldest, slug: place.slug, title: place.title }] : [],
      ),
    );
  }
  return tasks.toSorted(
    (a, b) => taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) || a.oldest.getTime() - b.oldest.getTime(),
  );
}

/** Remarks by the filters of the desk that the row leads to. */
async function onRemarks(
  db: Db,
  { id: consultationId, teryt, answersDueAt }: Place,
  { viewer, now }: { viewer: Viewer; now: Date },
): Promise<Found[]> {
  const scope: DeskScope = { consultationId, teryt, viewerId: viewer.id, now, answersDueAt };
  const draftAt = (condition: Prisma.Sql) =>
    Prisma.sql`(select min(d."updatedAt") from "RulingDraft" d where d."remarkId" = r.id and ${condition})`;
  const since = {
    overdue: Prisma.sql`coalesce(r."dueAt", ${answersDueAt})`,
    returned: draftAt(Prisma.sql`d.state = 'returned' and d."draftedById" = ${viewer.id}::uuid`),
    approve: draftAt(Prisma.sql`d.state = 'waiting' and d."draftedById" <> ${viewer.id}::uuid`),
    collected: draftAt(Prisma.sql`d.state = 'collected'`),
    mine: Prisma.sql`r."filedAt"`,
    author: Prisma.sql`(select max(w.at) from "OperationWording" w join "RemarkOperation" o on o.id = w."operationId"
      where o."remarkId" = r.id and w.kind in ('adapted', 'conflict'))`,
  } as const;
  const filters = {
    overdue: 'overdue',
    returned: 'returned',
    approve: 'drafts',
    collected: 'collected',
    mine: 'mine',
    author: 'author',
  } as const;
  const kinds = Object.keys(filters) as (keyof typeof filters)[];
  const parts = kinds.map(
    (kind) => Prisma.sql`select ${kind} as kind, count(*)::int as count, min(${since[kind]}) as oldest
      from "Remark" r where r."consultationId" = ${consultationId}::uuid and r.state = 'open' and ${filterSql(filters[kind], scope)}`,
  );
  return db.$queryRaw<Found[]>`${Prisma.join(parts, ' union all ')}`;
}

/** Other drafts of the office. */
async function onDrafts(db: Db, { id: consultationId, teryt }: Place, viewer: Viewer): Promise<Found[]> {
  const one = async (kind: TaskKind, where: Prisma.OfficeDraftWhereInput): Promise<Found> => {
    const { _count, _min } = await db.officeDraft.aggregate({
      where: { consultationId, teryt, ...where },
      _count: true,
      _min: { createdAt: true },
    });
    return { kind, count: _count, oldest: _min.createdAt };
  };
  return [
    await one('office-approve', { state: 'waiting', draftedById: { not: viewer.id } }),
    await one('office-returned', { state: 'returned', draftedById: viewer.id }),
  ];
}

/** A text for the council that somebody else proposed. */
async function onFourEyes(db: Db, { id: consultationId, teryt }: Place, viewer: Viewer): Promise<Found[]> {
  const { _count, _min } = await db.unifiedText.aggregate({
    where: { consultationId, teryt, state: 'proposed', proposedById: { not: viewer.id } },
    _count: true,
    _min: { proposedAt: true },
  });
  return [{ kind: 'unified', count: _count, oldest: _min.proposedAt }];
}

/** Words that one official covered and another has to look at. */
async function onCoverings(db: Db, { id: consultationId }: Place, viewer: Viewer): Promise<Found[]> {
  const { _count, _min } = await db.redaction.aggregate({
    where: { consultationId, needsSecond: true, confirmedAt: null, undoneAt: null, madeById: { not: viewer.id } },
    _count: true,
    _min: { madeAt: true },
  });
  return [{ kind: 'covering', count: _count, oldest: _min.madeAt }];
}
