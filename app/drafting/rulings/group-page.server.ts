import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import { viewRemarks, type RemarkView } from '../remarks/remark-views.server.ts';

export type GroupRow = { number: number; title: string; members: number; open: number };

export type GroupPage = {
  consultation: ConsultationHead;
  group: { number: number; title: string; createdAt: Date; members: number; open: number };
  members: RemarkView[];
  page: number;
  pages: number;
};

const membersPerPage = 50;

/** All groups of a consultation with how many members they have and how many of them wait, newest last. */
export async function listGroups(db: Db, consultationId: string): Promise<GroupRow[]> {
  const groups = await db.remarkGroup.findMany({
    where: { consultationId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, title: true, _count: { select: { remarks: true } } },
  });
  const open = await db.remark.groupBy({
    by: ['groupId'],
    where: { consultationId, state: 'open', groupId: { not: null } },
    _count: { _all: true },
  });
  return groups.map(({ id, number, title, _count }) => ({
    number,
    title,
    members: _count.remarks,
    open: open.find(({ groupId }) => groupId === id)?._count._all ?? 0,
  }));
}

/** The public list of groups. Throws not-found. */
export async function loadGroupList(
  db: Db,
  input: { slug: string; now?: Date },
): Promise<{ consultation: ConsultationHead; groups: GroupRow[] }> {
  const draft = await loadDraft(db, { slug: input.slug });
  return {
    consultation: await loadHead(db, draft, input.now ?? new Date()),
    groups: await listGroups(db, draft.consultationId),
  };
}

/** The public page of a group: who is in it, each counted apart. Throws not-found. */
export async function loadGroupPage(
  db: Db,
  input: { slug: string; number: number; page: number; locale: Locale; now?: Date; draft?: Draft },
): Promise<GroupPage> {
  const draft = input.draft ?? (await loadDraft(db, { slug: input.slug }));
  const { consultationId } = draft;
  const group = await db.remarkGroup.findFirst({
    where: { consultationId, number: input.number },
    select: { id: true, number: true, title: true, createdAt: true },
  });
  if (!group) throw notFound('no such group');
  const { id: groupId, ...shown } = group;
  const members = await db.remark.count({ where: { consultationId, groupId } });
  const pages = Math.max(1, Math.ceil(members / membersPerPage));
  const page = Math.min(input.page, pages);
  return {
    consultation: await loadHead(db, draft, input.now ?? new Date()),
    page,
    pages,
    group: { ...shown, members, open: await db.remark.count({ where: { consultationId, groupId, state: 'open' } }) },
    members: await viewRemarks(
      db,
      { where: { groupId }, skip: (page - 1) * membersPerPage, take: membersPerPage },
      { draft, locale: input.locale },
    ),
  };
}

/** Id of a group, for those who may do something with it; throws not found. */
export async function groupId(db: Db, { slug, number }: { slug: string; number: number }): Promise<string> {
  const group = await db.remarkGroup.findFirst({ where: { number, consultation: { slug } }, select: { id: true } });
  if (!group) throw notFound('no such group');
  return group.id;
}

/** Open remarks of the viewer in a group: those that may leave it. */
export async function ownOpenMembers(
  db: Db,
  where: { slug: string; group: number; viewerId: string },
): Promise<number[]> {
  const own = await db.remark.findMany({
    where: {
      authorId: where.viewerId,
      state: 'open',
      group: { number: where.group },
      consultation: { slug: where.slug },
    },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  return own.map(({ number }) => number);
}

/** The group a remark is in, or was answered in. */
export async function groupOf(
  db: Db,
  where: { slug: string; number: number },
): Promise<{ number: number; title: string } | null> {
  const remark = await db.remark.findFirst({
    where: { number: where.number, consultation: { slug: where.slug } },
    select: { group: { select: { number: true, title: true } } },
  });
  return remark?.group ?? null;
}
