import { needsSecond } from '#app/drafting/office/gate.server.ts';
import { loadDraft } from '#app/drafting/acts/load-draft.server.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import { loadDecidables } from './load-decidable.server.ts';
import { sameWords } from '../remarks/proposal.ts';
import type { Decidable } from './load-decidable.server.ts';
import { planOfOne } from './plan-ruling.server.ts';
import { allOf, planTogether } from './plan-together.server.ts';
import type { FinalText, PlanError } from './ruling-plan.ts';
import { isOneAnswer, sharedFinals } from './shared-answer.server.ts';
import { approveWithin, closeApproved, tellDrafters, type ApproveError } from './approve-drafts.server.ts';
import type { CollectRefusal } from './basket-places.server.ts';
import { findGroup } from './change-group.server.ts';
import { collectDrafts } from './collect-drafts.server.ts';
import { handInDrafts } from './hand-in-drafts.server.ts';
import { ownWords, type MemberWords } from './keep-own-words.server.ts';
import { refusable } from '#app/errors/refused.ts';
import { readStoredFinals } from './draft-input.ts';
import { officeWrite, type OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import { wroteTheSame } from './own-words.server.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';
import { writeRulings, type Signature } from './write-rulings.server.ts';

export type RuleGroup = {
  viewer: Viewer;
  slug: string;
  group: number;
  /** Revision of the group on the page: an author who leaves raises it. */
  groupRevision: number;
  decision: Decision;
  reason: string;
  /** Other words, by `seq` of the operations of the group's first amendment; approving takes those of the draft. */
  finals: ReadonlyMap<number, FinalText>;
  againstVersion: number;
  /** Open members on the page with their revisions. */
  members: ReadonlyMap<number, number>;
  /** `collect` and `approve-collect` put the answers with those that are released together. */
  step: 'decide' | 'hand-in' | 'approve' | 'collect' | 'approve-collect';
  now?: Date;
};

export type RuleGroupError =
  | RulingRefusal
  | PlanError
  | CollectRefusal
  | ApproveError
  | { code: 'four-eyes' }
  | { code: 'not-allowed' }
  /** Members on which the official keeps a ruling in words of their own. */
  | { code: 'own-words'; numbers: number[] }
  /** Members that ask for another change than the first. */
  | { code: 'not-same-change'; numbers: number[] };
export type RuleGroupResult =
  | { ok: true; value: { version: number | null; numbers: number[] } }
  | { ok: false; error: RuleGroupError };

/**
 * Answers all open remarks of a group at once: each gets its own ruling with the same words and its own letter, the text changes
 * once. With four eyes the same is handed in as one draft for each, which another official approves here. Refused (`moved`)
 * when anybody joined, left or was answered since the page was made.
 */
export async function ruleGroup(db: Db, input: RuleGroup): Promise<RuleGroupResult> {
  return refusable(() => ruleLocked(db, input));
}

async function ruleLocked(db: Db, input: RuleGroup): Promise<RuleGroupResult> {
  const isApproval = input.step === 'approve' || input.step === 'approve-collect';
  return officeWrite(db, input, async (tx, consultation): Promise<RuleGroupResult> => {
    const group = await findGroup(tx, consultation, input.group);
    const loaded = await loadMembers(tx, input, { consultation, groupId: group.id });
    if (loaded.length === 0) return { ok: false, error: { code: 'decided' } };
    if (group.revision !== input.groupRevision || !isAsSeen(input, loaded))
      return { ok: false, error: { code: 'moved' } };
    const [lead, ...others] = leadFirst(loaded) as [Decidable, ...Decidable[]];
    const refusal = loaded
      .map((each) => refusalOf({ ...input, remarkRevision: each.remark.revision }, each))
      .find((each) => each !== null);
    if (refusal) return { ok: false, error: refusal };
    const handedIn = isApproval
      ? await handedInDrafts(tx, input, { consultation, ids: loaded.map(({ remark }) => remark.id) })
      : [];
    const notHandedIn = isApproval ? refuseHandedIn({ lead, loaded, handedIn }) : null;
    if (notHandedIn) return { ok: false, error: notHandedIn };
    // What is approved are the words that were handed in, whatever the form says.
    const finals = isApproval
      ? readStoredFinals(handedIn.find(({ remarkId }) => remarkId === lead.remark.id)?.finals ?? {})
      : input.finals;
    const plan = await planOfOne({ decidable: lead, decision: input.decision, finals });
    if (!plan.ok) return { ok: false, error: plan.error };
    const different =
      input.decision === 'accepted'
        ? others.filter((other) => !asksTheSame(lead, other)).map(({ remark }) => remark.number)
        : [];
    if (different.length > 0) return { ok: false, error: { code: 'not-same-change', numbers: different } };
    const numbers = loaded.map(({ remark }) => remark.number);
    if (input.step === 'hand-in' || input.step === 'collect') {
      const members = loaded.map((each) => ({ decidable: each, finals: sharedFinals(input.finals, lead, each) }));
      const refused = await keep(tx, input, { consultation, lead, members });
      return refused ? { ok: false, error: refused } : { ok: true, value: { version: null, numbers } };
    }
    if (input.step === 'approve-collect') {
      const drafts = handedIn.map(({ id, revision }) => ({ id, revision }));
      return { ok: true, value: await approveWithin(tx, { ...input, drafts, step: 'collect' }, consultation) };
    }
    const signed = await sign(tx, input, { consultation, handedIn });
    if (!signed.ok) return signed;
    const { version } = await writeRulings(tx, {
      draft: lead.draft,
      changes: plan.changes,
      rulings: [lead, ...others].map(({ remark }) => ({
        signature: signed.signature,
        remark,
        changes: allOf(plan.changes),
        finals: plan.finals,
        decision: input.decision,
        reason: input.reason,
      })),
      kind: 'group',
      groupId: group.id,
      actorId: input.viewer.id,
      approvedDraftIds: signed.draftIds,
      now: input.now ?? new Date(),
    });
    await recordEvent(tx, {
      teryt: consultation.teryt,
      consultationId: consultation.id,
      kind: 'group-decided',
      actorId: input.viewer.id,
      subject: { type: 'group', id: group.id },
      data: { group: group.number, decision: input.decision, members: numbers.length, version },
    });
    return { ok: true, value: { version, numbers } };
  });
}

async function loadMembers(
  tx: Db,
  input: RuleGroup,
  { consultation, groupId }: { consultation: OfficeConsultation; groupId: string },
): Promise<Decidable[]> {
  const rows = await tx.remark.findMany({
    where: { consultationId: consultation.id, teryt: consultation.teryt, groupId, state: 'open' },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  const text = await loadDraft(tx, { id: consultation.id });
  return loadDecidables(tx, {
    viewer: input.viewer,
    slug: input.slug,
    numbers: rows.map(({ number }) => number),
    text,
  });
}

function isAsSeen({ members }: RuleGroup, loaded: readonly Decidable[]): boolean {
  return members.size === loaded.length && loaded.every(({ remark }) => members.get(remark.number) === remark.revision);
}

/** The first amendment speaks for the group; without one the first remark does. */
export function leadFirst<T extends { remark: { number: number }; operations: readonly { op: string }[] }>(
  members: readonly T[],
): T[] {
  const lead = members.find(({ operations }) => operations.some(({ op }) => op !== 'none')) ?? members[0];
  return lead ? [lead, ...members.filter((each) => each !== lead)] : [];
}

/** A remark without wording goes along with any change; an amendment only with its own. */
export function asksTheSame(lead: Pick<Decidable, 'operations'>, other: Pick<Decidable, 'operations'>): boolean {
  const wanted = other.operations.filter(({ op }) => op !== 'none');
  if (wanted.length === 0) return true;
  const first = lead.operations.filter(({ op }) => op !== 'none');
  return (
    wanted.length === first.length &&
    wanted.every((operation) =>
      first.some(
        (own) =>
          own.op === operation.op &&
          own.clauseId === operation.clauseId &&
          own.fit === operation.fit &&
          own.targetId === operation.targetId &&
          sameWords(own.rest ?? '', operation.rest ?? '') &&
          sameWords(own.after ?? '', operation.after ?? ''),
      ),
    )
  );
}

/** The answer kept for every member in the official's own draft: handed in, or collected. */
async function keep(
  tx: Db,
  input: RuleGroup,
  {
    consultation,
    lead,
    members,
  }: { consultation: OfficeConsultation; lead: Decidable; members: readonly MemberWords[] },
): Promise<RuleGroupError | null> {
  const { viewer, decision, reason } = input;
  const isCollected = input.step === 'collect';
  if (isCollected && (await needsSecond(tx, consultation, { viewer, write: 'group-ruling' })))
    return { code: 'four-eyes' };
  const numbers = await ownWords(tx, { viewer, consultation, decision, reason, members, lead });
  if (numbers.length > 0) return { code: 'own-words', numbers };
  if (!isCollected) {
    await handInDrafts(tx, input, { consultation, members });
    return null;
  }
  // Collected ones are made each by itself when they are released.
  const planned = await planTogether(
    members[0]!.decidable.draft,
    members.map((each) => ({ ...each, decision })),
  );
  if (!planned.ok) return { code: 'not-same-change', numbers: planned.error.remarks.map(({ number }) => number) };
  return collectDrafts(tx, input, { consultation, members });
}

/** Why what was handed in does not answer the group as it is. */
function refuseHandedIn({
  lead,
  loaded,
  handedIn,
}: {
  lead: Decidable;
  loaded: readonly Decidable[];
  handedIn: readonly HandedIn[];
}): { code: 'not-allowed' } | { code: 'moved' } | null {
  if (handedIn.length === 0 || new Set(handedIn.map(({ remarkId }) => remarkId)).size !== loaded.length)
    return { code: 'not-allowed' };
  const isStale = handedIn.some(
    (draft) => loaded.find(({ remark }) => remark.id === draft.remarkId)?.remark.revision !== draft.remarkRevision,
  );
  if (isStale) return { code: 'moved' };
  // Words that were written for one of them alone are approved on its own page.
  const drafts = new Map(handedIn.map((draft) => [draft.remarkId, draft]));
  return isOneAnswer({ lead, members: loaded }, drafts) ? null : { code: 'not-allowed' };
}

type Signed = { ok: true; signature: Signature; draftIds: string[] } | { ok: false; error: RuleGroupError };

/** Who answers for it. Approving closes the drafts of all members, handed in by one official other than the viewer. */
async function sign(
  tx: Db,
  input: RuleGroup,
  { consultation, handedIn }: { consultation: OfficeConsultation; handedIn: readonly HandedIn[] },
): Promise<Signed> {
  const { viewer, step } = input;
  const madeBy = { id: viewer.id, name: viewer.displayName };
  if (step !== 'approve')
    return (await needsSecond(tx, consultation, { viewer, write: 'group-ruling' }))
      ? { ok: false, error: { code: 'four-eyes' } }
      : { ok: true, signature: { madeBy, draftedBy: null }, draftIds: [] };
  const [first] = handedIn;
  if (!first) return { ok: false, error: { code: 'not-allowed' } };
  for (const draft of handedIn)
    if (await wroteTheSame(tx, { viewerId: viewer.id, draft })) return { ok: false, error: { code: 'not-allowed' } };
  for (const draft of handedIn) await closeApproved(tx, { viewer, consultation, draft });
  await tellDrafters(tx, input, {
    consultation,
    drafts: handedIn.map((draft) => ({ ...draft, number: draft.remark.number })),
  });
  return {
    ok: true,
    signature: { madeBy, draftedBy: { id: first.draftedById, name: first.draftedByName } },
    draftIds: handedIn.map(({ id }) => id),
  };
}

type HandedIn = Awaited<ReturnType<typeof handedInDrafts>>[number];

/** Drafts of one official other than the viewer, with the decision and reason on the page. */
async function handedInDrafts(
  tx: Db,
  { viewer, decision, reason }: RuleGroup,
  { consultation, ids }: { consultation: OfficeConsultation; ids: readonly string[] },
) {
  const drafts = await tx.rulingDraft.findMany({
    where: {
      teryt: consultation.teryt,
      consultationId: consultation.id,
      remarkId: { in: [...ids] },
      state: 'waiting',
      decision,
      reason,
      draftedById: { not: viewer.id },
    },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      remarkId: true,
      revision: true,
      remarkRevision: true,
      draftedById: true,
      draftedByName: true,
      decision: true,
      reason: true,
      finals: true,
      createdAt: true,
      remark: { select: { number: true } },
    },
  });
  return drafts.filter(({ draftedById }) => draftedById === drafts[0]?.draftedById);
}
