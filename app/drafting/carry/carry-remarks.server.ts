import { v7 as uuidv7 } from 'uuid';
import type { DraftUnit } from '#app/drafting/acts/draft.ts';
import type { Db } from '#app/db/client.server.ts';
import type { CarriedRemark } from './carry-plan.ts';
import { openCarries } from './open-carries.server.ts';
import { withOriginals } from '#app/record/covered/lift-covers.server.ts';
import { recordEvents } from '#app/record/record-event.server.ts';
import { tellSupporters } from '../talk/tell-supporters.server.ts';

export type CarryInput = {
  teryt: string;
  consultationId: string;
  /** The ruling that made the version, the first of several; null for a change by the office itself. */
  rulingId: string | null;
  actorId: string;
  before: readonly DraftUnit[];
  after: readonly DraftUnit[];
  version: number;
  now: Date;
};

/**
 * Carries every open remark that a new version touches over to it: fit, wording, a line in the record of wordings and an
 * Event each, and a letter to those who supported other words. Call it in the transaction of the version,
 * with the consultation locked and the remarks that the version answers no longer open.
 */
export async function carryRemarks(tx: Db, input: CarryInput): Promise<CarriedRemark[]> {
  const { consultationId, before } = input;
  const units = new Map(input.after.map((unit) => [unit.clauseId, unit]));
  const merged = await tx.clause.findMany({
    where: { consultationId, mergedVersion: input.version },
    select: { id: true },
  });
  const after = input.after.map((unit) => ({ ...unit, parentId: unit.parentClauseId }));
  const carries = await withOriginals(tx, consultationId, async () => {
    const open = await openCarries(tx, {
      consultationId,
      except: [],
      before,
      after,
      merged: new Set(merged.map(({ id }) => id)),
    });
    await writeCarried(tx, input, { carries: open, units });
    return open;
  });
  await tellSupporters(
    tx,
    carries.map(({ remarkId }) => remarkId),
  );
  return carries;
}

type Carries = { carries: readonly CarriedRemark[]; units: ReadonlyMap<string, DraftUnit> };

/** A statement for each kind of row, whatever the number of remarks. */
export async function writeCarried(
  tx: Db,
  input: Pick<CarryInput, 'teryt' | 'consultationId' | 'version' | 'rulingId' | 'actorId' | 'now'>,
  { carries, units }: Carries,
): Promise<void> {
  if (carries.length === 0) return;
  const owner = { teryt: input.teryt, consultationId: input.consultationId };
  const operations = carries
    .flatMap((remark) => remark.operations)
    .map(({ id, clauseId, carried }) => ({ id, carried, revisionId: units.get(clauseId)?.revisionId ?? null }));
  await followTargets(tx, {
    owner,
    ids: operations.filter(({ carried }) => carried.fit !== 'conflict').map(({ id }) => id),
    units,
  });
  const rows = operations.map(({ id, carried: { fit, after, rest = null, conflicts }, revisionId }) => ({
    id,
    fit,
    after,
    rest,
    revision: fit === 'conflict' ? null : revisionId,
    conflicts,
  }));
  await tx.$executeRaw`
    update "RemarkOperation" o set fit = c.fit, "carriedAfter" = c.after, "carriedRest" = c.rest, "carriedRevisionId" = c.revision, conflicts = c.conflicts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as c (id uuid, fit text, after text, rest text, revision uuid, conflicts jsonb)
    where o.id = c.id and o.teryt = ${owner.teryt} and o."consultationId" = ${owner.consultationId}::uuid`;
  await tx.operationWording.createMany({
    data: operations.map(({ id, carried, revisionId }) => ({
      id: uuidv7(),
      ...owner,
      operationId: id,
      kind: carried.fit,
      version: input.version,
      revisionId,
      after: carried.after,
      rest: carried.rest ?? null,
      at: input.now,
    })),
  });
  for (const fit of new Set(carries.map((remark) => remark.fit))) {
    const ids = carries.filter((remark) => remark.fit === fit).map(({ remarkId }) => remarkId);
    await tx.remark.updateMany({
      where: { id: { in: ids }, ...owner, state: 'open' },
      data: { fit, revision: { increment: 1 } },
    });
  }
  await recordEvents(
    tx,
    carries.map(({ remarkId, previous, fit }) => ({
      ...owner,
      kind: 'remark-carried',
      actorId: input.actorId,
      subject: { type: 'remark', id: remarkId },
      at: input.now,
      data: { previous, fit, version: input.version, ruling: input.rulingId },
    })),
  );
}

/** The carried wording of a merge speaks of the other unit as it is now. */
async function followTargets(
  tx: Db,
  step: {
    owner: { teryt: string; consultationId: string };
    ids: readonly string[];
    units: ReadonlyMap<string, DraftUnit>;
  },
): Promise<void> {
  const operations = await tx.remarkOperation.findMany({
    where: { id: { in: [...step.ids] }, targetClauseId: { not: null } },
    select: { id: true, targetClauseId: true },
  });
  for (const { id, targetClauseId } of operations) {
    const now = step.units.get(targetClauseId ?? '');
    if (now)
      await tx.remarkOperation.updateMany({ where: { id, ...step.owner }, data: { targetRevisionId: now.revisionId } });
  }
}
