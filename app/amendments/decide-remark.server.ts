import { v7 as uuidv7 } from 'uuid';
import type { DraftChange } from '#app/consultations/draft.ts';
import { loadUnits } from '#app/consultations/load-draft.server.ts';
import { writeVersion } from '#app/consultations/write-version.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { transaction } from '#app/db/transaction.server.ts';
import { notFound } from '#app/errors/app-error.ts';
import { isOfficialOf, type Viewer } from '#app/people/viewer.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { carryRemarks } from './carry-remarks.server.ts';
import { citationsByClause } from './clause-names.ts';
import { sendDecision, sendFit } from './letters.server.ts';
import { clausesOf, loadDecidable, type Decidable } from './load-decidable.server.ts';
import { lockConsultation } from './lock-consultation.server.ts';
import { recordEvent } from './record-event.server.ts';
import type { Decision } from '#app/consultations/remark-state.ts';
import { decisionsFor, planRuling, type FinalText, type PlanError } from './ruling-plan.ts';
import { notedChanges } from './noted-changes.ts';

export type DecideInput = {
  viewer: Viewer;
  slug: string;
  number: number;
  decision: Decision;
  reason: string;
  /** Other words than proposed, by `seq` of the operation. */
  finals: ReadonlyMap<number, FinalText>;
  /** Version of the text and revision of the remark the official had on the page. */
  againstVersion: number;
  remarkRevision: number;
};

export type DecideError = { code: 'reason-required' } | { code: 'not-possible' } | { code: 'decided' } | { code: 'withdrawn' } | { code: 'moved' } | PlanError;
export type DecideResult = { ok: true; value: { version: number | null; carried: CarriedRemark[] } } | { ok: false; error: DecideError };

/**
 * Rules on a remark: the ruling with its reason, the next version when the text changes, the carrying-over of every other
 * open remark the change touches, a line of the record for each and letters to the people concerned, all or nothing.
 * Refused (`decided`, `withdrawn`, `moved`) when anything the official saw has changed meanwhile.
 */
export async function decideRemark(db: Db, input: DecideInput): Promise<DecideResult> {
  const { viewer, slug } = input;
  const consultation = await db.consultation.findUnique({ where: { slug }, select: { id: true, teryt: true } });
  if (!consultation || !isOfficialOf(viewer, consultation.teryt)) throw notFound('not an official here');
  return transaction(db, async (tx): Promise<DecideResult> => {
    await lockConsultation(tx, consultation.id);
    const decidable = await loadDecidable(tx, input);
    const refusal = refuse(input, decidable);
    if (refusal) return { ok: false, error: refusal };
    const plan = planRuling({ decision: input.decision, operations: decidable.operations, finals: input.finals, anchors: clausesOf(decidable), units: decidable.draft.units });
    if (!plan.ok) return { ok: false, error: plan.error };
    return { ok: true, value: await write(tx, { input, decidable, changes: plan.changes, finals: plan.finals }) };
  });
}

function refuse(input: DecideInput, { remark, draft }: Decidable): DecideError | null {
  if (remark.state === 'withdrawn') return { code: 'withdrawn' };
  if (remark.state !== 'open') return { code: 'decided' };
  if (draft.version !== input.againstVersion || remark.revision !== input.remarkRevision) return { code: 'moved' };
  if (!decisionsFor({ ...remark, fit: 'unchanged' }).includes(input.decision)) return { code: 'not-possible' };
  return input.reason === '' ? { code: 'reason-required' } : null;
}

type Step = { input: DecideInput; decidable: Decidable; changes: DraftChange[]; finals: Record<string, string> };

async function write(tx: Db, step: Step): Promise<{ version: number | null; carried: CarriedRemark[] }> {
  const { input: { viewer, decision, reason }, decidable: { draft, remark }, finals } = step;
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  const rulingId = uuidv7();
  const version = step.changes.length > 0 ? await writeText(tx, step, rulingId) : null;
  await tx.ruling.create({
    data: {
      id: rulingId, ...owner, remarkId: remark.id, decision, reason, againstVersion: draft.version, resultVersion: version,
      madeById: viewer.id, madeByName: viewer.displayName, ...(Object.keys(finals).length > 0 ? { finalText: finals } : {}),
    },
  });
  const { count } = await tx.remark.updateMany({
    where: { id: remark.id, ...owner, state: 'open', revision: remark.revision }, data: { state: decision, revision: { increment: 1 } },
  });
  // The lock makes this impossible; a ruling on a remark that is not open must not be kept whatever happens.
  if (count !== 1) throw new Error(`remark ${remark.id} changed under the lock`);
  await recordEvent(tx, {
    ...owner, kind: 'remark-decided', actorId: viewer.id, subject: { type: 'remark', id: remark.id },
    data: { number: remark.number, decision, ruling: rulingId, version },
  });
  const carried = version === null ? [] : await carry(tx, { step, version, rulingId });
  await tell(tx, { step, version, carried });
  await bumpRevision(tx, consultationScope(draft.slug));
  return { version, carried };
}

async function writeText(tx: Db, { input, decidable: { draft }, changes }: Step, rulingId: string): Promise<number> {
  const version = await writeVersion(tx, draft, changes, {
    kind: 'ruling', rulingId, note: '', changes: notedChanges(changes, citationsByClause(draft.units)), createdById: input.viewer.id,
  });
  if (version === null) throw new Error(`the text of ${draft.slug} changed under the lock`);
  return version;
}

async function carry(tx: Db, { step, version, rulingId }: { step: Step; version: number; rulingId: string }): Promise<CarriedRemark[]> {
  const { draft, remark } = step.decidable;
  return carryRemarks(tx, {
    teryt: draft.teryt, consultationId: draft.consultationId, decidedId: remark.id, rulingId, actorId: step.input.viewer.id,
    before: draft.units, after: await loadUnits(tx, draft.consultationId, version), version,
  });
}

async function tell(tx: Db, { step, version, carried }: { step: Step; version: number | null; carried: CarriedRemark[] }): Promise<void> {
  const { input, decidable: { draft, remark } } = step;
  const about = { teryt: draft.teryt, slug: draft.slug, title: draft.title };
  await sendDecision(tx, {
    ...about, remarkId: remark.id, number: remark.number, authorId: remark.authorId, decision: input.decision, reason: input.reason, resultVersion: version,
  });
  const concerned = carried.filter(({ fit }) => fit !== 'unchanged');
  const authors = await tx.remark.findMany({ where: { id: { in: concerned.map(({ remarkId }) => remarkId) } }, select: { id: true, authorId: true } });
  for (const { remarkId, number, fit } of concerned) {
    if (fit === 'unchanged' || version === null) continue;
    const authorId = authors.find(({ id }) => id === remarkId)?.authorId ?? null;
    await sendFit(tx, { ...about, remarkId, number, authorId, fit, version });
  }
}
