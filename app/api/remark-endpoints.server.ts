import { inForceOf } from '#app/drafting/state/ruling-history.ts';
import { z } from 'zod';
import { filedPlaces, type FiledPlaces } from '#app/drafting/remarks/filed-places.server.ts';
import type { Fit, OperationKind } from '#app/drafting/state/remark.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import {
  decisions,
  remarkStates,
  stateKeys,
  type Decision,
  type RemarkState,
  inForce,
} from '#app/drafting/state/remark-state.ts';
import { filerOf } from '#app/drafting/state/filer.ts';
import { isGiven } from '#app/drafting/state/signature.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Prisma } from '#app/generated/prisma/client.ts';
import { absoluteUrl } from '#app/mail/absolute-url.server.ts';
import { consultationBySlug, slug } from './consultation-endpoints.server.ts';
import { after, endpoint, listAnswer, type ApiContext } from './endpoint.server.ts';
import { langQuery, listQuery } from './schemas/common.ts';
import { remark, remarkList, ruling, rulingList } from './schemas/consultations.ts';

const rulingSelect = {
  id: true,
  decision: true,
  reason: true,
  againstVersion: true,
  resultVersion: true,
  madeByName: true,
  madeAt: true,
  correctionReason: true,
  replacedAt: true,
} as const satisfies Prisma.RulingSelect;
type RulingRow = Prisma.RulingGetPayload<{ select: typeof rulingSelect }>;
type In = Pick<ApiContext, 'to' | 't'> & { params: { slug: string } };

function viewRuling(
  row: RulingRow,
  earlier: readonly (RulingRow & { why: string })[],
  number: number,
  { to, t, params }: In,
): z.input<typeof ruling> {
  const decision = row.decision as Decision;
  return {
    id: row.id,
    remark: number,
    decision,
    decisionLabel: t(stateKeys[decision]),
    reason: row.reason,
    againstVersion: row.againstVersion,
    resultVersion: row.resultVersion,
    madeBy: row.madeByName,
    madeAt: row.madeAt.toISOString(),
    earlier: earlier.map((each) => ({
      id: each.id,
      decision: each.decision as Decision,
      reason: each.reason,
      resultVersion: each.resultVersion,
      madeBy: each.madeByName,
      madeAt: each.madeAt.toISOString(),
      correctedBecause: each.why,
    })),
    url: absoluteUrl(to.remark(params.slug, number)),
  };
}

/** The public copy alone: no contacts, no words before they were blacked out, no account of the author. */
const remarkSelect = {
  id: true,
  number: true,
  kind: true,
  state: true,
  fit: true,
  point: true,
  channel: true,
  organisation: true,
  filedAt: true,
  reason: true,
  place: true,
  category: true,
  againstVersion: true,
  filing: { select: { number: true, isLate: true, _count: { select: { remarks: true } } } },
  operations: {
    orderBy: { seq: 'asc' },
    select: {
      op: true,
      clauseId: true,
      quote: true,
      before: true,
      after: true,
      rest: true,
      carriedAfter: true,
      fit: true,
      targetClauseId: true,
      clause: { select: { code: true } },
      target: { select: { code: true } },
    },
  },
  supports: { select: { stance: true } },
  rulings: { select: rulingSelect },
} as const satisfies Prisma.RemarkSelect;
type RemarkRow = Prisma.RemarkGetPayload<{ select: typeof remarkSelect }>;

