import type { DraftUnit } from '#app/consultations/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { openCarries } from './open-carries.server.ts';
import { withOriginals } from './redaction/lift-covers.server.ts';
import { recordEvent } from './record-event.server.ts';
import { tellSupporters } from './talk/tell-supporters.server.ts';

export type CarryInput = {
  teryt: string;
  consultationId: string;
  /** The remark whose ruling made the version, and that ruling; null for a change by the office itself. */
  decidedId: string | null;
  rulingId: string | null;
  actorId: string;
  before: readonly DraftUnit[];
  after: readonly DraftUnit[];
  version: number;
  now: Date;
};

/**
 * Carries every open remark that a new version touches over to it: fit, wording, a line in the record of wordings and an
 * Event each, and a letter to those who supported other words. Call it in the transaction of the version, with the consultation locked.
 */
export async function carryRemarks(tx: Db, input: CarryInput): Promise<CarriedRemark[]> {
  const { consultationId, before } = input;
  const units = new Map(input.after.map((unit) => [unit.clauseId, unit]));
  const merged = await tx.clause.findMany({ where: { consultationId, mergedVersion: input.version }, select: { id: true } });
  const after = input.after.map((unit) => ({ ...unit, parentId: unit.parentClauseId }));
  const carries = await withOriginals(tx, consultationId, async () => {
    const open = await openCarries(tx, { consultationId, except: input.decidedId, before, after, merged: new Set(merged.map(({ id }) => id)) });
    for (const remark of open) await writeCarried(tx, input, { remark, units });
    return open;
  });
  await tellSupporters(tx, carries.map(({ remarkId }) => remarkId));
  return carries;
}

async function writeCarried(tx: Db, input: CarryInput, step: { remark: CarriedRemark; units: ReadonlyMap<string, DraftUnit> }): Promise<void> {
  const { remark, units } = step;
  const owner = { teryt: input.teryt, consultationId: input.consultationId };
  await followTargets(tx, { owner, ids: remark.operations.filter(({ carried }) => carried.fit !== 'conflict').map(({ id }) => id), units });
  for (const { id, clauseId, carried } of remark.operations) {
    const revisionId = units.get(clauseId)?.revisionId ?? null;
    await tx.remarkOperation.updateMany({
      where: { id, ...owner },
      data: {
        fit: carried.fit, carriedAfter: carried.after, carriedRest: carried.rest ?? null, carriedRevisionId: carried.fit === 'conflict' ? null : revisionId,
        conflicts: carried.conflicts.map((conflict) => ({ ...conflict, options: conflict.options.map((option) => ({ ...option })) })),
      },
    });
    await tx.operationWording.create({
      data: { ...owner, operationId: id, kind: carried.fit, version: input.version, revisionId, after: carried.after, rest: carried.rest ?? null, at: input.now },
    });
  }
  await tx.remark.updateMany({ where: { id: remark.remarkId, ...owner, state: 'open' }, data: { fit: remark.fit, revision: { increment: 1 } } });
  await recordEvent(tx, {
    ...owner, kind: 'remark-carried', actorId: input.actorId, subject: { type: 'remark', id: remark.remarkId }, at: input.now,
    data: { previous: remark.previous, fit: remark.fit, version: input.version, ruling: input.rulingId },
  });
}

/** The carried wording of a merge speaks of the other unit as it is now. */
async function followTargets(tx: Db, step: { owner: { teryt: string; consultationId: string }; ids: readonly string[]; units: ReadonlyMap<string, DraftUnit> }): Promise<void> {
  const operations = await tx.remarkOperation.findMany({ where: { id: { in: [...step.ids] }, targetClauseId: { not: null } }, select: { id: true, targetClauseId: true } });
  for (const { id, targetClauseId } of operations) {
    const now = step.units.get(targetClauseId ?? '');
    if (now) await tx.remarkOperation.updateMany({ where: { id, ...step.owner }, data: { targetRevisionId: now.revisionId } });
  }
}
