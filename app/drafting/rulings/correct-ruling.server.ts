import { v7 as uuidv7 } from 'uuid';
import { loadDraft, loadUnits, type Draft } from '#app/drafting/acts/load-draft.server.ts';
import { unitsOfChanges } from '#app/drafting/acts/touched-units.ts';
import { writeVersion } from '#app/drafting/acts/write-version.server.ts';
import { needsSecond, type Approves } from '#app/drafting/office/gate.server.ts';
import { officeWrite, type OfficeConsultation } from '#app/drafting/office/office-write.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import type { Viewer } from '#app/people/viewer.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { citationsByClause } from '../acts/clause-names.ts';
import type { CarriedRemark } from '../carry/carry-plan.ts';
import { carryRemarks, writeCarried } from '../carry/carry-remarks.server.ts';
import { sendCorrections, type ChangedWords } from '../carry/letters.server.ts';
import { notedChanges } from '../carry/noted-changes.ts';
import { tellFits } from '../carry/tell-fits.server.ts';
import type { RemarkKind } from '../state/remark.ts';
import { changesText, inForce, type Decision } from '../state/remark-state.ts';
import { worstFit, type Fit } from '../state/remark.ts';
import type { CorrectionError, CorrectionPlan } from './correction-plan.ts';
import { loadChain, planOn, type ChainedRuling } from './ruling-chain.server.ts';
import { decisionsFor, type FinalText } from './ruling-plan.ts';
import { changedWords } from './write-rulings.server.ts';

export type CorrectRuling = {
  viewer: Viewer;
  slug: string;
  number: number;
  decision: Decision;
  reason: string;
  /** Why it is corrected; everybody reads it beside both versions. */
  why: string;
  /** Other words than proposed, by `seq` of the operation. */
  finals: ReadonlyMap<number, FinalText>;
  /** The ruling and the version of the text that were on the page. */
  ruling: string;
  againstVersion: number;
  now?: Date;
  /** The draft that this brings into force, under four eyes. */
  approves?: Approves;
};

export type CorrectRulingError =
  | CorrectionError
  | { code: 'moved' }
  | { code: 'why-required' }
  | { code: 'reason-required' }
  | { code: 'nothing-changed' }
  | { code: 'not-possible' }
  | { code: 'sent' }
  | { code: 'four-eyes' };
export type CorrectRulingResult =
  | { ok: true; value: { ruling: string; version: number | null; numbers: number[] } }
  | { ok: false; error: CorrectRulingError };

/**
 * Corrects a ruling: another reason, or another decision with what follows for the text, and why. The earlier ruling stays as it was
 * beside the new one. What it brought into the text is taken out by the same engine that carries amendments, never over words that were
 * written since (`conflict`). A shared response is corrected for all it was given to. After a report was closed it stands among that
 * report's corrections, and the closed one as it was.
 */
export async function correctRuling(db: Db, input: CorrectRuling): Promise<CorrectRulingResult> {
  return officeWrite(db, input, async (tx, consultation): Promise<CorrectRulingResult> => {
    const planned = await planTheCorrection(tx, consultation, input);
    if (!planned.ok) return planned;
    if (await needsSecond(tx, consultation, { ...input, write: 'ruling-correction' }))
      return { ok: false, error: { code: 'four-eyes' } };
    return { ok: true, value: await write(tx, { input, consultation, correction: planned.value }) };
  });
}

type Member = {
  remark: {
    id: string;
    number: number;
    kind: RemarkKind;
    fit: Fit;
    revision: number;
    authorId: string | null;
    operations: { id: string; fit: string }[];
  };
  ruling: ChainedRuling;
};

type Correction = {
  draft: Draft;
  /** All that the ruling was given to, the remark whose words it is about first. */
  members: [Member, ...Member[]];
  /** Null where words of the ruling alone change. */
  plan: Extract<CorrectionPlan, { ok: true }> | null;
};
type Planned = { ok: true; value: Correction } | { ok: false; error: CorrectRulingError };

