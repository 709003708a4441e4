import { changedPairs } from './changed-units.ts';
import { nextTextOf } from '#app/drafting/acts/next-text.server.ts';
import { requireLimit } from '#app/limits/take-limit.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Locale } from '#app/i18n/locale.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import { loadDecidables } from './load-decidable.server.ts';
import { loadDeskHead, type DeskHeadFacts } from './desk.server.ts';
import type { Decidable } from './load-decidable.server.ts';
import { planOfOne } from './plan-ruling.server.ts';
import type { NeighbourMark } from '../acts/neighbour-marks.ts';
import { acceptedWithMarks, marksOf } from './preview-ruling.server.ts';
import type { RulingField } from './ruling-page.server.ts';
import { decisionsFor, type FinalText } from './ruling-plan.ts';
import { runTask } from '#app/workers/run-task.server.ts';
import type { ChangedUnit } from './changed-units.ts';
import { readStoredFinals } from './draft-input.ts';
import { liveDraftStates } from '../state/draft-state.ts';
import type { Told } from '../told/told.ts';
import { toldOf } from '../told/told-authors.server.ts';
import { loadGroupPage, type GroupPage } from './group-page.server.ts';
import { asksTheSame, leadFirst } from './rule-group.server.ts';
import { viewChangedUnits } from './ruling-tasks.server.ts';
import { isOneAnswer } from './shared-answer.server.ts';

export type OfficeGroup = {
  desk: DeskHeadFacts;
  page: GroupPage;
  revision: number;
  /** How the authors were told that their remarks are in it. */
  told: Told;
  version: number;
  /** Open members with their revisions. */
  open: { number: number; revision: number }[];
  /** Whose wording the group's ruling takes. */
  lead: number | null;
  /** Open members that ask for another change than the lead: the group cannot be accepted as it is. */
  different: number[];
  decisions: Decision[];
  fields: RulingField[];
  anchors: { id: string; citation: string }[];
  result: { decision: Decision; units: ChangedUnit[]; marks: (NeighbourMark & { citation: string })[] } | null;
  /** Handed in for all members by one official, and whether the viewer may approve it. */
  waiting: (GroupAnswer & { draftedByName: string; isOwn: boolean }) | null;
  /** The viewer's own answer to all members, kept in any state. */
  own: (GroupAnswer & { state: string }) | null;
};

type GroupAnswer = {
  decision: Decision;
  reason: string;
  finals: { seq: number; text: string; anchorId: string | null; rest?: string }[];
};

type Input = {
  viewer: Viewer;
  slug: string;
  number: number;
  page: number;
  locale: Locale;
  asked?: { decision: Decision; finals: ReadonlyMap<number, FinalText> } | null;
};

/** A group on the office's desk. For people who are not officials here it does not exist. */
export async function loadOfficeGroup(db: Db, input: Input): Promise<OfficeGroup> {
  const { draft, scope: _scope, ...desk } = await loadDeskHead(db, input);
  if (input.asked) await requireLimit(db, 'office-preview', { person: input.viewer.id });
  const page = await loadGroupPage(db, {
    slug: input.slug,
    number: input.number,
    page: input.page,
    locale: input.locale,
    draft,
  });
  const group = await db.remarkGroup.findFirstOrThrow({
    where: { consultationId: draft.consultationId, number: input.number },
    select: { id: true, revision: true, createdAt: true },
  });
  const rows = await db.remark.findMany({
    where: { consultationId: draft.consultationId, groupId: group.id, state: 'open' },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, revision: true },
  });
  const loaded = await loadDecidables(db, {
    viewer: input.viewer,
    slug: input.slug,
    numbers: rows.map(({ number }) => number),
    text: draft,
  });
  const [lead, ...others] = leadFirst(loaded);
  const citations = citationsByClause(draft.units);
  const decisions = lead
    ? decisionsFor(lead.remark).filter((decision) =>
        loaded.every(({ remark }) => decision === 'accepted' || decisionsFor(remark).includes(decision)),
      )
    : [];
  const asked = input.asked ?? (lead && decisions.includes('accepted') ? await acceptedWithMarks(lead) : null);
  return {
    desk,
    page,
    revision: group.revision,
    told: await toldOf(db, draft.consultationId, { kind: 'grouped', id: group.id, at: group.createdAt }),
    version: draft.version,
    open: rows.map(({ number, revision }) => ({ number, revision })),
    lead: lead?.remark.number ?? null,
    different: lead ? others.filter((other) => !asksTheSame(lead, other)).map(({ remark }) => remark.number) : [],
    decisions,
    fields: (lead?.operations ?? []).map(({ seq, op, fit, current, after, rest, clauseId }) => ({
      seq,
      op,
      fit,
      current,
      rest: op === 'split' ? (rest ?? '') : null,
      citation: citations.get(clauseId) ?? '',
      draft: after ?? current ?? '',
    })),
    anchors: lead?.operations.some(({ current }) => current === null)
      ? draft.units.map(({ clauseId }) => ({ id: clauseId, citation: citations.get(clauseId) ?? '' }))
      : [],
    result: lead && asked ? await resultOf(lead, asked) : null,
    ...(lead
      ? await keptAnswers(db, { lead, members: loaded, viewerId: input.viewer.id })
      : { waiting: null, own: null }),
  };
}

async function resultOf(
  lead: Decidable,
  asked: { decision: Decision; finals: ReadonlyMap<number, FinalText> },
): Promise<OfficeGroup['result']> {
  const plan = await planOfOne({ decidable: lead, ...asked });
  if (!plan.ok) return null;
  const next = await nextTextOf(lead.draft, plan.changes);
  const citations = citationsByClause(lead.draft.units);
  return {
    decision: asked.decision,
    marks: (await marksOf({ decidable: lead, ...asked })).map((mark) => ({
      ...mark,
      citation: citations.get(mark.clauseId) ?? '',
    })),
    units: next.ok
      ? await runTask(viewChangedUnits, changedPairs(lead.draft.units, next.value.units, plan.changes))
      : [],
  };
}

/** The same answer kept for every open member by one official: handed in by anybody, or the viewer's own. */
async function keptAnswers(
  db: Db,
  where: { lead: Decidable; members: readonly Decidable[]; viewerId: string },
): Promise<Pick<OfficeGroup, 'waiting' | 'own'>> {
  const drafts = await db.rulingDraft.findMany({
    where: {
      remarkId: { in: where.members.map(({ remark }) => remark.id) },
      OR: [{ state: 'waiting' }, { state: { in: [...liveDraftStates] }, draftedById: where.viewerId }],
    },
    orderBy: { id: 'asc' },
  });
  const answer = (some: readonly (typeof drafts)[number][]) => {
    for (const first of some.filter(({ remarkId }) => remarkId === where.lead.remark.id)) {
      const same = some.filter(({ draftedById, state }) => draftedById === first.draftedById && state === first.state);
      if (!isOneAnswer(where, new Map(same.map((each) => [each.remarkId, each])))) continue;
      return {
        draftedByName: first.draftedByName,
        isOwn: first.draftedById === where.viewerId,
        state: first.state,
        decision: first.decision as Decision,
        reason: first.reason,
        finals: [...readStoredFinals(first.finals)].map(([seq, final]) => ({ seq, ...final })),
      };
    }
    return null;
  };
  return {
    waiting: answer(drafts.filter(({ state }) => state === 'waiting')),
    own: answer(drafts.filter(({ draftedById }) => draftedById === where.viewerId)),
  };
}
