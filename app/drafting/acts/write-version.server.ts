import { v7 as uuidv7 } from 'uuid';
import { sha256 } from '#app/hash/sha256.server.ts';
import { originalWords } from '#app/record/covered/cover-places.server.ts';
import type { Db } from '#app/db/client.server.ts';
import { bumpRevision, consultationScope } from '#app/db/revision.server.ts';
import { AppError } from '#app/errors/app-error.ts';
import { unitsByClause, type DraftChange, type DraftUnit } from './draft.ts';
import type { ChangedUnit } from './apply-changes.ts';
import { reopenUnified } from './reopen-unified.server.ts';
import { noteWritten, type Draft } from './load-draft.server.ts';
import { notedReferences, type NextText } from './next-text.ts';
import { draftText } from './unit-tree.ts';
import type { VersionChange } from './version-note.ts';
import { nextTextOf } from './next-text.server.ts';

export type VersionOrigin = {
  kind: 'ruling' | 'editorial';
  rulingId: string | null;
  /** What the office wrote about an editorial change; '' for a ruling. */
  note: string;
  changes: VersionChange[];
  createdById: string;
  createdAt: Date;
};

/** Throws when the changes cannot be made: see `nextText`. */
async function possibleText(draft: Draft, changes: readonly DraftChange[]): Promise<NextText> {
  const next = await nextTextOf(draft, changes);
  if (!next.ok) throw new Error(`clause ${next.error.clauseId}: ${next.error.code}`);
  return next.value;
}

/**
 * Writes the next version of a draft. `draft` must be its newest version as it was read; when somebody wrote another one
 * meanwhile nothing is written and the answer is null. Call it inside a transaction.
 */
export async function writeVersion(
  tx: Db,
  draft: Draft,
  changes: readonly DraftChange[],
  origin: VersionOrigin,
): Promise<number | null> {
  const version = draft.version + 1;
  const text = await possibleText(draft, changes);
  const next = text.units;
  const added = next.filter((unit) => unit.clauseId === null).length;
  const { count } = await tx.consultation.updateMany({
    where: { id: draft.consultationId, version: draft.version, adoptedOn: null },
    data: { version, nextClause: { increment: added } },
  });
  if (count === 0) return refuseAdopted(tx, draft.consultationId);
  const { nextClause } = await tx.consultation.findUniqueOrThrow({
    where: { id: draft.consultationId },
    select: { nextClause: true },
  });
  const units = await writeClauses(tx, draft, { next, version, firstCode: nextClause - added });
  await writePlacements(tx, draft, units, version);
  await writeMerges(tx, draft, { changes, version });
  const { id: versionId } = await tx.version.create({
    select: { id: true },
    data: {
      teryt: draft.teryt,
      consultationId: draft.consultationId,
      number: version,
      hash: await hashAsWritten(tx, draft, units),
      ...origin,
      changes: [...origin.changes, ...notedReferences(text)],
    },
  });
  noteWritten(tx, { versionId, units, base: draft.units });
  await reopenUnified(tx, {
    teryt: draft.teryt,
    consultationId: draft.consultationId,
    version,
    actorId: origin.createdById,
    now: origin.createdAt,
  });
  await bumpRevision(tx, consultationScope(draft.slug));
  return version;
}

/** The hash of a version is that of its words as they were written: those covered since, or before, are in it and can be shown again. */
async function hashAsWritten(tx: Db, { head, consultationId }: Draft, units: readonly DraftUnit[]): Promise<string> {
  const originals = await originalWords(tx, consultationId);
  const written = (unit: DraftUnit, column: 'text' | 'heading') => {
    const original = originals.get(`${unit.revisionId} ${column}`);
    return typeof original === 'string' ? original : unit[column];
  };
  const asWritten =
    originals.size === 0
      ? units
      : units.map((unit) => ({ ...unit, text: written(unit, 'text'), heading: written(unit, 'heading') }));
  return sha256(draftText(head, asWritten));
}

/** Null for a text that somebody changed meanwhile; what the council has adopted is not changed at all. */
async function refuseAdopted(tx: Db, id: string): Promise<null> {
  if ((await tx.consultation.count({ where: { id, adoptedOn: { not: null } } })) > 0)
    throw new AppError('conflict', 'the act is adopted');
  return null;
}