/** What a correction would do, checked against what stands there now; reads only. */
export async function planTheCorrection(
  db: Db,
  consultation: Pick<OfficeConsultation, 'id' | 'teryt' | 'sentAt' | 'adoptedOn'>,
  input: Pick<CorrectRuling, 'number' | 'decision' | 'reason' | 'why' | 'finals' | 'ruling' | 'againstVersion'>,
): Promise<Planned> {
  const refuse = (error: CorrectRulingError): Planned => ({ ok: false, error });
  const draft = await loadDraft(db, { id: consultation.id });
  const found = await db.ruling.findFirst({
    where: { consultationId: consultation.id, remark: { number: input.number }, ...inForce },
    select: { id: true },
  });
  if (!found) throw notFound('no ruling to correct');
  if (found.id !== input.ruling || draft.version !== input.againstVersion) return refuse({ code: 'moved' });
  const members = await membersOf(db, { consultationId: consultation.id, rulingId: found.id });
  const [lead] = members;
  const before = lead.ruling;
  const allowed = decisionsFor({ state: 'open', fit: 'unchanged', kind: lead.remark.kind });
  if (!allowed.includes(input.decision)) return refuse({ code: 'not-possible' });
  const isSameDecision =
    input.decision === before.decision && !(input.decision === 'accepted-in-part' && input.finals.size > 0);
  if (isSameDecision && input.reason === before.reason) return refuse({ code: 'nothing-changed' });
  if (input.reason === '') return refuse({ code: 'reason-required' });
  if (input.why === '') return refuse({ code: 'why-required' });
  if (isSameDecision) return { ok: true, value: { draft, members, plan: null } };
  const plan = await planOn(db, {
    consultationId: consultation.id,
    numbering: draft.numbering,
    chain: await loadChain(db, lead.remark.id),
    at: (version) => (version === draft.version ? draft.units : loadUnits(db, consultation.id, version)),
    version: draft.version,
    decision: input.decision,
    finals: input.finals,
  });
  if (!plan.ok) return plan;
  if (plan.changes.length > 0 && (consultation.sentAt || consultation.adoptedOn)) return refuse({ code: 'sent' });
  return { ok: true, value: { draft, members, plan } };
}

/** Everybody who was answered in one act; the remark whose words went into the text first. */
async function membersOf(
  db: Db,
  { consultationId, rulingId }: { consultationId: string; rulingId: string },
): Promise<[Member, ...Member[]]> {
  const { groupId, madeAt } = await db.ruling.findUniqueOrThrow({
    where: { id: rulingId },
    select: { groupId: true, madeAt: true },
  });
  const remarks = await db.remark.findMany({
    where: {
      consultationId,
      rulings: { some: groupId === null ? { id: rulingId } : { groupId, madeAt, ...inForce } },
    },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      kind: true,
      fit: true,
      revision: true,
      authorId: true,
      operations: { select: { id: true, fit: true, op: true } },
    },
  });
  const members: (Member & { chain: ChainedRuling[] })[] = [];
  for (const { kind, fit, ...remark } of remarks) {
    const chain = await loadChain(db, remark.id);
    members.push({ remark: { ...remark, kind: kind as RemarkKind, fit: fit as Fit }, ruling: chain.at(-1)!, chain });
  }
  const version = members[0]!.ruling.resultVersion;
  const made =
    version === null
      ? null
      : await db.version.findFirst({ where: { consultationId, number: version }, select: { rulingId: true } });
  const lead =
    members.find(({ chain }) => chain.some(({ id }) => id === made?.rulingId)) ??
    members.find(({ remark }) => remark.operations.some((each) => 'op' in each && each.op !== 'none')) ??
    members[0]!;
  return [lead, ...members.filter((each) => each !== lead)];
}

type Step = { input: CorrectRuling; consultation: OfficeConsultation; correction: Correction };