function viewRemark(row: RemarkRow, places: FiledPlaces, context: In): z.input<typeof remark> {
  const state = row.state as RemarkState;
  const { ruling: made, earlier } = inForceOf(row.rulings);
  const objections = row.supports.filter(({ stance }) => stance === 'objection').length;
  return {
    id: row.id,
    number: row.number,
    kind: row.kind === 'amendment' ? 'amendment' : 'remark',
    state,
    stateLabel: context.t(stateKeys[state]),
    fit: row.fit as Fit,
    filing: { number: row.filing.number, point: row.point, points: row.filing._count.remarks },
    channel: row.channel,
    filedBy: filerOf({ channel: row.channel, isOrganisation: row.organisation !== null }),
    isLate: row.filing.isLate,
    author: row.organisation
      ? { kind: 'organisation', name: row.organisation, nameConfirmed: !isGiven(row.channel) }
      : { kind: 'person', name: null, nameConfirmed: null },
    filedAt: row.filedAt.toISOString(),
    reason: row.reason,
    place: row.place,
    category: row.category,
    againstVersion: row.againstVersion,
    changes: row.operations.map(({ clauseId, targetClauseId, clause, target, op, fit, ...words }) => ({
      ...words,
      op: op as OperationKind,
      fit: fit as Fit,
      clause: clause.code,
      citation: places.now(clauseId),
      citationAsFiled: places.of(clauseId, row.againstVersion).filed,
      targetAsFiled: targetClauseId === null ? null : places.of(targetClauseId, row.againstVersion).filed,
      target: target?.code ?? null,
    })),
    supports: row.supports.length - objections,
    objections,
    ruling: made ? viewRuling(made, earlier, row.number, context) : null,
    url: absoluteUrl(context.to.remark(context.params.slug, row.number)),
  };
}

const listRemarks = endpoint({
  id: 'listRemarks',
  path: '/consultations/{slug}/remarks',
  tag: 'consultations',
  summary: 'api.op.listRemarks',
  params: z.object({ slug }),
  query: listQuery.extend({ state: z.enum(remarkStates).optional(), kind: z.enum(['remark', 'amendment']).optional() }),
  answer: remarkList,
  run: async (context) => {
    const { state, kind } = context.query;
    const draft = await loadDraft(context.db, { slug: context.params.slug });
    const last = after(context.query, z.tuple([z.int()]));
    const rows = await context.db.remark.findMany({
      where: {
        consultationId: draft.consultationId,
        ...(state ? { state } : {}),
        ...(kind ? { kind } : {}),
        ...(last ? { number: { gt: last[0] } } : {}),
      },
      orderBy: { number: 'asc' },
      take: context.query.limit + 1,
      select: remarkSelect,
    });
    const places = await filedPlaces(
      context.db,
      draft,
      rows.map(({ againstVersion }) => againstVersion),
    );
    return listAnswer(`/consultations/${context.params.slug}/remarks`, context, rows, {
      key: (row) => [row.number],
      view: (row) => viewRemark(row, places, context),
    });
  },
});

const getRemark = endpoint({
  id: 'getRemark',
  path: '/consultations/{slug}/remarks/{number}',
  tag: 'consultations',
  summary: 'api.op.getRemark',
  params: z.object({ slug, number: z.coerce.number().int().min(1).max(2_000_000_000).meta({ example: 4 }) }),
  query: langQuery,
  answer: remark,
  run: async (context) => {
    const draft = await loadDraft(context.db, { slug: context.params.slug });
    const row = await context.db.remark.findFirst({
      where: { consultationId: draft.consultationId, number: context.params.number },
      select: remarkSelect,
    });
    if (!row) throw notFound('no such remark');
    return viewRemark(row, await filedPlaces(context.db, draft, [row.againstVersion]), context);
  },
});

const listRulings = endpoint({
  id: 'listRulings',
  path: '/consultations/{slug}/rulings',
  tag: 'consultations',
  summary: 'api.op.listRulings',
  params: z.object({ slug }),
  query: listQuery.extend({ decision: z.enum(decisions).optional() }),
  answer: rulingList,
  run: async (context) => {
    const { id } = await consultationBySlug(context.db, context.params.slug);
    const last = after(context.query, z.tuple([z.uuid()]));
    const rows = await context.db.ruling.findMany({
      where: {
        consultationId: id,
        ...inForce,
        ...(context.query.decision ? { decision: context.query.decision } : {}),
        ...(last ? { id: { gt: last[0] } } : {}),
      },
      orderBy: { id: 'asc' },
      take: context.query.limit + 1,
      select: { ...rulingSelect, remark: { select: { number: true, rulings: { select: rulingSelect } } } },
    });
    return listAnswer(`/consultations/${context.params.slug}/rulings`, context, rows, {
      key: (row) => [row.id],
      view: (row) => viewRuling(row, inForceOf(row.remark.rulings).earlier, row.remark.number, context),
    });
  },
});

export const remarkEndpoints = [listRemarks, getRemark, listRulings];
