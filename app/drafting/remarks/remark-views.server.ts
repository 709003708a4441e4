import { inForceOf } from '../state/ruling-history.ts';
import { subtreeOf, unitsByClause, type DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import type { Locale } from '#app/i18n/locale.ts';
import { translator } from '#app/i18n/translate.ts';
import { operationStep, type ChangeStep, type ChangeView } from './change-view.ts';
import { placeWords } from './filed-place.ts';
import { filedPlaces } from './filed-places.server.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { Channel } from '../state/channels.ts';
import type { Fit, OperationKind, RemarkKind } from '../state/remark.ts';
import type { Decision, RemarkState } from '#app/drafting/state/remark-state.ts';
import { viewChanges } from './view-tasks.server.ts';

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
  comments: number;
  /** How it came, and whether after the end of remarks. */
  channel: Channel;
  isLate: boolean;
  /** Its letter: number, which point of how many this is. */
  filing: { number: number; point: number; points: number };
  /** What it is about where that is no unit of the text, in words; and the office's heading for it. */
  place: string | null;
  category: string | null;
  /** What a register it was imported from calls it. */
  sign: string | null;
  /** Units it is about as they were called when it was filed, with what they are called today where that differs; empty for the whole act. */
  places: { citation: string; clauseCode: number }[];
  /** Words of the unit that it is about. */
  quotes: string[];
  /** Open: against the newest text. In conflict or decided: against the words the author saw. Units are named as they were when it was filed. */
  changes: (ChangeView & { clauseCode: number })[];
  /** The first of `places` and of `changes`, where there is room for one. */
  citation: string;
  clauseCode: number | null;
  change: ChangeView | null;
  ruling: RulingView | null;
  /** Rulings that were corrected, the newest first, each with why. */
  earlier: (RulingView & { why: string })[];
};

type RulingView = {
  id: string;
  decision: Decision;
  reason: string;
  resultVersion: number | null;
  madeByName: string;
  madeAt: Date;
};

const select = {
  number: true,
  kind: true,
  state: true,
  fit: true,
  authorName: true,
  organisation: true,
  filedAt: true,
  reason: true,
  againstVersion: true,
  channel: true,
  point: true,
  place: true,
  category: true,
  sign: true,
  filing: { select: { number: true, isLate: true, _count: { select: { remarks: true } } } },
  _count: { select: { supports: { where: { stance: 'support' } }, comments: true } },
  operations: {
    orderBy: { seq: 'asc' },
    select: {
      op: true,
      clauseId: true,
      targetClauseId: true,
      quote: true,
      before: true,
      after: true,
      rest: true,
      carriedAfter: true,
      carriedRest: true,
      fit: true,
      clause: { select: { code: true } },
    },
  },
  rulings: {
    select: {
      id: true,
      decision: true,
      reason: true,
      resultVersion: true,
      madeByName: true,
      madeAt: true,
      correctionReason: true,
      replacedAt: true,
    },
  },
} as const satisfies Prisma.RemarkSelect;

type Row = Prisma.RemarkGetPayload<{ select: typeof select }>;

/** Remarks of a consultation, ready to be shown; `draft` is its newest text. */
export async function viewRemarks(
  db: Db,
  query: {
    where: Prisma.RemarkWhereInput;
    orderBy?: Prisma.RemarkOrderByWithRelationInput;
    skip?: number;
    take?: number;
  },
  context: { draft: Draft; locale: Locale },
): Promise<RemarkView[]> {
  const { draft, locale } = context;
  const rows = await db.remark.findMany({
    where: { AND: [query.where, { consultationId: draft.consultationId }] },
    orderBy: query.orderBy ?? { number: 'asc' },
    select,
    ...(query.skip ? { skip: query.skip } : {}),
    ...(query.take ? { take: query.take } : {}),
  });
  const places = await filedPlaces(
    db,
    draft,
    rows.map(({ againstVersion }) => againstVersion),
  );
  const t = translator(locale);
  const seen = rows.map((row) => {
    const context: ViewContext = {
      units: draft.units,
      filedUnits: places.unitsOf(row.againstVersion),
      nameOf: (clauseId) => placeWords(t, places.of(clauseId, row.againstVersion)),
      locale,
    };
    return {
      row,
      context,
      steps: row.operations.map((operation) => stepOf(operation, row.state as RemarkState, context)),
    };
  });
  const changes = await runTask(
    viewChanges,
    seen.flatMap(({ steps }) => steps),
  );
  let at = 0;
  return seen.map(({ row, context, steps }) => viewRemark(row, changes.slice(at, (at += steps.length)), context));
}