async function write(
  tx: Db,
  { input, consultation, correction }: Step,
): Promise<{ ruling: string; version: number | null; numbers: number[] }> {
  const { viewer, now = new Date() } = input;
  const { draft, members, plan } = correction;
  const owner = { teryt: consultation.teryt, consultationId: consultation.id };
  const draftedBy = await drafter(tx, input);
  const ids = new Map(members.map(({ remark }) => [remark.id, uuidv7()]));
  const rulingId = ids.get(members[0].remark.id)!;
  await bringToText(tx, { owner, correction, viewer, now });
  const version =
    plan && plan.changes.length > 0
      ? await writeVersion(tx, draft, plan.changes, {
          kind: 'ruling',
          rulingId,
          note: '',
          changes: notedChanges(plan.changes, citationsByClause(draft.units)),
          createdById: viewer.id,
          createdAt: now,
        })
      : null;
  if (plan && plan.changes.length > 0 && version === null)
    throw new Error(`the text of ${draft.slug} changed under the lock`);
  await tx.ruling.updateMany({
    where: { id: { in: members.map(({ ruling }) => ruling.id) }, ...owner, ...inForce },
    data: { replacedAt: now },
  });
  const after = version === null ? null : await loadUnits(tx, draft.consultationId, version);
  const units = after && plan ? unitsOfChanges(draft, plan.changes, after) : [];
  if (!units) throw new Error(`version ${version} of ${draft.slug} is not what was planned`);
  await tx.ruling.createMany({
    data: members.map(({ remark, ruling }) => ({
      id: ids.get(remark.id)!,
      ...owner,
      remarkId: remark.id,
      decision: input.decision,
      decisionWords: plan ? null : ruling.decisionWords,
      reason: input.reason,
      groupId: ruling.groupId,
      ...(plan
        ? Object.keys(plan.finals).length > 0
          ? { finalText: plan.finals }
          : {}
        : ruling.finalText === null
          ? {}
          : { finalText: ruling.finalText }),
      againstVersion: plan ? draft.version : ruling.againstVersion,
      resultVersion: plan ? version : ruling.resultVersion,
      clauseIds: plan ? [...new Set(units.flat())] : ruling.clauseIds,
      madeById: viewer.id,
      madeByName: viewer.displayName,
      draftedById: draftedBy?.id ?? null,
      draftedByName: draftedBy?.name ?? null,
      madeAt: now,
      correctsId: ruling.id,
      correctionReason: input.why,
    })),
  });
  for (const { remark } of members)
    await tx.remark.updateMany({
      where: { id: remark.id, ...owner },
      data: { state: input.decision, revision: { increment: 1 } },
    });
  await recordEvents(
    tx,
    members.map(({ remark, ruling }) => ({
      ...owner,
      kind: 'ruling-corrected',
      actorId: viewer.id,
      subject: { type: 'remark', id: remark.id },
      at: now,
      data: {
        number: remark.number,
        ruling: ids.get(remark.id)!,
        corrects: ruling.id,
        previous: ruling.decision,
        decision: input.decision,
        version: plan ? version : ruling.resultVersion,
        ...(draftedBy ? { draftedBy: draftedBy.id } : {}),
      },
    })),
  );
  const carried = after
    ? await carryRemarks(tx, {
        ...owner,
        rulingId,
        actorId: viewer.id,
        before: draft.units,
        after,
        version: version!,
        now,
      })
    : [];
  await tell(tx, {
    input,
    correction,
    rulingIds: ids,
    version,
    carried,
    words: after ? await changedWords(draft.units, after) : [],
  });
  await bumpRevision(tx, consultationScope(draft.slug));
  return { ruling: rulingId, version, numbers: members.map(({ remark }) => remark.number) };
}

/** Who wrote the draft that is approved in this transaction. */
async function drafter(tx: Db, { approves }: CorrectRuling): Promise<{ id: string; name: string } | null> {
  if (typeof approves !== 'string') return null;
  const draft = await tx.officeDraft.findUnique({
    where: { id: approves },
    select: { draftedById: true, draftedByName: true },
  });
  return draft && { id: draft.draftedById, name: draft.draftedByName };
}

/** The amendment that is taken up now says first how it stands to the newest text, in the same record of wordings as all others. */
async function bringToText(
  tx: Db,
  {
    owner,
    correction: { draft, members, plan },
    viewer,
    now,
  }: { owner: { teryt: string; consultationId: string }; correction: Correction; viewer: Viewer; now: Date },
): Promise<void> {
  const [{ remark, ruling }] = members;
  if (!plan || plan.carried.length === 0 || changesText(ruling.decision)) return;
  const fits = remark.operations.map(
    ({ id, fit }) => plan.carried.find((each) => each.id === id)?.carried.fit ?? (fit as Fit),
  );
  await tx.remark.updateMany({ where: { id: remark.id, ...owner }, data: { fit: worstFit(fits) } });
  const carried: CarriedRemark = {
    remarkId: remark.id,
    number: remark.number,
    previous: remark.fit,
    fit: worstFit(fits),
    operations: plan.carried,
  };
  await writeCarried(
    tx,
    { ...owner, version: draft.version, rulingId: null, actorId: viewer.id, now },
    { carries: [carried], units: new Map(draft.units.map((unit) => [unit.clauseId, unit])) },
  );
}

async function tell(
  tx: Db,
  {
    input,
    correction: { draft, members },
    rulingIds,
    version,
    carried,
    words,
  }: {
    input: CorrectRuling;
    correction: Correction;
    rulingIds: ReadonlyMap<string, string>;
    version: number | null;
    carried: readonly CarriedRemark[];
    words: readonly ChangedWords[];
  },
): Promise<void> {
  const about = { teryt: draft.teryt, slug: draft.slug, title: draft.title };
  await sendCorrections(
    tx,
    members.map(({ remark, ruling }) => ({
      ...about,
      remarkId: remark.id,
      number: remark.number,
      authorId: remark.authorId,
      rulingId: rulingIds.get(remark.id)!,
      before: { decision: ruling.decision as Decision, reason: ruling.reason },
      decision: input.decision,
      reason: input.reason,
      why: input.why,
      resultVersion: version,
      words,
    })),
  );
  if (version !== null) await tellFits(tx, { ...about, version, carried });
}
