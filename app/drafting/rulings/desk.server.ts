import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import { loadDraft, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { RemarkState } from '#app/drafting/state/remark-state.ts';
import { daysLate } from '#app/drafting/state/stage.ts';
import { liveDraftStates } from '../state/draft-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { Prisma } from '#app/generated/prisma/client.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import { loadHead, type ConsultationHead } from '../course/consultation-head.server.ts';
import type { FiledPlace } from '../remarks/filed-place.ts';
import { filedPlaces } from '../remarks/filed-places.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { officialsOf, type Official } from './assign.server.ts';
import { deskOrder, deskWhere, filterSql, type DeskScope } from './desk-where.server.ts';
import { actOrdered, clausesAsked, walkOf } from './walk.server.ts';
import { deskFilters, pageSize, type DeskFilter, type DeskQuery } from './desk-filters.ts';
import { firstWords } from '../state/first-words.ts';
import type { Fit, RemarkKind } from '../state/remark.ts';

export type DeskRow = {
  number: number;
  kind: RemarkKind;
  /** Null: about the whole act. */
  place: FiledPlace | null;
  words: string;
  state: RemarkState;
  fit: Fit;
  assignedTo: string | null;
  dueAt: Date;
  isOverdue: boolean;
  group: number | null;
  /** Live drafts of rulings, and whether one of them waits for the viewer. */
  drafts: { count: number; forViewer: boolean; isCollected: boolean };
  /** Since when its author is asked about the wording; null when nobody is. */
  askedSince: Date | null;
};

/** What every page of the office about one consultation says at its head. */
export type DeskHeadFacts = {
  consultation: ConsultationHead & { fourEyes: boolean };
  daysLate: number;
  counts: Record<DeskFilter, number>;
};

export type Desk = DeskHeadFacts & {
  query: DeskQuery;
  rows: DeskRow[];
  /** Remarks the query finds, and pages of them. */
  total: number;
  pages: number;
  officials: Official[];
  /** § and chapters of the newest text, to choose from. */
  units: { code: number; citation: string; heading: string }[];
};

type Asked = { viewer: Viewer; slug: string; now?: Date };

/** Head of the office's pages. For people who are not officials here they do not exist. */
export async function loadDeskHead(db: Db, input: Asked): Promise<DeskHeadFacts & { draft: Draft; scope: DeskScope }> {
  const draft = await loadDraft(db, { slug: input.slug });
  if (!isOfficialOf(input.viewer, draft.teryt)) throw notFound('not an official here');
  const now = input.now ?? new Date();
  const [head, { fourEyes }] = await Promise.all([
    loadHead(db, draft, now),
    db.consultation.findUniqueOrThrow({ where: { id: draft.consultationId }, select: { fourEyes: true } }),
  ]);
  const scope: DeskScope = {
    consultationId: draft.consultationId,
    teryt: draft.teryt,
    viewerId: input.viewer.id,
    now,
    answersDueAt: head.answersDueAt,
  };
  const counts = await countAll(db, scope);
  return { draft, scope, counts, consultation: { ...head, fourEyes }, daysLate: daysLate(head, now, counts.waiting) };
}

/** One page of the work list. The database sorts and cuts; only the rows shown are loaded. */
export async function loadDesk(db: Db, input: Asked & { query: DeskQuery }): Promise<Desk> {
  const { query } = input;
  const { draft, scope, ...head } = await loadDeskHead(db, input);
  const condition = deskWhere(query, scope, clausesAsked(draft.units, query.unit));
  const [{ total } = { total: 0 }] = await db.$queryRaw<
    { total: number }[]
  >`select count(*)::int as total from "Remark" r where ${condition}`;
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const page = Math.min(query.page, pages);
  const numbers =
    query.sort === 'act'
      ? (await actOrdered(db, { condition, units: draft.units })).slice((page - 1) * pageSize, page * pageSize)
      : await pageOf(db, { condition, order: deskOrder(query.sort, scope), page });
  return {
    ...head,
    query: { ...query, page },
    total,
    pages,
    rows: await rowsOf(db, { draft, scope, numbers }),
    officials: await officialsOf(db, draft.teryt),
    units: unitsToChoose(draft.units),
  };
}

type PageAsked = { condition: Prisma.Sql; page: number };

async function pageOf(db: Db, { condition, order, page }: PageAsked & { order: Prisma.Sql }): Promise<number[]> {
  const rows = await db.$queryRaw<{ number: number }[]>`
    select r.number from "Remark" r where ${condition} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`;
  return rows.map(({ number }) => number);
}

/** The open remarks around one as the list shows them, itself included, and those to go to from it. */
export async function loadNeighbours(
  db: Db,
  where: { draft: Draft; scope: DeskScope; number: number; around: number; query: DeskQuery },
): Promise<{ rows: DeskRow[]; previous: number | null; next: number | null }> {
  const { draft, scope, number, around, query } = where;
  const numbers = await walkOf(db, { units: draft.units, scope }, { query, number, around });
  const at = numbers.indexOf(number);
  return {
    rows: await rowsOf(db, { draft, scope, numbers }),
    previous: numbers[at - 1] ?? null,
    next: numbers[at + 1] ?? null,
  };
}

async function countAll(db: Db, scope: DeskScope): Promise<Record<DeskFilter, number>> {
  const columns = deskFilters.map(
    (filter) => Prisma.sql`count(*) filter (where ${filterSql(filter, scope)})::int as ${Prisma.raw(`"${filter}"`)}`,
  );
  const [counts] = await db.$queryRaw<Record<DeskFilter, number>[]>`
    select ${Prisma.join(columns)} from "Remark" r where r."consultationId" = ${scope.consultationId}::uuid`;
  return (
    counts ?? {
      all: 0,
      waiting: 0,
      mine: 0,
      overdue: 0,
      conflict: 0,
      author: 0,
      drafts: 0,
      returned: 0,
      collected: 0,
      done: 0,
      withdrawn: 0,
    }
  );
}

const choosable: ReadonlySet<string> = new Set(['division', 'chapter', 'subchapter', 'article', 'paragraph', 'annex']);

function unitsToChoose(units: readonly DraftUnit[]): Desk['units'] {
  const citations = citationsByClause(units);
  return units
    .filter(({ type }) => choosable.has(type))
    .map(({ code, clauseId, heading }) => ({ code, heading, citation: citations.get(clauseId) ?? '' }));
}

/** Rows in the order of `numbers`. */
async function rowsOf(
  db: Db,
  { draft, scope, numbers }: { draft: Draft; scope: DeskScope; numbers: readonly number[] },
): Promise<DeskRow[]> {
  const remarks = await db.remark.findMany({
    where: { number: { in: [...numbers] }, consultationId: draft.consultationId },
    select: {
      id: true,
      number: true,
      kind: true,
      reason: true,
      state: true,
      fit: true,
      assignedToName: true,
      dueAt: true,
      group: { select: { number: true } },
      drafts: {
        where: { state: { in: [...liveDraftStates] } },
        select: { state: true, draftedById: true },
      },
      againstVersion: true,
      operations: { orderBy: { seq: 'asc' }, take: 1, select: { clauseId: true } },
    },
  });
  const [asked, places] = await Promise.all([
    askedSince(
      db,
      remarks
        .filter(({ state, fit }) => state === 'open' && (fit === 'adapted' || fit === 'conflict'))
        .map(({ id }) => id),
    ),
    filedPlaces(
      db,
      draft,
      remarks.map(({ againstVersion }) => againstVersion),
    ),
  ]);
  const byNumber = new Map(remarks.map((remark) => [remark.number, remark]));
  return numbers.flatMap((number) => {
    const remark = byNumber.get(number);
    if (!remark) return [];
    const dueAt = remark.dueAt ?? scope.answersDueAt;
    return [
      {
        number: remark.number,
        kind: remark.kind as RemarkKind,
        place: remark.operations[0] ? places.of(remark.operations[0].clauseId, remark.againstVersion) : null,
        words: firstWords(remark.reason),
        state: remark.state as RemarkState,
        fit: remark.fit as Fit,
        assignedTo: remark.assignedToName,
        dueAt,
        isOverdue: remark.state === 'open' && dueAt < scope.now,
        group: remark.group?.number ?? null,
        askedSince: asked.get(remark.id) ?? null,
        drafts: {
          count: remark.drafts.length,
          isCollected: remark.drafts.some(({ state }) => state === 'collected'),
          forViewer: remark.drafts.some(
            ({ state, draftedById }) => state === 'waiting' && draftedById !== scope.viewerId,
          ),
        },
      },
    ];
  });
}

/** When the wording that the author is asked about came to be. */
async function askedSince(db: Db, remarkIds: readonly string[]): Promise<Map<string, Date>> {
  if (remarkIds.length === 0) return new Map();
  const wordings = await db.operationWording.findMany({
    where: {
      operation: { remarkId: { in: [...remarkIds] }, fit: { in: ['adapted', 'conflict'] } },
      kind: { in: ['adapted', 'conflict'] },
    },
    orderBy: { id: 'asc' },
    select: { at: true, operation: { select: { remarkId: true } } },
  });
  return new Map(wordings.map(({ at, operation }) => [operation.remarkId, at]));
}
