import { subtreeOf, type DraftUnit } from '#app/consultations/draft.ts';
import { loadDraft, type Draft } from '#app/consultations/load-draft.server.ts';
import { stageAt, type Stage } from '#app/consultations/stage.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { clauseHistory, findGoneClause, type GoneClause, type HistoryStep } from './clause-history.server.ts';
import { citationsByClause } from './clause-names.ts';
import { loadComments, type CommentPage } from './comments.server.ts';
import { viewRemarks, type RemarkView } from './remark-views.server.ts';
import { operationsFor, type OperationKind } from './remark.ts';

export type ConsultationHead = { slug: string; title: string; version: number; stage: Stage; opensAt: Date; closesAt: Date; answersDueAt: Date };
export type ClauseUnit = { code: number; label: string; heading: string; text: string; depth: number; citation: string };

export type ClausePage = {
  consultation: ConsultationHead;
  clause: ClauseUnit & { revisionId: string; allows: Exclude<OperationKind, 'none'>[] };
  /** From the top of the act down to the clause's parent. */
  parents: { code: number; citation: string; heading: string }[];
  below: ClauseUnit[];
  open: RemarkView[];
  decided: RemarkView[];
  comments: CommentPage;
  history: HistoryStep[];
};

/** Everything about one clause of the newest text; `gone` instead when the text has left it out. */
export async function loadClausePage(
  db: Db,
  input: { slug: string; code: number; page: number; locale: Locale; now?: Date },
): Promise<{ page: ClausePage; gone: null } | { page: null; gone: GoneClause; consultation: ConsultationHead }> {
  const draft = await loadDraft(db, { slug: input.slug });
  const consultation = await loadHead(db, draft, input.now ?? new Date());
  const unit = draft.units.find(({ code }) => code === input.code);
  if (!unit) {
    const gone = await findGoneClause(db, { draft, code: input.code });
    if (!gone) throw notFound('no such clause');
    return { page: null, gone, consultation };
  }
  const citations = citationsByClause(draft.units);
  const citation = citations.get(unit.clauseId) ?? '';
  const remarks = await viewRemarks(db, { where: { operations: { some: { clauseId: unit.clauseId } } } }, { draft, locale: input.locale });
  return {
    gone: null,
    page: {
      consultation,
      clause: { ...viewUnit(unit, citations), revisionId: unit.revisionId, allows: operationsFor(unit) },
      parents: parentsOf(draft.units, unit).map(({ code, clauseId, heading }) => ({ code, heading, citation: citations.get(clauseId) ?? '' })),
      below: subtreeOf(draft.units, unit.clauseId).slice(1).map((each) => viewUnit(each, citations, unit.depth + 1)),
      open: remarks.filter(({ state }) => state === 'open'),
      decided: remarks.filter(({ state }) => state !== 'open'),
      comments: await loadComments(db, { clauseId: unit.clauseId, revisionId: unit.revisionId, page: input.page }),
      history: await clauseHistory(db, { clauseId: unit.clauseId, consultationId: draft.consultationId, citation, locale: input.locale }),
    },
  };
}

/** Name and terms of a consultation, for the heads of its pages. */
export async function loadHead(db: Db, draft: Draft, now: Date): Promise<ConsultationHead> {
  const { sentAt, adoptedOn, opensAt, closesAt, answersDueAt } = await db.consultation.findUniqueOrThrow({
    where: { id: draft.consultationId }, select: { opensAt: true, closesAt: true, answersDueAt: true, sentAt: true, adoptedOn: true },
  });
  const waiting = await db.remark.count({ where: { consultationId: draft.consultationId, state: 'open' } });
  const stage = stageAt({ opensAt, closesAt, answersDueAt, sentAt, adoptedOn }, now, waiting);
  return { slug: draft.slug, title: draft.title, version: draft.version, stage, opensAt, closesAt, answersDueAt };
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
