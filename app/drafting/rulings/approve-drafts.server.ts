import { loadDraft, loadUnits, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Decision } from '#app/drafting/state/remark-state.ts';
import type { Db } from '#app/db/client.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { loadDecidable, type Decidable } from './load-decidable.server.ts';
import { placesFor, type CollectRefusal } from './basket-places.server.ts';
import { planTogether, type PlannedTogether } from './plan-together.server.ts';
import { releaseTogether } from './release-together.server.ts';
import { recordEvent } from '#app/record/record-event.server.ts';
import type { PlanError } from './ruling-plan.ts';
import { readStoredFinals } from './draft-input.ts';
import { mayDo, type DraftState } from '../state/draft-state.ts';
import { officeWrite, type OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import { tellApproved } from '#app/drafting/office/tell-officials.server.ts';
import { Refused, refusable } from '#app/errors/refused.ts';
import { wroteTheSame } from './own-words.server.ts';
import { refusalOf, type RulingRefusal } from './ruling-refusal.ts';

export type ApproveDrafts = {
  viewer: Viewer;
  slug: string;
  /** Drafts as they were on the page, in the order in which they change the text. */
  drafts: readonly { id: string; revision: number }[];
  /** Version of the text on the page. */
  againstVersion: number;
  /** Released at once, or collected to be released with others. */
  step?: 'release' | 'collect';
  now?: Date;
};

/** `changed`: text or remark are not as the author of the draft saw them; `contradict`: it cannot stand in one text with these others. */
export type ApproveError = { number: number } & (
  | RulingRefusal
  | PlanError
  | { code: 'changed' }
  | { code: 'draft-moved' }
  | { code: 'not-allowed' }
  | { code: 'contradict'; others: number[] }
  | CollectRefusal
);
export type ApproveResult =
  | { ok: true; value: { version: number | null; numbers: number[] } }
  | { ok: false; error: ApproveError };

/**
 * Another official approves drafts of rulings: each becomes a ruling that names who drafted and who approved it, all or
 * none and in one version; or all of them are collected, to be released with others. Refused where the text or the remark is no longer
 * what the author of the draft saw.
 */
export async function approveDrafts(db: Db, input: ApproveDrafts): Promise<ApproveResult> {
  return refusable(() =>
    officeWrite(db, input, async (tx, consultation): Promise<ApproveResult> => ({
      ok: true,
      value: await approveWithin(tx, input, consultation),
    })),
  );
}

/** The same within a transaction that holds the lock of the consultation; throws `Refused` with an `ApproveError`. */
export async function approveWithin(
  tx: Db,
  input: ApproveDrafts,
  consultation: OfficeConsultation,
): Promise<{ version: number | null; numbers: number[] }> {
  const { step = 'release' } = input;
  const text = await loadDraft(tx, { id: consultation.id });
  const checked: Checked[] = [];
  for (const draft of input.drafts) checked.push(await check(tx, input, { consultation, draft, text }));
  requireOneEach(checked);
  const numbers = checked.map(({ decidable }) => decidable.remark.number);
  const planned = await planTogether(
    text,
    checked.map(({ row, decidable }) => ({
      decidable,
      decision: row.decision as Decision,
      finals: readStoredFinals(row.finals),
    })),
  );
  if (!planned.ok) {
    const [{ number, error }] = planned.error.remarks as [{ number: number; error: PlanError }];
    throw new Refused<ApproveError>({ number, ...error });
  }
  if (step === 'collect') await collectApproved(tx, input, { consultation, checked });
  const version =
    step === 'collect' ? null : await release(tx, input, { consultation, checked, text, plan: planned.value });
  await tellDrafters(tx, input, {
    consultation,
    isCollected: step === 'collect',
    drafts: checked.map(({ row }) => ({ ...row, number: row.remark.number })),
  });
  return { version, numbers };
}

/** At least one draft, and of a remark one alone: of competing drafts none is approved in passing. */
function requireOneEach(checked: readonly Checked[]): void {
  if (checked.length === 0) throw notFound('no draft was named');
  const seen = new Set<string>();
  for (const { row } of checked) {
    if (seen.has(row.remarkId)) throw new Refused<ApproveError>({ number: row.remark.number, code: 'not-allowed' });
    seen.add(row.remarkId);
  }
}

type Approving = { consultation: OfficeConsultation; checked: readonly Checked[] };

async function release(
  tx: Db,
  { viewer, now = new Date() }: ApproveDrafts,
  { consultation, checked, text, plan }: Approving & { text: Draft; plan: PlannedTogether },
): Promise<number | null> {
  const [conflict] = plan.conflicts;
  if (conflict) {
    const [number = 0, ...others] = new Set(conflict.sides.map((side) => side.number));
    throw new Refused<ApproveError>({ number, code: 'contradict', others });
  }
  for (const { row } of checked) await closeApproved(tx, { viewer, consultation, draft: row });
  const { version } = await releaseTogether(tx, {
    viewer,
    consultation,
    draft: text,
    plan,
    rulings: checked.map(({ row, decidable: { remark } }) => ({
      signature: {
        madeBy: { id: viewer.id, name: viewer.displayName },
        draftedBy: { id: row.draftedById, name: row.draftedByName },
      },
      remark,
      decision: row.decision as Decision,
      decisionWords: row.decisionWords,
      reason: row.reason,
    })),
    approvedDraftIds: checked.map(({ row }) => row.id),
    now,
  });
  return version;
}

/** Approved as they are, and not in force before they are released. */
async function collectApproved(
  tx: Db,
  { viewer, now = new Date() }: ApproveDrafts,
  { consultation, checked }: Approving,
): Promise<void> {
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  const remarks = checked.map(({ decidable }) => decidable.remark);
  const places = await placesFor(tx, { consultation, viewerId: null, remarks });
  if (!places.ok) throw new Refused<ApproveError>({ number: remarks[0]?.number ?? 0, ...places.error });
  for (const { row } of checked) {
    await tx.rulingDraft.updateMany({
      where: { id: row.id, ...owner, state: 'waiting', revision: row.revision },
      data: {
        state: 'collected',
        place: places.value.get(row.remarkId)!,
        reviewedById: viewer.id,
        reviewedByName: viewer.displayName,
        revision: { increment: 1 },
      },
    });
    await recordEvent(tx, {
      ...owner,
      kind: 'draft-collected',
      actorId: viewer.id,
      subject: { type: 'draft', id: row.id },
      data: { remark: row.remarkId, approved: true },
      at: now,
    });
  }
}

type Approved = { id: string; revision: number; draftedById: string; number: number };

/** One letter to each who drafted, however many drafts were approved at once. */
export async function tellDrafters(
  tx: Db,
  { viewer, now }: { viewer: Viewer; now?: Date },
  {
    consultation,
    drafts,
    isCollected = false,
  }: { consultation: OfficeConsultation; drafts: readonly Approved[]; isCollected?: boolean },
): Promise<void> {
  for (const draftedById of new Set(drafts.map((draft) => draft.draftedById))) {
    const theirs = drafts.filter((draft) => draft.draftedById === draftedById);
    await tellApproved(tx, {
      consultation,
      drafts: { kind: 'rulings', numbers: theirs.map(({ number }) => number), isCollected },
      by: viewer,
      event: `${theirs[0]?.id}:${(theirs[0]?.revision ?? 0) + 1}`,
      draftedById,
      ...(now ? { now } : {}),
    });
  }
}

type Checked = { row: DraftRow; decidable: Decidable };
type DraftRow = NonNullable<Awaited<ReturnType<typeof findDraft>>>;

function findDraft(tx: Db, where: { id: string; consultationId: string; teryt: string }) {
  return tx.rulingDraft.findFirst({ where, include: { remark: { select: { number: true } } } });
}

/** Everything that can be wrong, before anything is written. */
async function check(
  tx: Db,
  input: ApproveDrafts,
  step: { consultation: OfficeConsultation; draft: { id: string; revision: number }; text: Draft },
): Promise<Checked> {
  const {
    consultation: { id: consultationId, teryt },
    text,
  } = step;
  const row = await findDraft(tx, { id: step.draft.id, consultationId, teryt });
  if (!row) throw notFound('no such draft');
  const { number } = row.remark;
  const decidable = await loadDecidable(tx, { viewer: input.viewer, slug: input.slug, number, text });
  const late = refusalOf(
    { ...seenBy(row), againstVersion: text.version, remarkRevision: decidable.remark.revision },
    decidable,
  );
  if (late) throw new Refused<ApproveError>({ number, ...late });
  if (row.revision !== step.draft.revision) throw new Refused<ApproveError>({ number, code: 'draft-moved' });
  const isOwn =
    row.draftedById === input.viewer.id || (await wroteTheSame(tx, { viewerId: input.viewer.id, draft: row }));
  if (!mayDo('approve', { state: row.state as DraftState, isOwn }))
    throw new Refused<ApproveError>({ number, code: 'not-allowed' });
  if (text.version !== input.againstVersion) throw new Refused<ApproveError>({ number, code: 'moved' });
  if (await hasChanged(tx, { row, decidable })) throw new Refused<ApproveError>({ number, code: 'changed' });
  return { row, decidable };
}

const seenBy = (row: DraftRow) => ({ decision: row.decision as Decision, reason: row.reason });

/** Whether the remark or the words it is about differ from what the author of the draft had before them. */
export async function hasChanged(
  db: Db,
  { row, decidable }: { row: Pick<DraftRow, 'remarkRevision' | 'againstVersion'>; decidable: Decidable },
): Promise<boolean> {
  const { draft, remark, operations } = decidable;
  if (row.remarkRevision !== remark.revision) return true;
  if (row.againstVersion === draft.version) return false;
  const then = await loadUnits(db, draft.consultationId, row.againstVersion);
  const wordsIn = (units: readonly DraftUnit[], id: string) => units.find((unit) => unit.clauseId === id)?.revisionId;
  return operations.some(({ clauseId }) => wordsIn(then, clauseId) !== wordsIn(draft.units, clauseId));
}

/** The draft has become a ruling: its last state and its line of the record. */
export async function closeApproved(
  tx: Db,
  {
    viewer,
    consultation,
    draft,
  }: { viewer: Viewer; consultation: OfficeConsultation; draft: { id: string; remarkId: string; revision: number } },
): Promise<void> {
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  await tx.rulingDraft.updateMany({
    where: { id: draft.id, ...owner, state: 'waiting', revision: draft.revision },
    data: {
      state: 'approved',
      reviewedById: viewer.id,
      reviewedByName: viewer.displayName,
      revision: { increment: 1 },
    },
  });
  await recordEvent(tx, {
    ...owner,
    kind: 'draft-approved',
    actorId: viewer.id,
    subject: { type: 'draft', id: draft.id },
    data: { remark: draft.remarkId },
  });
}
