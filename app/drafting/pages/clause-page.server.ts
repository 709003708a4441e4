import { type DraftUnit, subtreeOf } from '#app/drafting/acts/draft.ts';
import { type Draft, loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { clauseHistory, findGoneClause, type GoneClause, type HistoryStep } from '../talk/clause-history.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { type CommentOrder, type CommentPage, loadComments } from '../talk/comments.server.ts';
import type { GroundView } from '../grounds/ground.ts';
import { listGrounds } from '../grounds/grounds.server.ts';
import { type RemarkView, viewRemarks } from '../remarks/remark-views.server.ts';
import { type Stretch, stretchesOf } from '../words/words-page.server.ts';
import { type OperationKind, operationsFor } from '../state/remark.ts';
import { type ConsultationHead, loadHead } from '../course/consultation-head.server.ts';
/** A unit under the clause, with how many remarks it has of its own and the version its words are from. */
export type UnitBelow = ClauseUnit & { remarks: number; since: number };
export type ClauseUnit = {
  code: number;
  label: string;
  heading: string;
  text: string;
  depth: number;
  citation: string;
};

export type ClausePage = {
  consultation: ConsultationHead;
  clause: ClauseUnit & { revisionId: string; allows: Exclude<OperationKind, 'none'>[] };
  /** From the top of the act down to the clause's parent. */
  parents: { code: number; citation: string; heading: string }[];
  below: UnitBelow[];
  /** Its own words by the version that brought them. */
  stretches: Stretch[];
  /** A page of the open remarks, and the newest decided ones; all of them are in the register. */
  open: RemarkView[];
  decided: RemarkView[];
  counts: { open: number; decided: number };
  remarkPage: number;
  remarkPages: number;
  comments: CommentPage;
  history: HistoryStep[];
  /** What it rests on. */ grounds: GroundView[];
};

export type ClauseQuery = {
  slug: string;
  code: number;
  /** Page of the comments, and of the open remarks. */
  page: number;
  remarkPage?: number;
  order?: CommentOrder;
  /** Comment whose answers are all shown. */
  thread?: string | null;
  locale: Locale;
  now?: Date;
};

const remarksPerPage = 20;
const decidedShown = 10;

/** Open remarks on a clause, a page at a time, and the last ones decided. */
async function remarksOn(db: Db, where: { draft: Draft; clauseId: string; page: number; locale: Locale }) {
  const { draft, clauseId } = where;
  const of = (state: 'open' | { not: 'open' }) => ({
    consultationId: draft.consultationId,
    state,
    operations: { some: { OR: [{ clauseId }, { targetClauseId: clauseId }] } },
  });
  const counts = {
    open: await db.remark.count({ where: of('open') }),
    decided: await db.remark.count({ where: of({ not: 'open' }) }),
  };
  const remarkPages = Math.max(1, Math.ceil(counts.open / remarksPerPage));
  const remarkPage = Math.min(where.page, remarkPages);
  return {
    counts,
    remarkPage,
    remarkPages,
    open: await viewRemarks(
      db,
      { where: of('open'), skip: (remarkPage - 1) * remarksPerPage, take: remarksPerPage },
      where,
    ),
    decided: await viewRemarks(
      db,
      { where: of({ not: 'open' }), orderBy: { number: 'desc' }, take: decidedShown },
      where,
    ),
  };
}

/** Everything about one clause of the newest text; `gone` instead when the text has left it out. */
export async function loadClausePage(
  db: Db,
  input: ClauseQuery,
): Promise<
  | { page: ClausePage; gone: null }
  | { page: null; gone: GoneClause; consultation: ConsultationHead; comments: CommentPage }
> {
  const draft = await loadDraft(db, { slug: input.slug });
  const consultation = await loadHead(db, draft, input.now ?? new Date());
  const unit = draft.units.find(({ code }) => code === input.code);
  if (!unit) {
    const gone = await findGoneClause(db, { draft, code: input.code });
    if (!gone) throw notFound('no such clause');
    const comments = await loadComments(db, {
      draft,
      clauseId: gone.clauseId,
      page: input.page,
      order: input.order ?? 'newest',
      expanded: input.thread ?? null,
    });
    return { page: null, gone, consultation, comments };
  }
  const citations = citationsByClause(draft.units);
  const citation = citations.get(unit.clauseId) ?? '';
  const remarks = await remarksOn(db, {
    draft,
    clauseId: unit.clauseId,
    page: input.remarkPage ?? 1,
    locale: input.locale,
  });
  return {
    gone: null,
    page: {
      consultation,
      clause: { ...viewUnit(unit, citations), revisionId: unit.revisionId, allows: operationsFor(unit) },
      parents: parentsOf(draft.units, unit).map(({ code, clauseId, heading }) => ({
        code,
        heading,
        citation: citations.get(clauseId) ?? '',
      })),
      below: await unitsBelow(db, draft, { unit, citations }),
      stretches: await stretchesOf(db, { ...unit, version: draft.version }),
      ...remarks,
      comments: await loadComments(db, {
        draft,
        clauseId: unit.clauseId,
        page: input.page,
        order: input.order ?? 'newest',
        expanded: input.thread ?? null,
      }),
      history: await clauseHistory(db, {
        clauseId: unit.clauseId,
        consultationId: draft.consultationId,
        citation,
        locale: input.locale,
      }),
      grounds: await listGrounds(db, draft, unit.code),
    },
  };
}

async function unitsBelow(
  db: Db,
  draft: Draft,
  { unit, citations }: { unit: DraftUnit; citations: ReadonlyMap<string, string> },
): Promise<UnitBelow[]> {
  const units = subtreeOf(draft.units, unit.clauseId).slice(1);
  const operations = await db.remarkOperation.findMany({
    where: { consultationId: draft.consultationId, clauseId: { in: units.map(({ clauseId }) => clauseId) } },
    distinct: ['clauseId', 'remarkId'],
    select: { clauseId: true },
  });
  const revisions = await db.clauseRevision.findMany({
    where: { id: { in: units.map(({ revisionId }) => revisionId) } },
    select: { id: true, version: true },
  });
  const versions = new Map(revisions.map(({ id, version }) => [id, version]));
  return units.map((each) => ({
    ...viewUnit(each, citations, unit.depth + 1),
    since: versions.get(each.revisionId) ?? 1,
    remarks: operations.filter(({ clauseId }) => clauseId === each.clauseId).length,
  }));
}

function viewUnit(unit: DraftUnit, citations: ReadonlyMap<string, string>, from = unit.depth): ClauseUnit {
  const { code, label, heading, text } = unit;
  return { code, label, heading, text, depth: unit.depth - from, citation: citations.get(unit.clauseId) ?? '' };
}

function parentsOf(units: readonly DraftUnit[], unit: DraftUnit): DraftUnit[] {
  const parents: DraftUnit[] = [];
  for (let id = unit.parentClauseId; id !== null; id = parents[0]?.parentClauseId ?? null) {
    const parent = units.find(({ clauseId }) => clauseId === id);
    if (!parent) break;
    parents.unshift(parent);
  }
  return parents;
}
