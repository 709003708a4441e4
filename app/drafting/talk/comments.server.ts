import { unitsByClause } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { isUuid } from '#app/db/is-uuid.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { textsOf } from '../acts/words-of-revisions.server.ts';
import { clausesMergedInto, commentsOn, mergedTarget } from './clause-lines.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { Subject } from './add-comment.server.ts';
import type { Commented, CommentState, NamedUnit } from './comment-state.ts';
import { stateComments } from './tasks.server.ts';

const commentsPerPage = 20;
/** Answers shown under a comment until more are asked for. */
const answersShown = 5;

export type CommentOrder = 'newest' | 'oldest';

export type Said = {
  id: string;
  authorName: string;
  organisation: string | null;
  /** As of a letter: who writes by links from letters typed the name, and nobody stands for it. */
  channel: 'web' | 'guest';
  byOffice: boolean;
  body: string;
  at: Date;
  /** Words of the unit it is about. */
  quote: string | null;
};

export type CommentView = Said & {
  /** What became of the words it is about; null where nothing is to be said of them. */
  state: CommentState | null;
  /** Code of the joined unit it was written on; null when it was written on the unit shown. */
  onMerged: number | null;
  answers: Said[];
  /** Answers not shown yet. */
  more: number;
};

export type CommentPage = { count: number; page: number; pages: number; order: CommentOrder; threads: CommentView[] };

const select = {
  id: true,
  authorName: true,
  organisation: true,
  byOffice: true,
  body: true,
  createdAt: true,
  quote: true,
  clauseId: true,
  revisionId: true,
  parentId: true,
  authorId: true,
} as const;

type Paged = {
  page: number;
  order?: CommentOrder;
  /** The thread whose answers are all shown. */ expanded?: string | null;
};

/** One page of the threads on a clause and on those joined with it, each with what became of its words. */
export async function loadComments(db: Db, where: Paged & { draft: Draft; clauseId: string }): Promise<CommentPage> {
  const codes = new Map((await clausesMergedInto(db, where.clauseId)).map(({ id, code }) => [id, code]));
  return loadThreads(db, where, {
    scope: await commentsOn(db, { clauseId: where.clauseId, remarkId: null }),
    statesOf: (roots) => statesOf(db, where.draft, roots),
    onMerged: ({ clauseId }) => codes.get(clauseId) ?? null,
  });
}

/** One page of the threads on an amendment, each with whether the amendment was worded anew since. */
export async function loadRemarkComments(
  db: Db,
  where: Paged & { slug: string; number: number },
): Promise<CommentPage> {
  const remark = { number: where.number, consultation: { slug: where.slug } };
  const reworded = await db.operationWording.findFirst({
    where: { operation: { remark }, kind: { in: ['adapted', 'rewritten'] } },
    orderBy: { at: 'desc' },
    select: { at: true },
  });
  return loadThreads(db, where, {
    scope: { remark },
    statesOf: async (roots) =>
      new Map(
        roots.flatMap(({ id, createdAt }) => (reworded && reworded.at > createdAt ? [[id, { kind: 'reworded' }]] : [])),
      ),
    onMerged: () => null,
  });
}

type Shown = {
  scope: Awaited<ReturnType<typeof commentsOn>> | { remark: { number: number; consultation: { slug: string } } };
  statesOf: (roots: readonly Row[]) => Promise<Map<string, CommentState>>;
  onMerged: (root: Row) => number | null;
};

/** `page` counts from 1 and is kept within what there is. */
async function loadThreads(db: Db, where: Paged, shown: Shown): Promise<CommentPage> {
  const { order = 'newest' } = where;
  const { scope } = shown;
  const count = await db.comment.count({ where: scope });
  const pages = Math.max(
    1,
    Math.ceil((await db.comment.count({ where: { ...scope, parentId: null } })) / commentsPerPage),
  );
  const page = Math.min(Math.max(1, where.page), pages);
  const roots = await db.comment.findMany({
    where: { ...scope, parentId: null },
    orderBy: { id: order === 'newest' ? 'desc' : 'asc' },
    skip: (page - 1) * commentsPerPage,
    take: commentsPerPage,
    select,
  });
  const answers = await loadAnswers(db, { roots: roots.map(({ id }) => id), expanded: where.expanded ?? null });
  const guests = await guestsOf(db, [...roots, ...[...answers.values()].flatMap(({ shown }) => shown)]);
  const states = await shown.statesOf(roots);
  return {
    count,
    page,
    pages,
    order,
    threads: roots.map((root) => {
      const { shown: first, all } = answers.get(root.id) ?? { shown: [], all: 0 };
      return {
        ...viewSaid(root, guests),
        state: states.get(root.id) ?? null,
        onMerged: shown.onMerged(root),
        answers: first.map((answer) => viewSaid(answer, guests)),
        more: all - first.length,
      };
    }),
  };
}

