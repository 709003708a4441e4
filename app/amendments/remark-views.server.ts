import type { DraftUnit } from '#app/consultations/draft.ts';
import { loadUnits, type Draft } from '#app/consultations/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { viewOperation, type ChangeView } from './change-view.ts';
import { citationsByClause } from './clause-names.ts';
import type { Fit, OperationKind, RemarkKind } from './remark.ts';
import type { Decision, RemarkState } from '#app/consultations/remark-state.ts';

/** A remark as lists and clause pages show it. */
export type RemarkView = {
  number: number;
  kind: RemarkKind;
  state: RemarkState;
  fit: Fit;
  authorName: string;
  organisation: string | null;
  filedAt: Date;
  reason: string;
  supports: number;
  /** Unit it is about, in the newest text or as it was last called; empty for the whole act. */
  citation: string;
  clauseCode: number | null;
  /** Open: against the newest text. In conflict or decided: against the words the author saw. */
  change: ChangeView | null;
  ruling: { decision: Decision; reason: string; resultVersion: number | null; madeByName: string; madeAt: Date } | null;
};

const select = {
  number: true, kind: true, state: true, fit: true, authorName: true, organisation: true, filedAt: true, reason: true, againstVersion: true,
  _count: { select: { supports: { where: { stance: 'support' } } } },
  operations: {
    orderBy: { seq: 'asc' },
    select: { op: true, clauseId: true, before: true, after: true, carriedAfter: true, fit: true, clause: { select: { code: true } } },
  },
  rulings: { select: { decision: true, reason: true, resultVersion: true, madeByName: true, madeAt: true } },
} as const satisfies Prisma.RemarkSelect;

type Row = Prisma.RemarkGetPayload<{ select: typeof select }>;

/** Remarks of a consultation, ready to be shown; `draft` is its newest text. */
export async function viewRemarks(
  db: Db,
  query: { where: Prisma.RemarkWhereInput; orderBy?: Prisma.RemarkOrderByWithRelationInput; skip?: number; take?: number },
  context: { draft: Draft; locale: Locale },
): Promise<RemarkView[]> {
  const { draft, locale } = context;
  const rows = await db.remark.findMany({
    where: { AND: [query.where, { consultationId: draft.consultationId }] }, orderBy: query.orderBy ?? { number: 'asc' }, select,
    ...(query.skip ? { skip: query.skip } : {}), ...(query.take ? { take: query.take } : {}),
  });
  const citations = citationsByClause(draft.units);
  const gone = rows.filter(({ operations: [first] }) => first && !citations.has(first.clauseId));
  const older = await olderTexts(db, { draft, versions: gone.map(({ againstVersion }) => againstVersion) });
  return rows.map((row) => {
    const [first] = row.operations;
    const lastCitation = (first && older.get(row.againstVersion)?.citations.get(first.clauseId)) ?? '';
    return viewRemark(row, { units: draft.units, citations, lastCitation, locale, older: older.get(row.againstVersion)?.units ?? draft.units });
  });
}

/** Text and names of the versions that clauses which are gone were last written about in. */
async function olderTexts(db: Db, { draft, versions }: { draft: Draft; versions: readonly number[] }) {
  const texts = new Map<number, { units: DraftUnit[]; citations: Map<string, string> }>();
  for (const version of new Set(versions)) {
    const units = await loadUnits(db, draft.consultationId, version);
    texts.set(version, { units, citations: citationsByClause(units) });
  }
  return texts;
}

type ViewContext = { units: readonly DraftUnit[]; older: readonly DraftUnit[]; citations: ReadonlyMap<string, string>; lastCitation: string; locale: Locale };

function viewRemark(row: Row, context: ViewContext): RemarkView {
  const [operation] = row.operations;
  const [ruling] = row.rulings;
  const state = row.state as RemarkState;
  return {
    number: row.number, kind: row.kind as RemarkKind, state, fit: row.fit as Fit, authorName: row.authorName, organisation: row.organisation,
    filedAt: row.filedAt, reason: row.reason, supports: row._count.supports,
    citation: operation ? (context.citations.get(operation.clauseId) ?? context.lastCitation) : '',
    clauseCode: operation?.clause.code ?? null,
    change: operation ? viewRow(operation, state, context) : null,
    ruling: ruling ? { ...ruling, decision: ruling.decision as Decision } : null,
  };
}

function viewRow(operation: Row['operations'][number], state: RemarkState, context: ViewContext): ChangeView | null {
  const { clauseId } = operation;
  const op = operation.op as OperationKind;
  const unit = context.units.find((each) => each.clauseId === clauseId);
  const isOnNewest = state === 'open' && operation.fit !== 'conflict' && operation.fit !== 'contained' && unit;
  if (!isOnNewest) return viewOperation({ op, clauseId, before: operation.before, after: operation.after }, { ...context, units: context.older });
  return viewOperation({ op, clauseId, before: unit.text, after: operation.carriedAfter }, context);
}
