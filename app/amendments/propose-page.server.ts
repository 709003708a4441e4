import { previewChanges } from '#app/consultations/write-version.server.ts';
import { subtreeOf, type DraftUnit } from '#app/consultations/draft.ts';
import { loadDraft, type Draft } from '#app/consultations/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { viewChange, type ChangeView } from './change-view.ts';
import { loadHead, type ConsultationHead } from './clause-page.server.ts';
import { citationsByClause } from './clause-names.ts';
import { carryProposal } from './fit.ts';
import { proposalProblems, proposedWords, type ProposalProblem, type Proposed } from './proposal.ts';
import { operationsFor, type Fit, type OperationKind } from './remark.ts';
import { viewRemarks, type RemarkView } from './remark-views.server.ts';

export type ProposePage = {
  consultation: ConsultationHead;
  clause: { code: number; citation: string; label: string; text: string; heading: string; revisionId: string; allows: OperationKind[] };
  /** Open amendments to the same words. */
  others: RemarkView[];
};

/** What the form for a proposal starts from. Throws not-found when the clause is not in the newest text. */
export async function loadProposePage(db: Db, input: { slug: string; code: number; locale: Locale; now?: Date }): Promise<ProposePage> {
  const draft = await loadDraft(db, { slug: input.slug });
  const unit = draft.units.find(({ code }) => code === input.code);
  if (!unit) throw notFound('no such clause in the newest text');
  const { code, label, text, heading, revisionId, clauseId } = unit;
  return {
    consultation: await loadHead(db, draft, input.now ?? new Date()),
    clause: { code, label, text, heading, revisionId, citation: citationsByClause(draft.units).get(clauseId) ?? '', allows: [...operationsFor(unit), 'none'] },
    others: await viewRemarks(db, { where: { state: 'open', kind: 'amendment', operations: { some: { clauseId } } } }, { draft, locale: input.locale }),
  };
}

/** A proposal whose words have moved meanwhile: the text begun from, the text now, and the proposal carried over. */
export type MovedProposal = {
  version: number;
  begun: string;
  /** Null when the clause is gone. */
  now: { text: string; revisionId: string; change: ChangeView | null } | null;
  fit: Fit;
  yours: ChangeView | null;
  carried: { text: string; change: ChangeView | null } | null;
};

export type ProposalPreview = { problems: ProposalProblem[]; change: ChangeView | null; moved: MovedProposal | null };

/** The change a form asks for, without writing anything. */
export async function previewProposal(
  db: Db,
  input: { slug: string; code: number; baseRevisionId: string; proposed: Proposed; locale: Locale },
): Promise<ProposalPreview> {
  const draft = await loadDraft(db, { slug: input.slug });
  const unit = draft.units.find(({ code }) => code === input.code);
  if (!unit || unit.revisionId !== input.baseRevisionId) return { problems: [], change: null, moved: await loadMoved(db, { ...input, draft, unit }) };
  const problems = proposalProblems(input.proposed, unit, 'preview');
  if (problems.length > 0) return { problems, change: null, moved: null };
  return { problems, change: viewProposal(draft, unit, input), moved: null };
}

function viewProposal(draft: Draft, unit: DraftUnit, { proposed, locale }: { proposed: Proposed; locale: Locale }): ChangeView | null {
  const newMark = proposed.op === 'insert-after' ? markOfInsertion(draft, unit, proposed.inserted) : '';
  return viewChange({
    op: proposed.op, citation: citationsByClause(draft.units).get(unit.clauseId) ?? '', mark: unit.label, before: unit.text, after: proposedWords(proposed), locale,
    below: subtreeOf(draft.units, unit.clauseId), ...(newMark ? { newMark } : {}),
  });
}

/** The printed mark a new unit would get. */
function markOfInsertion(draft: Draft, anchor: DraftUnit, text: string): string {
  const next = previewChanges(draft, [{ op: 'insert-after', clauseId: anchor.clauseId, type: anchor.type, text }]);
  return next.find(({ clauseId }) => clauseId === null)?.label ?? '';
}

type Moving = { draft: Draft; unit: DraftUnit | undefined; code: number; baseRevisionId: string; proposed: Proposed; locale: Locale };

async function loadMoved(db: Db, { draft, unit, code, baseRevisionId, proposed, locale }: Moving): Promise<MovedProposal> {
  const base = await db.clauseRevision.findFirst({
    where: { id: baseRevisionId, consultationId: draft.consultationId, clause: { code } }, select: { text: true },
  });
  if (!base) throw notFound('no such wording of this clause');
  const after = proposedWords(proposed);
  const target = unit ? { text: unit.text, isSubtreeChanged: true, added: [] } : null;
  const carried = carryProposal({ op: proposed.op, base: base.text, after }, target);
  const shown = { citation: unit ? (citationsByClause(draft.units).get(unit.clauseId) ?? '') : '', mark: unit?.label ?? '', locale };
  return {
    version: draft.version, begun: base.text, fit: carried.fit,
    now: unit ? { text: unit.text, revisionId: unit.revisionId, change: viewChange({ ...shown, op: 'replace', before: base.text, after: unit.text }) } : null,
    yours: viewChange({ ...shown, op: proposed.op, before: base.text, after }),
    carried: unit && carried.after !== null ? { text: carried.after, change: viewChange({ ...shown, op: proposed.op, before: unit.text, after: carried.after }) } : null,
  };
}