type ViewContext = {
  units: readonly DraftUnit[];
  /** The text that the remark was filed against. */
  filedUnits: readonly DraftUnit[];
  nameOf: (clauseId: string) => string;
  locale: Locale;
};

function viewRemark(row: Row, views: readonly (ChangeView | null)[], context: ViewContext): RemarkView {
  const { ruling, earlier } = inForceOf(row.rulings);
  const state = row.state as RemarkState;
  const places = placesOf(row, context);
  const changes = row.operations.flatMap(({ clause }, at) => {
    const view = views[at];
    return view ? [{ ...view, clauseCode: clause.code }] : [];
  });
  return {
    number: row.number,
    kind: row.kind as RemarkKind,
    state,
    fit: row.fit as Fit,
    authorName: row.authorName,
    organisation: row.organisation,
    filedAt: row.filedAt,
    reason: row.reason,
    supports: row._count.supports,
    comments: row._count.comments,
    channel: row.channel as Channel,
    isLate: row.filing.isLate,
    filing: { number: row.filing.number, point: row.point, points: row.filing._count.remarks },
    place: row.place,
    category: row.category,
    sign: row.sign,
    places,
    quotes: row.operations.flatMap(({ quote }) => quote ?? []),
    changes,
    citation: places[0]?.citation ?? '',
    clauseCode: places[0]?.clauseCode ?? null,
    change: changes[0] ?? null,
    ruling: ruling ? rulingView(ruling) : null,
    earlier: earlier.map((each) => ({ ...rulingView(each), why: each.why })),
  };
}

function rulingView({ id, decision, reason, resultVersion, madeByName, madeAt }: Row['rulings'][number]): RulingView {
  return { id, decision: decision as Decision, reason, resultVersion, madeByName, madeAt };
}

function placesOf({ operations }: Row, { nameOf }: ViewContext): RemarkView['places'] {
  const places = new Map(
    operations.map(({ clauseId, clause }) => [clauseId, { citation: nameOf(clauseId), clauseCode: clause.code }]),
  );
  return [...places.values()];
}

function stepOf(operation: Row['operations'][number], state: RemarkState, context: ViewContext): ChangeStep {
  const { clauseId, targetClauseId } = operation;
  const op = operation.op as OperationKind;
  const unit = unitsByClause(context.units).get(clauseId);
  const isOnNewest = state === 'open' && operation.fit !== 'conflict' && operation.fit !== 'contained' && unit;
  if (!isOnNewest || isAsFiled(operation, context))
    return operationStep({ ...operation, op }, { ...context, units: context.filedUnits });
  return operationStep(
    {
      op,
      clauseId,
      targetClauseId,
      before: unit.text,
      after: operation.carriedAfter,
      rest: operation.carriedRest ?? operation.rest,
    },
    context,
  );
}

/** Nothing but numbers has changed since: then it is shown with the marks that its author saw. */
function isAsFiled(operation: Row['operations'][number], { units, filedUnits }: ViewContext): boolean {
  const words = (text: readonly DraftUnit[], clauseId: string | null) =>
    clauseId === null
      ? ''
      : subtreeOf(text, clauseId)
          .map(({ revisionId }) => revisionId)
          .join();
  return (
    operation.carriedAfter === operation.after &&
    (operation.carriedRest ?? operation.rest) === operation.rest &&
    words(units, operation.clauseId) === words(filedUnits, operation.clauseId) &&
    words(units, operation.targetClauseId) === words(filedUnits, operation.targetClauseId)
  );
}
