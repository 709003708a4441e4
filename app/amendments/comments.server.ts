import type { Db } from '#app/db/client.server.ts';

export const commentsPerPage = 20;

export type CommentView = {
  id: string;
  authorName: string;
  organisation: string | null;
  byOffice: boolean;
  body: string;
  at: Date;
  /** Written on an earlier wording than the one shown. */
  onOlderWords: boolean;
  answers: Omit<CommentView, 'answers'>[];
};

export type CommentPage = { count: number; page: number; pages: number; threads: CommentView[] };

const select = { id: true, authorName: true, organisation: true, byOffice: true, body: true, createdAt: true, revisionId: true } as const;

/** One page of the threads on a clause, oldest first; `page` counts from 1 and is kept within what there is. */
export async function loadComments(db: Db, where: { clauseId: string; revisionId: string | null; page: number }): Promise<CommentPage> {
  const { clauseId } = where;
  const [count, threads] = [await db.comment.count({ where: { clauseId } }), await db.comment.count({ where: { clauseId, parentId: null } })];
  const pages = Math.max(1, Math.ceil(threads / commentsPerPage));
  const page = Math.min(Math.max(1, where.page), pages);
  const roots = await db.comment.findMany({
    where: { clauseId, parentId: null }, orderBy: { id: 'asc' }, skip: (page - 1) * commentsPerPage, take: commentsPerPage, select,
  });
  const answers = await db.comment.findMany({
    where: { parentId: { in: roots.map(({ id }) => id) } }, orderBy: { id: 'asc' }, select: { ...select, parentId: true },
  });
  const view = ({ createdAt, revisionId, ...row }: (typeof roots)[number]) => ({
    id: row.id, authorName: row.authorName, organisation: row.organisation, byOffice: row.byOffice, body: row.body, at: createdAt,
    onOlderWords: where.revisionId !== null && revisionId !== where.revisionId,
  });
  return { count, page, pages, threads: roots.map((root) => ({ ...view(root), answers: answers.filter(({ parentId }) => parentId === root.id).map(view) })) };
}

/** One comment to answer; null when none is named or it is not on this clause. */
export async function findComment(db: Db, where: { slug: string; code: number; id: string | null }): Promise<Omit<CommentView, 'answers'> | null> {
  if (!where.id || !/^[0-9a-f-]{36}$/.test(where.id)) return null;
  const row = await db.comment.findFirst({ where: { id: where.id, consultation: { slug: where.slug }, clause: { code: where.code } }, select });
  return row && { id: row.id, authorName: row.authorName, organisation: row.organisation, byOffice: row.byOffice, body: row.body, at: row.createdAt, onOlderWords: false };
}