/** New clauses and new revisions; returns the units with all their ids. */
async function writeClauses(
  tx: Db,
  draft: Draft,
  step: { next: readonly ChangedUnit[]; version: number; firstCode: number },
): Promise<DraftUnit[]> {
  const owner = { teryt: draft.teryt, consultationId: draft.consultationId };
  let code = step.firstCode;
  const then = unitsByClause(draft.units);
  const units: DraftUnit[] = [];
  for (const { parent, splitFromId: _, key: __, ...next } of step.next) {
    const unit: DraftUnit = {
      ...next,
      clauseId: next.clauseId ?? uuidv7(),
      code: next.code ?? code++,
      revisionId: next.revisionId ?? uuidv7(),
      parentClauseId: parent === null ? null : units[parent]!.clauseId,
    };
    const old = then.get(unit.clauseId);
    units.push(old && isSamePlacement(old, unit) && old.depth === unit.depth ? old : unit);
  }
  const isNew = (at: number) => step.next[at]!.clauseId === null;
  const isRevised = (at: number) => step.next[at]!.revisionId === null;
  await tx.clause.createMany({
    data: units.flatMap((unit, at) =>
      isNew(at) ? [{ id: unit.clauseId, code: unit.code, splitFromId: step.next[at]!.splitFromId, ...owner }] : [],
    ),
  });
  await tx.clauseRevision.createMany({
    data: units
      .filter((_, at) => isRevised(at))
      .map((unit) => ({
        id: unit.revisionId,
        clauseId: unit.clauseId,
        version: step.version,
        heading: unit.heading || null,
        text: unit.text,
        ...owner,
      })),
  });
  return units;
}

/** A clause taken into another one says so for good. */
async function writeMerges(
  tx: Db,
  draft: Draft,
  step: { changes: readonly DraftChange[]; version: number },
): Promise<void> {
  for (const change of step.changes) {
    if (change.op !== 'merge') continue;
    await tx.clause.updateMany({
      where: { id: change.targetId, consultationId: draft.consultationId },
      data: { mergedIntoId: change.clauseId, mergedVersion: step.version },
    });
  }
}

/** Closes the placements that end with this version and opens the ones that begin with it; all others stay as they are. */
async function writePlacements(tx: Db, draft: Draft, units: readonly DraftUnit[], version: number): Promise<void> {
  const before = unitsByClause(draft.units);
  const opened = units.filter((unit) => {
    const old = before.get(unit.clauseId);
    return !old || !isSamePlacement(old, unit);
  });
  const now = new Set(units.map((unit) => unit.clauseId));
  const closed = [
    ...opened.map((unit) => unit.clauseId),
    ...draft.units.map((unit) => unit.clauseId).filter((id) => !now.has(id)),
  ];
  await tx.clausePlacement.updateMany({
    where: { consultationId: draft.consultationId, clauseId: { in: closed }, toVersion: null },
    data: { toVersion: version },
  });
  await tx.clausePlacement.createMany({ data: opened.map((unit) => placementRow(unit, draft, version)) });
}

/** Whether one row says of both where they stand and with which words. */
function isSamePlacement(unit: DraftUnit, other: DraftUnit): boolean {
  return (
    unit === other ||
    (unit.revisionId === other.revisionId &&
      unit.parentClauseId === other.parentClauseId &&
      unit.type === other.type &&
      unit.label === other.label &&
      unit.number === other.number &&
      unit.quoted === other.quoted &&
      unit.orderKey === other.orderKey)
  );
}

export function placementRow(unit: DraftUnit, owner: { teryt: string; consultationId: string }, fromVersion: number) {
  return {
    teryt: owner.teryt,
    consultationId: owner.consultationId,
    clauseId: unit.clauseId,
    revisionId: unit.revisionId,
    parentClauseId: unit.parentClauseId,
    type: unit.type,
    label: unit.label,
    number: unit.number || null,
    quoted: unit.quoted,
    orderKey: unit.orderKey,
    fromVersion,
  };
}