type Row = {
  id: string;
  authorName: string;
  organisation: string | null;
  byOffice: boolean;
  body: string;
  createdAt: Date;
  quote: string | null;
  clauseId: string;
  revisionId: string;
  parentId: string | null;
  authorId: string | null;
};

/** Accounts among the authors that have no password. */
async function guestsOf(db: Db, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const ids = [...new Set(rows.flatMap(({ authorId }) => authorId ?? []))];
  const guests =
    ids.length === 0 ? [] : await db.user.findMany({ where: { id: { in: ids }, isGuest: true }, select: { id: true } });
  return new Set(guests.map(({ id }) => id));
}

function viewSaid(
  { id, authorName, organisation, byOffice, body, createdAt, quote, authorId }: Row,
  guests: ReadonlySet<string>,
): Said {
  return {
    id,
    // Whoever wrote for an organisation is not named, also where an earlier comment kept the name.
    authorName: organisation ? '' : authorName,
    organisation,
    channel: authorId !== null && guests.has(authorId) ? 'guest' : 'web',
    byOffice,
    body,
    at: createdAt,
    quote,
  };
}

/** The first answers of each thread, all of one that is expanded, and how many there are. */
async function loadAnswers(
  db: Db,
  { roots, expanded }: { roots: string[]; expanded: string | null },
): Promise<Map<string, { shown: Row[]; all: number }>> {
  if (roots.length === 0) return new Map();
  const counts = await db.comment.groupBy({
    by: ['parentId'],
    where: { parentId: { in: roots } },
    _count: { _all: true },
  });
  const rows: Row[] = [];
  for (const { parentId } of counts) {
    rows.push(
      ...(await db.comment.findMany({
        where: { parentId },
        orderBy: { id: 'asc' },
        ...(parentId === expanded ? {} : { take: answersShown }),
        select,
      })),
    );
  }
  return new Map(
    counts.map(({ parentId, _count }) => [
      parentId!,
      { shown: rows.filter((row) => row.parentId === parentId), all: _count._all },
    ]),
  );
}

async function statesOf(db: Db, draft: Draft, roots: readonly Row[]): Promise<Map<string, CommentState>> {
  const then = await textsOf(
    db,
    roots.map(({ revisionId }) => revisionId),
  );
  const now = unitsByClause(draft.units);
  const citations = citationsByClause(draft.units);
  const clauseIds = [...new Set(roots.map(({ clauseId }) => clauseId))];
  const targets = new Map<string, string | null>();
  for (const id of clauseIds) if (!now.has(id)) targets.set(id, await mergedTarget(db, id));
  const splits = await db.clause.findMany({
    where: { splitFromId: { in: clauseIds } },
    orderBy: { code: 'asc' },
    select: { id: true, splitFromId: true },
  });
  const named = (clauseId: string): NamedUnit | null => {
    const unit = now.get(clauseId);
    return unit ? { code: unit.code, citation: citations.get(clauseId) ?? '' } : null;
  };
  const states = await runTask(
    stateComments,
    roots.map((root): Commented => {
      const target = targets.get(root.clauseId);
      const splitOff = splits
        .filter(({ splitFromId }) => splitFromId === root.clauseId)
        .flatMap(({ id }) => {
          const unit = named(id);
          return unit ? [{ ...unit, text: now.get(id)!.text }] : [];
        });
      return {
        quote: root.quote,
        before: then.get(root.revisionId) ?? '',
        after: now.get(root.clauseId)?.text ?? null,
        splitOff,
        mergedInto: target ? { unit: named(target) } : null,
      };
    }),
  );
  return new Map(roots.map(({ id }, at) => [id, states[at]!]));
}

/** One comment to answer; null when none is named or it is not on this amendment, this clause or one joined with it. */
export async function findComment(db: Db, where: { slug: string; id: string | null } & Subject): Promise<Said | null> {
  if (!isUuid(where.id)) return null;
  const consultation = { slug: where.slug };
  const on = async () => {
    if (where.number !== undefined) return { remark: { number: where.number, consultation } };
    const clause = await db.clause.findFirst({ where: { code: where.code, consultation }, select: { id: true } });
    return clause && commentsOn(db, { clauseId: clause.id, remarkId: null });
  };
  const scope = await on();
  const row = scope && (await db.comment.findFirst({ where: { id: where.id, ...scope }, select }));
  return row && viewSaid(row, await guestsOf(db, [row]));
}
