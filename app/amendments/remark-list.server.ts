import { loadDraft } from '#app/consultations/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { loadHead, type ConsultationHead } from './clause-page.server.ts';
import { remarkStates, type RemarkState } from '#app/consultations/remark-state.ts';
import { viewRemarks, type RemarkView } from './remark-views.server.ts';

export const remarksPerPage = 30;

export type RemarkList = {
  consultation: ConsultationHead;
  counts: Record<RemarkState | 'all', number>;
  page: number;
  pages: number;
  remarks: RemarkView[];
};

/** The register of a consultation, newest first, one page of it; `state` null means all. */
export async function listRemarks(
  db: Db,
  input: { slug: string; state: RemarkState | null; clauseCode: number | null; page: number; locale: Locale; now?: Date },
): Promise<RemarkList> {
  const draft = await loadDraft(db, { slug: input.slug });
  const onClause = input.clauseCode === null ? {} : { operations: { some: { clause: { code: input.clauseCode } } } };
  const groups = await db.remark.groupBy({ by: ['state'], where: { consultationId: draft.consultationId, ...onClause }, _count: true });
  const countOf = (state: RemarkState) => groups.find((group) => group.state === state)?._count ?? 0;
  const byState = Object.fromEntries(remarkStates.map((state) => [state, countOf(state)])) as Record<RemarkState, number>;
  const counts = { ...byState, all: remarkStates.reduce((sum, state) => sum + countOf(state), 0) };
  const pages = Math.max(1, Math.ceil((input.state === null ? counts.all : counts[input.state]) / remarksPerPage));
  const page = Math.min(Math.max(1, input.page), pages);
  const where = { ...onClause, ...(input.state === null ? {} : { state: input.state }) };
  return {
    consultation: await loadHead(db, draft, input.now ?? new Date()), counts, page, pages,
    remarks: await viewRemarks(db, { where, orderBy: { number: 'desc' }, skip: (page - 1) * remarksPerPage, take: remarksPerPage }, { draft, locale: input.locale }),
  };
}
